/** The frame that all views stand in. */
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { Drawer } from '../drawer/drawer.tsx';
import { SignSheet } from '../parts/glyph.tsx';
import type { View } from '../route.ts';
import { overview, route, told } from '../state.ts';
import { KEYS, SAY, VIEW } from '../words.ts';
import { Hindered } from './hindered.tsx';
import { Masthead } from './masthead.tsx';
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

export function Page(props: { readonly views: Readonly<Record<View, ComponentType>> }) {
  const { view, open } = route.value;
  // Before there is a case, there is one thing to do.
  const Shown = props.views[route.value.case === null ? 'add' : view];
  const name = overview.value?.name;
  useEffect(() => {
    document.title = `${VIEW[view]}${name ? `, ${name}` : ''} · ${SAY.brand}`;
  }, [view, name]);
  useEffect(() => {
    scrollTo(0, 0);
  }, [view]);
  return (
    <div class={`desk ${open ? 'with-drawer' : ''}`}>
      <SignSheet />
      <button type="button" class="skip" onClick={() => document.querySelector<HTMLElement>('#main')?.focus()}>
        {SAY.skip}
      </button>
      <Masthead />
      <div class="frame">
        <main id="main" tabIndex={-1} data-view={view}>
          {hindered.value && !overview.value ? (
            <Hindered fault={hindered.value} />
          ) : route.value.case === null && !started.value ? (
            <p class="state i2">Looking for cases</p>
          ) : (
            <Shown key={view} />
          )}
        </main>
        <Drawer />
      </div>
      <p class={told.value ? 'told' : 'vh'} role="status">
        {told.value}
      </p>
      <KeysDialog />
      <Foot />
    </div>
  );
}
