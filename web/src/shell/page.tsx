/** The frame that all views stand in. */
import type { ComponentType } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { Drawer } from '../drawer/drawer.tsx';
import { shown } from '../drawer/shown.ts';
import { SignSheet } from '../parts/glyph.tsx';
import type { View } from '../route.ts';
import { caseName, overview, shownId, told, toldWay, view } from '../state.ts';
import { KEYS, SAY, VIEW } from '../words.ts';
import { Hindered } from './hindered.tsx';
import { Masthead } from './masthead.tsx';
import { scrollToPlace } from './scrolled.ts';
import { hindered, started } from './start.ts';

const KeysDialog = () => (
  <dialog id="keys" aria-labelledby="keys-title">
    <h2 id="keys-title">{SAY.keys}</h2>
    <dl>
      {KEYS.map(([key, does]) => (
        <div>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
    <button type="button" class="link" onClick={(e) => e.currentTarget.closest('dialog')?.close()}>
      {SAY.close}
    </button>
  </dialog>
);

const Foot = () => (
  <footer class="foot">
    <span>
      <kbd>j</kbd> <kbd>k</kbd> move
    </span>
    <span>
      <kbd>Enter</kbd> open the evidence
    </span>
    <span>
      <kbd>1</kbd> to <kbd>9</kbd> views
    </span>
    <span>
      <kbd>/</kbd> search
    </span>
    <span>
      <kbd>?</kbd> all keys
    </span>
    <span class="r">Nothing leaves this machine.</span>
  </footer>
);

/** The view that the address names. */
function Main(props: { readonly views: Readonly<Record<View, ComponentType>> }) {
  const now = view.value;
  // Before there is a case, there is one thing to do.
  const Shown = props.views[caseName.value === null ? 'add' : now];
  const name = overview.value?.name;
  useEffect(() => {
    document.title = `${VIEW[now]}${name ? `, ${name}` : ''} · ${SAY.brand}`;
  }, [now, name]);
  useLayoutEffect(() => {
    scrollToPlace();
  }, [now, shownId.value]);
  return (
    <main id="main" tabIndex={-1} data-view={now}>
      {hindered.value && !overview.value ? (
        <Hindered fault={hindered.value} />
      ) : caseName.value === null && !started.value ? (
        <p class="state i2">Looking for cases</p>
      ) : (
        <Shown key={now} />
      )}
    </main>
  );
}

const Told = () => (
  <p class={told.value ? 'told' : 'vh'} role="status">
    {told.value}
    {toldWay.value && (
      <>
        {' '}
        <button type="button" class="link" onClick={toldWay.value.go}>
          {toldWay.value.words}
        </button>
      </>
    )}
  </p>
);

/** Each part looks at what it shows alone: what opens in the drawer draws nothing else anew. */
export function Page(props: { readonly views: Readonly<Record<View, ComponentType>> }) {
  return (
    <div class={`desk ${shown.value ? 'with-drawer' : ''}`}>
      <SignSheet />
      <button type="button" class="skip" onClick={() => document.querySelector<HTMLElement>('#main')?.focus()}>
        {SAY.skip}
      </button>
      <Masthead />
      <div class="frame">
        <Main views={props.views} />
        <Drawer />
      </div>
      <Told />
      <KeysDialog />
      <Foot />
    </div>
  );
}
