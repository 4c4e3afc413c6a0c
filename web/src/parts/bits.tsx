/** Small pieces that all views share. */

import { computed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { CaseDispute, Support } from '../../../src/case.ts';
import { isSure, type Movement } from '../../../src/record.ts';
import { shortDay } from '../dates.ts';
import { disputeAbout } from '../drawer/titles.ts';
import { formatOpen, type Open, type OpenKind } from '../route.ts';
import { changedIds, openEntry, openedKey, partyClass } from '../state.ts';
import { shorten, trimmed } from '../text.ts';
import { count, MOVEMENT, SAY } from '../words.ts';
import { Glyph } from './glyph.tsx';
import { supportWords } from './sayer.ts';
import { movementSign } from './signs.ts';

/** A party's name behind the bar of its colour. Anybody else is shown without one. */
export const Party = (props: { readonly name: string | null; readonly children?: ComponentChildren }) => (
  <span class="party">
    <i class={`p ${partyClass(props.name)}`} />
    {props.children ?? props.name ?? SAY.nobody}
  </span>
);

/** The source's own words. */
export const Words = (props: { readonly children: string }) => (
  <span class="q" dir="auto">
    {`“${shorten(trimmed(props.children))}”`}
  </span>
);
/** Whatever opens the drawer: the whole of it is one button. */
export function Opens(props: {
  readonly kind: OpenKind;
  readonly id: string;
  readonly item?: boolean;
  readonly class?: string;
  readonly children: ComponentChildren;
}) {
  const open: Open = { kind: props.kind, id: props.id, item: props.item ?? false };
  const key = formatOpen(open);
  // Of hundreds in a view, only the one that was open and the one that is are drawn again.
  const here = useMemo(() => computed(() => openedKey.value === key), [key]).value;
  return (
    <button
      type="button"
      class={`${props.class ?? ''} ${here ? 'sel' : ''}`}
      data-open={key}
      aria-pressed={here}
      onClick={() => openEntry(open)}
    >
      {props.children}
    </button>
  );
}

/** Solid ticks, then hollow ones. One drawing, since a table has thousands of them. */
export const Ticks = (props: { readonly own: number; readonly further: number }) => {
  const { own, further } = props;
  const all = (n: number, from: number, tick: (x: number) => string): string =>
    Array.from({ length: n }, (_, k) => tick(5 * (from + k))).join('');
  return (
    <svg class="tick" width={5 * (own + further) - 2} height="10" aria-hidden="true">
      <path class="o" d={all(own, 0, (x) => `M${x} 0h3v10h-3z`)} />
      {further > 0 && <path class="c" d={all(further, own, (x) => `M${x + 0.5} .5h2v9h-2z`)} />}
    </svg>
  );
};

/** Said of what the program is less sure of; nothing of what the record asserts. */
export const Possible = (props: { readonly confidence: number }) =>
  isSure(props) ? null : (
    <span class="possible" title={SAY.possibleWhy}>
      {SAY.possible}
    </span>
  );

/**
 * A solid tick for each independent source, a hollow one for each further report (copies among them), then the same in
 * figures: `3 sources +7`. The drawer has it in full.
 */
export function Sources(props: { readonly support: Support }) {
  const { originators, reports } = props.support;
  const own = Math.max(originators, 1);
  const further = Math.max(reports - own, 0);
  return (
    <span class="src">
      <Ticks own={Math.min(own, 8)} further={Math.min(further, 6)} />
      <span aria-hidden="true">
        {count(own, 'source')}
        {further > 0 && ` +${further.toLocaleString('en')}`}
      </span>
      <span class="vh">{supportWords(props.support)}</span>
    </span>
  );
}

/** A dot before the date where the entry changed since the last look. */
export const Dated = (props: { readonly day: string | null; readonly entry?: string; readonly class?: string }) => (
  <span class={`nw ${props.class ?? ''}`}>
    {props.entry !== undefined && changedIds.value.has(props.entry) && (
      <span class="nd">
        <span class="vh">{SAY.changedSince}</span>
      </span>
    )}
    {shortDay(props.day)}
  </span>
);

/** Movement that two dated statements show, or that somebody claims. */
export const Moved = (props: { readonly how: Movement; readonly seen: boolean; readonly by?: string | null }) => (
  <span class={`mv ${props.seen ? 'seen' : 'said'}`}>
    <Glyph sign={movementSign(props.how)} />
    <span>
      {props.seen ? SAY.seen : SAY.said} {MOVEMENT[props.how]}
      {!props.seen && props.by ? `, by ${props.by}` : ''}
    </span>
  </span>
);

/** A section's heading, with a count or remark beside it and one way on. */
export const Head = (props: {
  readonly title: string;
  readonly aside?: ComponentChildren;
  readonly children?: ComponentChildren;
}) => (
  <div class="h2row">
    <h2>{props.title}</h2>
    {props.aside !== undefined && <span>{props.aside}</span>}
    {props.children && <span class="on">{props.children}</span>}
  </div>
);

/** What a dispute is about; the source's words in their own type. */
export const AboutDispute = (props: { readonly dispute: CaseDispute }) => {
  const { ours, quoted } = disputeAbout(props.dispute);
  return (
    <>
      {ours}
      {ours && quoted && ': '}
      {quoted && <Words>{quoted}</Words>}
    </>
  );
};
