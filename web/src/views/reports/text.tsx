/** The text of a report with every record marked; a click on a mark opens it. Text stands in text nodes alone. */
import { useEffect, useRef } from 'preact/hooks';
import type { Item } from '../../../../src/case.ts';
import type { ReportWhole } from '../../../../src/store/store.ts';
import { itemSentence } from '../../drawer/titles.ts';
import { type MarkSpan, type Piece, pieces } from '../../marks.ts';
import { Opens } from '../../parts/bits.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { openEntry, opened, parameters, partyClass } from '../../state.ts';
import { inOrder, marksOf, type Paragraph, paragraphsOf, partyOf, type ReportMark } from './layers.ts';

/** Which mark is drawn where several lie over each other: the first of these. */
const RANK = ['condition', 'position', 'event', 'talk', 'dispute', 'statement', 'figure'] as const;
const isItemHere = (item: Item): boolean => {
  const open = opened.value;
  return parameters.value.at === item.id || (open?.item === true && open.id === item.id);
};
const openItem = (item: Item): void => openEntry({ kind: item.kind, id: item.id, item: true });

const MarkPiece = (props: {
  readonly text: string;
  readonly piece: Piece<ReportMark>;
  readonly number: (item: Item, end: number) => number | null;
}) => {
  const { start, end, marks } = props.piece;
  const words = props.text.slice(start, end);
  if (!marks.length) return words;
  const top = RANK.map((layer) => marks.find((m) => m.layer === layer)).find((m) => m !== undefined) ?? marks[0]!;
  const hot = marks.some((m) => isItemHere(m.item));
  const layers = [...new Set(marks.map((m) => `m-${m.layer}`))].join(' ');
  const numbers = [...new Set(marks.flatMap((m) => props.number(m.item, end) ?? []))];
  return (
    <>
      {/* The keyboard has the notes beside the paragraph. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: as said */}
      <mark
        class={`top-${top.layer} ${layers} ${partyClass(partyOf(top.item))} ${hot ? 'hot' : ''}`}
        data-item={marks.map((m) => m.item.id).join(' ')}
        onClick={() => openItem(top.item)}
      >
        {words}
      </mark>
      {numbers.length > 0 && <sup>{numbers.join(' ')}</sup>}
    </>
  );
};

const ItemNote = (props: { readonly item: Item; readonly number: number }) => {
  const { item } = props;
  const { sentence, sign, party } = itemSentence(item);
  return (
    <li class={partyClass(party)}>
      <sup>{props.number}</sup>
      <Opens kind={item.kind} id={item.id} item>
        <Glyph sign={sign} class="pc" />
        {sentence}
        {item.kind === 'position' && item.condition ? ', on condition' : ''}
        {item.accepted ? ' · accepted' : ''}
      </Opens>
    </li>
  );
};

export function ReportText(props: { readonly whole: ReportWhole }) {
  const { whole } = props;
  const box = useRef<HTMLDivElement>(null);
  const items = inOrder(whole.items);
  // A statement that a position rests on is told by that; its words are marked all the same.
  const told = new Set(items.flatMap((i) => (i.kind === 'position' ? (i.record.statement ?? []) : [])));
  const noted = items.filter((i) => i.kind !== 'statement' || !told.has(i.record.id));
  const numbers = new Map(noted.map((item, i) => [item.id, i + 1]));
  const ends = new Map(items.map((item) => [item.id, Math.max(...item.spans.map((s) => s.end))]));
  const marks = marksOf(items);
  const at = parameters.value.at;
  useEffect(() => {
    if (!at) return;
    const mark = box.current?.querySelector(`mark[data-item~="${CSS.escape(at)}"]`);
    mark?.scrollIntoView({ block: 'center' });
  }, [at, whole]);
  const numberAt = (item: Item, end: number): number | null =>
    ends.get(item.id) === end ? (numbers.get(item.id) ?? null) : null;
  const paragraphs = paragraphsOf(whole);
  return (
    <div class="text" ref={box} lang={whole.row.language ?? undefined}>
      {paragraphs.map((p) =>
        // The headline stands above already; where records begin in it, it is shown again, with them.
        whole.text.slice(p.start, p.end).trim() === whole.row.title?.trim() &&
        !items.some((i) => i.spans[0]!.start < p.end && i.spans[0]!.start >= p.start) ? null : (
          <OneParagraph p={p} text={whole.text} marks={marks} items={noted} numbers={numbers} numberAt={numberAt} />
        ),
      )}
    </div>
  );
}

const OneParagraph = (props: {
  readonly p: Paragraph;
  readonly text: string;
  readonly marks: readonly MarkSpan<ReportMark>[];
  readonly items: readonly Item[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly numberAt: (item: Item, end: number) => number | null;
}) => {
  const { p, text, items } = props;
  const here = items.filter((i) => i.spans[0]!.start >= p.start && i.spans[0]!.start < p.end);
  return (
    <div class={`para ${p.grey ? 'rep' : ''} ${p.title ? 'ttl' : ''}`}>
      <span class="n">{p.number}</span>
      <p class="tx" dir="auto">
        {pieces(p.start, p.end, props.marks).map((piece) => (
          <MarkPiece text={text} piece={piece} number={props.numberAt} />
        ))}
      </p>
      <div class="nt">
        {p.grey && <p class="why">{p.grey}</p>}
        {here.length > 0 && (
          <ul>
            {here.map((item) => (
              <ItemNote item={item} number={props.numbers.get(item.id)!} />
            ))}
          </ul>
        )}
      </div>
    </div>
  );
};
