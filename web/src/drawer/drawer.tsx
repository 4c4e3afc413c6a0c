/** The drawer beside every view: what carries an entry, in the words of the reports. Not modal; Esc closes it. */

import { useEffect, useRef, useState } from 'preact/hooks';
import { Show, useAnswer } from '../answer.tsx';
import { Glyph } from '../parts/glyph.tsx';
import { Kbd } from '../parts/kbd.tsx';
import { formatOpen, type Open } from '../route.ts';
import { onKeys, step } from '../shell/keys.ts';
import { closeEntry, partyClass } from '../state.ts';
import { SAY } from '../words.ts';
import { Chain, InContext, Others } from './evidence.tsx';
import { Extras } from './extras.tsx';
import { JudgeBar } from './judge-bar.tsx';
import { openQuestion, sheetOf, type Whole } from './sheet.ts';
import { isShown, shown } from './shown.ts';

export function Drawer() {
  const open = shown.value;
  if (!open) return null;
  return <Frame open={open} />;
}

/** Stays while one entry takes the place of another, and has the focus then. */
function Frame(props: { readonly open: Open }) {
  const key = formatOpen(props.open);
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!box.current) return;
    box.current.scrollTop = 0;
    box.current.focus({ preventScroll: true });
  }, [key]);
  return (
    <aside class="drawer" ref={box} tabIndex={-1} aria-label="Evidence">
      <Opened key={key} open={props.open} />
    </aside>
  );
}

function Opened(props: { readonly open: Open }) {
  const [all, showAll] = useState(false);
  const { asked, ask } = openQuestion(props.open, all);
  const answer = useAnswer(asked, ask);
  return (
    <div class="dr">
      <Show answer={answer} waiting="Opening the evidence">
        {(whole) => <Inside whole={whole} showAll={all ? null : () => showAll(true)} />}
      </Show>
      {!answer.value && (
        <button type="button" class="link" onClick={closeEntry}>
          {SAY.close}
        </button>
      )}
    </div>
  );
}

/** `showAll` asks for all of a long line; `null` where that was done. */
function Inside(props: { readonly whole: Whole; readonly showAll: (() => void) | null }) {
  const sheet = sheetOf(props.whole);
  const [at, choose] = useState(0);
  const shown = Math.min(at, Math.max(sheet.evidence.length - 1, 0));
  const evidence = sheet.evidence[shown];
  const count = sheet.evidence.length;
  const newest = props.whole.kind === 'line' && props.whole.entry.earlier > 0;
  const more = newest ? props.showAll : null;
  const later = (): void => {
    if (shown < count - 1) choose(shown + 1);
    else more?.();
  };
  useEffect(
    () =>
      onKeys({
        '[': () => isShown() && choose((i) => Math.max(i - 1, 0)),
        ']': () => isShown() && later(),
      }),
    [count, shown, more],
  );
  return (
    <>
      <div class="dtop">
        <b>{sheet.kind}</b>
        <button type="button" onClick={() => step(-1)}>
          <Kbd>k</Kbd> {SAY.previous}
        </button>
        <button type="button" onClick={() => step(1)}>
          <Kbd>j</Kbd> {SAY.next}
        </button>
        <button type="button" class="x" onClick={closeEntry}>
          {SAY.close} <Kbd>Esc</Kbd>
        </button>
      </div>
      <h2 class={partyClass(sheet.party)}>
        {sheet.sign && <Glyph sign={sheet.sign} class="pc" />}
        {sheet.sentence}
        {sheet.quoted && (
          <>
            {' '}
            <span class="q">“{sheet.quoted}”</span>
          </>
        )}
      </h2>
      <p class="facts">
        {sheet.facts.map((fact) => (
          <span>{fact}</span>
        ))}
      </p>
      {evidence && (
        <>
          {count > 1 && (
            <p class="nth">
              Evidence {shown + 1} of {newest ? `the newest ${count}` : count}
              <button type="button" disabled={shown === 0} onClick={() => choose(shown - 1)}>
                <Kbd>[</Kbd> earlier
              </button>
              <button type="button" disabled={shown === count - 1 && !more} onClick={later}>
                <Kbd>]</Kbd> later
              </button>
            </p>
          )}
          <InContext key={evidence.item + evidence.report} evidence={evidence} />
          <Chain evidence={evidence} all={sheet.evidence} />
        </>
      )}
      <Others all={sheet.evidence.slice(0, sheet.same)} at={shown} choose={choose} />
      <Extras whole={props.whole} showAll={props.showAll} />
      <JudgeBar whole={props.whole} target={sheet.target} evidence={evidence} />
    </>
  );
}
