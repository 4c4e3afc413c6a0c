/** One cell of the table of positions: all of it is one button. */
import type { Movement } from '../../../../src/record.ts';
import type { Cell } from '../../../../src/store/store.ts';
import { Dated, Moved, Opens, Possible, Sources } from '../../parts/bits.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { sayerWords } from '../../parts/sayer.ts';
import { stanceSign } from '../../parts/signs.ts';
import { partyClass } from '../../state.ts';
import { clip, fullest, splitCondition, trimmed } from '../../text.ts';
import { SAY, STANCE, VOICE } from '../../words.ts';

const Condition = (props: { readonly words: string }) => {
  const [joined, rest] = splitCondition(props.words);
  return (
    <span class="if">
      <i class="joined">{joined || SAY.condition}</i> <span class="q">{joined ? rest : `“${rest}”`}</span>
    </span>
  );
};

export function CellButton(props: { readonly cell: Cell }) {
  const { cell } = props;
  return (
    <Opens kind="line" id={cell.line} class={`cell ${partyClass(cell.holder)}`}>
      <span class="vh">{cell.holder} </span>
      <span class="l1">
        <span>
          <Glyph sign={stanceSign(cell.stance)} class="pc" />
          <b>{STANCE[cell.stance]}</b> <Possible confidence={cell.confidence} />
        </span>
        <span class="mvs">
          {cell.claimed && <Moved how={cell.claimed.movement as Movement} seen={false} />}
          {cell.observed && <Moved how={cell.observed.direction ?? 'new'} seen />}
        </span>
      </span>
      <span class="w" dir="auto">
        {clip(fullest(cell.words), 14)}
      </span>
      {cell.condition && !trimmed(cell.words).includes(cell.condition) && <Condition words={cell.condition} />}
      {cell.precondition && <span class="if">a condition for going on</span>}
      {cell.voice !== 'self' && (
        <span class="if">
          <Glyph sign={cell.voice === 'other' ? 'vo-other' : 'vo-narrator'} />
          {cell.voice === 'other' ? `${sayerWords(cell.by)} says so of it` : VOICE.narrator}
        </span>
      )}
      {cell.claimed?.by && (
        <span class="if">
          {cell.claimed.by} says {cell.claimed.movement}
        </span>
      )}
      {cell.also.length > 0 && (
        <span class="al">
          {SAY.also}{' '}
          {cell.also.map((stance) => (
            <span>
              <Glyph sign={stanceSign(stance)} class="pc" />
              {STANCE[stance]}{' '}
            </span>
          ))}
        </span>
      )}
      <span class="mt">
        <Sources support={cell.support} />
        <Dated day={cell.support.last} entry={cell.line} class="d" />
      </span>
    </Opens>
  );
}
