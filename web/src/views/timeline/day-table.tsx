/** The days in view as a table, newest first. */
import { useState } from 'preact/hooks';
import type { DayCount, Mark } from '../../../../src/store/store.ts';
import { fullDay } from '../../dates.ts';
import { Opens, Party, Possible, Words } from '../../parts/bits.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { useGrowing } from '../../parts/growing.tsx';
import { markSign } from '../../parts/signs.ts';
import { clip } from '../../text.ts';
import { count, glyphWords, SAY } from '../../words.ts';
import { openOf } from './marks.tsx';

const DAYS = 14;
/** Below the drawing, these are all that fit a screen. */
const AT_ONCE = 3;
const EACH = 8;

const One = (props: { readonly mark: Mark }) => {
  const { mark: m } = props;
  const open = openOf(m);
  if (!open) return null;
  return (
    <li>
      <Opens kind={open.kind} id={m.id} item={open.item}>
        {m.party && <Party name={m.party} />} <Glyph sign={markSign(m.lane, m.glyph, m.solid)} />
        {glyphWords(m)} <Words>{clip(m.title)}</Words> <Possible confidence={m.sure ? 1 : 0} />
      </Opens>
    </li>
  );
};

const Lane = (props: { readonly label: string; readonly marks: readonly Mark[] }) => (
  <td data-l={props.label}>
    {props.marks.length === 0 ? (
      <span class="i3">{SAY.noReport}</span>
    ) : (
      <ul>
        {props.marks.slice(0, EACH).map((m) => (
          <One mark={m} />
        ))}
        {props.marks.length > EACH && <li class="i3">and {props.marks.length - EACH} more; look closer to see them</li>}
      </ul>
    )}
  </td>
);

export function DayTable(props: { readonly marks: readonly Mark[]; readonly days: readonly DayCount[] }) {
  const [days, setDays] = useState(DAYS);
  const byDay = new Map<string, Mark[]>();
  for (const m of props.marks) {
    if (m.lane === 'reports') continue;
    const day = m.start.slice(0, 10);
    const here = byDay.get(day);
    if (here) here.push(m);
    else byDay.set(day, [m]);
  }
  const order = [...byDay.keys()].sort().reverse();
  const { drawn, rest } = useGrowing(Math.min(order.length, days), AT_ONCE, order.join());
  if (!order.length) return <p class="state i2">No talk, word or deed is dated to these days.</p>;
  const of = (day: string, lane: Mark['lane']): readonly Mark[] => byDay.get(day)!.filter((m) => m.lane === lane);
  // Reports are drawn by their number alone: none of them is left out here.
  const named = props.marks.filter((m) => m.lane !== 'reports').length;
  const total = props.days.reduce((n, d) => n + (d.lane === 'reports' ? 0 : d.marks), 0);
  return (
    <>
      {total > named && (
        <p class="by">
          The drawing counts all {count(total, 'mark')}; by name here are the newest {named.toLocaleString('en')}. A
          shorter period has more of them.
        </p>
      )}
      <table class="wk-t">
        <caption class="vh">Talks, words and deeds by day</caption>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Talks</th>
            <th scope="col">Words</th>
            <th scope="col">Deeds</th>
          </tr>
        </thead>
        <tbody>
          {order.slice(0, drawn).map((day) => (
            <tr>
              <th scope="row">{fullDay(day)}</th>
              <Lane label="Talks" marks={of(day, 'talks')} />
              <Lane label="Words" marks={of(day, 'words')} />
              <Lane label="Deeds" marks={of(day, 'deeds')} />
            </tr>
          ))}
        </tbody>
      </table>
      {rest}
      {!rest && order.length > days && (
        <button type="button" class="link more" onClick={() => setDays(days + DAYS)}>
          {SAY.more}: {order.length - days} earlier days
        </button>
      )}
    </>
  );
}
