/** What a desk counts of its own work, in the text form that Prometheus reads (exposition format 0.0.4). */

/** The content type of that form. */
export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

export type Labels = Readonly<Record<string, string>>;

interface Series {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge';
  readonly values: Map<string, number>;
}

const escaped = (value: string): string => value.replace(/[\\"\n]/g, (c) => (c === '\n' ? '\\n' : `\\${c}`));

const keyOf = (labels: Labels): string =>
  Object.entries(labels)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}="${escaped(value)}"`)
    .join(',');

/** A label with a user's words could have as many values as there are words; only so many are kept apart. */
const MOST = 500;

export class Metrics {
  readonly #series = new Map<string, Series>();

  #of(name: string, type: Series['type'], help: string): Series {
    let series = this.#series.get(name);
    if (!series) {
      series = { name, type, help, values: new Map() };
      this.#series.set(name, series);
    }
    return series;
  }

  /** Adds to a count that only rises. */
  add(name: string, help: string, by = 1, labels: Labels = {}): void {
    const { values } = this.#of(name, 'counter', help);
    const key = keyOf(labels);
    if (values.size >= MOST && !values.has(key)) return;
    values.set(key, (values.get(key) ?? 0) + by);
  }

  /** Sets what goes up and down. */
  set(name: string, help: string, value: number, labels: Labels = {}): void {
    this.#of(name, 'gauge', help).values.set(keyOf(labels), value);
  }

  text(): string {
    return [...this.#series.values()]
      .map(({ name, help, type, values }) => {
        const rows = [...values].map(([key, value]) => `${name}${key === '' ? '' : `{${key}}`} ${value}`);
        return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...rows, ''].join('\n');
      })
      .join('');
  }
}
