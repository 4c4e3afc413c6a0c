/** Words and deeds of each party, a week a bar: above the line cooperating, below opposing; hollow words, solid deeds. */
import type { WordsAndDeeds } from '../../../../src/case.ts';
import { shortDay } from '../../dates.ts';
import { Head, Party } from '../../parts/bits.tsx';
import { formatRoute } from '../../route.ts';
import { weeksBetween } from '../../scale/weeks.ts';
import { hidden, partyClass, toView } from '../../state.ts';
import { SAY } from '../../words.ts';

const SHOWN = 16;

export function Sparklines(props: { readonly rows: readonly WordsAndDeeds[]; readonly parties: readonly string[] }) {
  const all = props.rows.map((r) => r.week).sort();
  if (!all.length) return null;
  const weeks = weeksBetween(all[0]!, all.at(-1)!).slice(-SHOWN);
  const most = Math.max(
    1,
    ...props.rows.flatMap((r) => [r.verbalCooperation + r.materialCooperation, r.verbalConflict + r.materialConflict]),
  );
  const y = (n: number): number => (15 * n) / most;
  return (
    <section>
      <Head
        title="Words and deeds"
        aside={`by week since ${shortDay(weeks[0]!)}; above the line cooperating, below opposing`}
      >
        <a href={formatRoute(toView('deeds'))}>{SAY.all}</a>
      </Head>
      {props.parties
        .filter((p) => !hidden.value.has(p))
        .map((party) => (
          <a class={`spark ${partyClass(party)}`} href={formatRoute(toView('deeds', { party }))}>
            <Party name={party} />
            <svg viewBox={`0 0 ${weeks.length * 10} 32`} preserveAspectRatio="none" aria-hidden="true">
              {weeks.map((week, i) => {
                const r = props.rows.find((x) => x.party === party && x.week === week);
                if (!r) return null;
                const x = i * 10 + 1.5;
                const up = y(r.materialCooperation);
                const down = y(r.materialConflict);
                return (
                  <g>
                    <rect class="dw-m" x={x} width="7" y={16 - up} height={up} />
                    <rect
                      class="dw-v"
                      x={x}
                      width="7"
                      y={16 - up - y(r.verbalCooperation)}
                      height={y(r.verbalCooperation)}
                    />
                    <rect class="dw-m" x={x} width="7" y="16" height={down} />
                    <rect class="dw-v" x={x} width="7" y={16 + down} height={y(r.verbalConflict)} />
                  </g>
                );
              })}
              <line class="dw-0" x1="0" x2={weeks.length * 10} y1="16" y2="16" />
            </svg>
          </a>
        ))}
    </section>
  );
}
