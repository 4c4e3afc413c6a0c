/** The last weeks in one strip: reports, talks, words and deeds by day. Names are left to the timeline. */

import type { Mark } from '../../../../src/store/store.ts';
import { useAnswer } from '../../answer.tsx';
import { addDays, bareDay, daysBetween, isExact, shortDay } from '../../dates.ts';
import { markSign } from '../../parts/signs.ts';
import { useWidth } from '../../parts/width.ts';
import { MOST_AFTER, MOST_BEFORE, stripQuestion } from '../../questions.ts';
import { hidden, lastLook, parties, partyClass } from '../../state.ts';

const LABELS = 64;
/** No day is narrower than this, in pixels. */
const LEAST = 15;
/** Words and deeds of a day that are drawn one by one. */
const DASHES = 4;
const LANES = { talks: 68, words: 88, deeds: 108 } as const;

export function Strip(props: { readonly last: string | null }) {
  const { last } = props;
  const [box, width] = useWidth();
  const fit = Math.floor((width - LABELS) / LEAST);
  const after = fit < 40 ? 4 : MOST_AFTER;
  const before = Math.min(Math.max(fit - after - 1, 10), MOST_BEFORE);
  const from = last && addDays(last, -before);
  const to = last && addDays(last, after);
  const question = last === null ? null : stripQuestion(last);
  const { value } = useAnswer(question?.asked ?? null, () => question!.ask());
  if (!from || !to || !last) return null;
  if (width === 0) return <div ref={box} class="stripbox" />;
  const days = before + after + 1;
  const wide = (width - LABELS) / days;
  const x = (day: string): number => LABELS + daysBetween(from, day) * wide;
  const [marks = [], counts = []] = value ?? [];
  const shown = <T extends { readonly party: string | null }>(m: T): boolean => !m.party || !hidden.value.has(m.party);
  const byDay = Map.groupBy(
    counts.filter((c) => isExact(c.day) && shown(c)),
    (c) => `${c.lane} ${c.day}`,
  );
  const rankOf = (party: string | null): number => {
    const at = party === null ? -1 : parties.value.indexOf(party);
    return at < 0 ? parties.value.length : at;
  };
  const talksOn = new Map(
    marks.filter((m) => m.lane === 'talks' && isExact(m.start)).map((m) => [m.start.slice(0, 10), m]),
  );
  const sum = (lane: Mark['lane'], day: string, what: 'marks' | 'solid'): number =>
    (byDay.get(`${lane} ${day}`) ?? []).reduce((n, c) => n + c[what], 0);
  /** A dash each, those of the case's parties first; so many as a day has room for. */
  const dashes = (
    lane: Mark['lane'],
    day: string,
  ): readonly { readonly party: string | null; readonly as: 'dash' | 'hollow' | 'perhaps' }[] =>
    (byDay.get(`${lane} ${day}`) ?? [])
      .toSorted((a, b) => rankOf(a.party) - rankOf(b.party))
      .flatMap((c) =>
        Array.from({ length: Math.min(c.marks, DASHES) }, (_, i) => ({
          party: c.party,
          as: i < c.solid ? ('dash' as const) : i < c.marks - c.possible ? ('hollow' as const) : ('perhaps' as const),
        })),
      )
      .slice(0, DASHES);
  const all = Array.from({ length: days }, (_, i) => addDays(from, i));
  const most = Math.max(3, ...all.map((d) => sum('reports', d, 'marks')));
  const looked = lastLook.value?.slice(0, 10);
  return (
    <div ref={box} class="stripbox">
      <svg
        class="strip"
        viewBox={`0 0 ${Math.max(width, 1)} 140`}
        role="img"
        aria-label={`Reports, talks, words and deeds by day, ${shortDay(from)} to ${shortDay(to)}; the timeline has them by name`}
      >
        {looked && looked >= from && looked <= last && (
          <rect class="new" x={x(looked)} y="0" width={x(last) - x(looked) + wide} height="120" />
        )}
        {(['Reports', 'Talks', 'Words', 'Deeds'] as const).map((name, i) => (
          <>
            <text class="lab" x="0" y={[34, 82, 102, 122][i]}>
              {name}
            </text>
            <line x1="0" x2={width} y1={[0.5, 60.5, 88.5, 108.5][i]} y2={[0.5, 60.5, 88.5, 108.5][i]} />
          </>
        ))}
        {all.map((day) => {
          const reports = sum('reports', day, 'marks');
          const own = sum('reports', day, 'solid');
          const talk = talksOn.get(day);
          const h = (n: number): number => (52 * n) / most;
          return (
            <g>
              {own > 0 && <rect class="own" x={x(day) + 2} width={wide - 4} y={60 - h(own)} height={h(own)} />}
              {reports > own && (
                <rect class="copy" x={x(day) + 2.5} width={wide - 5} y={60 - h(reports)} height={h(reports - own)} />
              )}
              {talk && !talk.sure && (
                <rect class="perhaps" x={x(day) + wide / 2 - 7.5} y={LANES.talks - 0.5} width="15" height="15" />
              )}
              {talk && (
                <use
                  href={`#g-${markSign('talks', talk.glyph, talk.solid)}`}
                  x={x(day) + wide / 2 - 6}
                  y={LANES.talks + 1}
                  width="12"
                  height="12"
                />
              )}
              {(['words', 'deeds'] as const).map((lane) =>
                dashes(lane, day).map((m, i, all) => (
                  <rect
                    class={`${m.as} ${partyClass(m.party)}`}
                    x={x(day) + wide / 2 - 2 + (i - (all.length - 1) / 2) * 5}
                    width="3.4"
                    y={LANES[lane] + 5}
                    height="11"
                  />
                )),
              )}
              {daysBetween(from, day) % 7 === 0 && x(day) + 40 < width && (
                <text x={x(day)} y="136">
                  {bareDay(day)}
                </text>
              )}
            </g>
          );
        })}
        <line class="now" x1={x(last) + wide} x2={x(last) + wide} y1="0" y2="126" />
        <text x={x(last) + wide + 4} y="10">
          last report
        </text>
      </svg>
    </div>
  );
}
