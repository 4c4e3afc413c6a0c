/**
 * With which characters a match of a regular expression can begin. Most places in a text begin no match of most patterns,
 * and to look at three characters is much quicker than to try (or even to compile) the pattern.
 */

/** How many characters are looked at, and how many beginnings one pattern may have before it is taken to have any. */
export const LOOKED_AT = 3;
const MOST = 3000;

/** A beginning, in small letters; `open` where the pattern may have ended there, so that what follows it adds to it. */
export interface Beginning {
  readonly text: string;
  readonly open: boolean;
}
const NOTHING: readonly Beginning[] = [{ text: '', open: true }];
const ANYTHING: readonly Beginning[] = [{ text: '', open: false }];

/** Characters as they are compared: in small letters, one by one, so that places stay the same. */
export function folded(text: string): string {
  let out = '';
  for (const c of text) {
    // The long s and the Kelvin sign match s and k where letter case is ignored.
    const small = c === '\u017f' ? 's' : c === '\u212a' ? 'k' : c.toLowerCase();
    out += small.length === c.length ? small : c;
  }
  return out;
}

/** What parts of patterns that have a name (`{date}`) begin with; worked out once for all that have them. */
export type Known = ReadonlyMap<string, readonly Beginning[]>;
const NO_PARTS: Known = new Map();

export const partBeginnings = (source: string): readonly Beginning[] => new Reader(source, NO_PARTS).choices();

/**
 * The beginnings, of at most `LOOKED_AT` UTF-16 units in small letters, one of which every match has; `null` where a match
 * may begin with anything. It may name too many, never too few. `source` is that of a regular expression with the flag u.
 */
export function beginningsOf(source: string, known: Known = NO_PARTS): ReadonlySet<string> | null {
  const found = new Reader(source, known).choices();
  const texts = new Set(found.map((b) => b.text));
  return texts.has('') || texts.size > MOST ? null : texts;
}

/** Whether a match that has these beginnings may stand where these characters do. */
export function mayBegin(beginnings: ReadonlySet<string> | null, characters: string): boolean {
  if (beginnings === null) return true;
  const small = folded(characters);
  for (let length = 1; length <= LOOKED_AT; length++) if (beginnings.has(small.slice(0, length))) return true;
  return false;
}

class Reader {
  readonly #source: string;
  readonly #known: Known;
  #at = 0;

  constructor(source: string, known: Known) {
    this.#source = source;
    this.#known = known;
  }

  /** Alternatives, up to the end or the bracket that closes them. */
  choices(): readonly Beginning[] {
    const all: Beginning[] = [...this.#sequence()];
    while (this.#source[this.#at] === '|') {
      this.#at++;
      all.push(...this.#sequence());
    }
    return all;
  }

  #sequence(): readonly Beginning[] {
    let so = NOTHING;
    while (this.#at < this.#source.length && !'|)'.includes(this.#source[this.#at]!)) {
      so = join(so, this.#repeated(this.#term()));
      if (!so.some((b) => b.open)) this.#skip();
    }
    return so;
  }

  /** Passes over the rest of a sequence. */
  #skip(): void {
    for (let depth = 0, inClass = false; this.#at < this.#source.length; this.#at++) {
      const c = this.#source[this.#at]!;
      if (c === '\\') this.#at++;
      else if (inClass) inClass = c !== ']';
      else if (c === '[') inClass = true;
      else if (c === '(') depth++;
      else if (depth === 0 && (c === ')' || c === '|')) return;
      else if (c === ')') depth--;
    }
  }

  /** One character, class, assertion or group. */
  #term(): readonly Beginning[] {
    const c = this.#source[this.#at++]!;
    if (c === '(') return this.#group();
    if (c === '[') return this.#class();
    if (c === '^' || c === '$') return NOTHING;
    if (c === '.') return ANYTHING;
    if (c === '{') {
      const end = this.#source.indexOf('}', this.#at);
      const part = this.#known.get(this.#source.slice(this.#at, end));
      this.#at = end + 1;
      return part ?? ANYTHING;
    }
    return c === '\\' ? this.#escape() : letter(c);
  }

  #escape(): readonly Beginning[] {
    const c = this.#source[this.#at++]!;
    if (c === 'b' || c === 'B') return NOTHING;
    if (c === 'd') return [...'0123456789'].map((text) => ({ text, open: true }));
    if (c === 'p' || c === 'P' || c === 'u' || c === 'k' || c === 'x') {
      const brace = this.#source[this.#at] === '{' || this.#source[this.#at] === '<';
      this.#at = brace ? this.#source.indexOf(c === 'k' ? '>' : '}', this.#at) + 1 : this.#at + (c === 'u' ? 4 : 2);
      return ANYTHING;
    }
    return /[a-zA-Z0-9]/.test(c) ? ANYTHING : letter(c);
  }

  #class(): readonly Beginning[] {
    const first = this.#at;
    for (; this.#source[this.#at] !== ']'; this.#at++) if (this.#source[this.#at] === '\\') this.#at++;
    const inside = this.#source.slice(first, this.#at++);
    return charactersOf(inside)?.flatMap(letter) ?? ANYTHING;
  }

  #group(): readonly Beginning[] {
    const [opening = ''] = /^\?(?:<?[=!]|:|<\p{L}+>)/u.exec(this.#source.slice(this.#at, this.#at + 40)) ?? [];
    this.#at += opening.length;
    const inside = this.choices();
    this.#at++;
    return /[=!]$/.test(opening) ? NOTHING : inside;
  }

  /** A term with what says how often it stands. */
  #repeated(term: readonly Beginning[]): readonly Beginning[] {
    if (!'?*+{'.includes(this.#source[this.#at] ?? '-')) return term;
    const [sign] = /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/.exec(this.#source.slice(this.#at, this.#at + 20)) ?? [];
    if (!sign) return term;
    this.#at += sign.length;
    const none = sign[0] === '?' || sign[0] === '*' || sign.startsWith('{0');
    // Once is as often as it is followed; more than that may stand before what comes next.
    const once = sign[0] === '?' || sign.startsWith('{0,1}');
    const some = once ? term : term.map(({ text }) => ({ text, open: false }));
    return none ? [...some, ...NOTHING] : some;
  }
}

/** The characters of a class of few, ranges of plain letters and figures among them; `null` for any other class. */
function charactersOf(inside: string): readonly string[] | null {
  if (/[\\^]/u.test(inside)) return null;
  const out: string[] = [];
  for (const [part, from, to] of inside.matchAll(/([\da-zA-Z])-([\da-zA-Z])|./gsu)) {
    if (part === '-' && out.length > 0) return null;
    const last = (to ?? part).codePointAt(0)!;
    for (let c = (from ?? part).codePointAt(0)!; c <= last; c++) out.push(String.fromCodePoint(c));
  }
  return out.length <= LARGEST ? out : null;
}
/** No class of more characters is taken one by one. */
const LARGEST = 26;

const letter = (c: string): readonly Beginning[] => [{ text: folded(c), open: true }];

/** What both may begin with when the one stands before the other. */
function join(so: readonly Beginning[], next: readonly Beginning[]): readonly Beginning[] {
  const out = new Map<string, Beginning>();
  for (const b of so)
    for (const n of b.open ? next : NOTHING) {
      const text = (b.text + n.text).slice(0, LOOKED_AT);
      const open = b.open && n.open && text.length < LOOKED_AT;
      out.set(`${open} ${text}`, { text, open });
      if (out.size > MOST) return ANYTHING;
    }
  return [...out.values()];
}
