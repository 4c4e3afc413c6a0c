/** The settings of a case, as fields or as the text of case.yaml. */
import { signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import { ApiError } from '../../../../src/api/client.ts';
import type { CaseFile } from '../../../../src/case.ts';
import { Show, useAnswer } from '../../answer.tsx';
import { ViewHead } from '../../parts/filters.tsx';
import { listCases, recordChangedByUs } from '../../shell/start.ts';
import { caseName, client, narrow, parameters, tell } from '../../state.ts';
import { ABOUT, count, VIEW } from '../../words.ts';
import { type Draft, draftOf, type Faults, faultsIn, fileOf } from './draft.ts';
import { Lines, Text } from './fields.tsx';
import { Actors, type Editing, Issues, Parties, Places, Sources } from './lists.tsx';

/** What is being changed outlasts a look at another view. */
const kept = signal<{ readonly of: string; readonly draft: Draft } | null>(null);

const PARTS = [
  ['parties', 'Parties'],
  ['actors', 'People and bodies'],
  ['places', 'Places'],
  ['sources', 'Outlets'],
  ['issues', 'Issues'],
] as const;

/** What the server said: at a field where it names one, else above all. */
interface Refused {
  readonly words: string | null;
  readonly at: Faults;
}
const FINE: Refused = { words: null, at: new Map() };

const refusalOf = (cause: unknown): Refused =>
  cause instanceof ApiError
    ? {
        words: `${cause.title}: ${cause.detail}`,
        at: new Map(cause.errors.map(({ at, message }) => [at, message])),
      }
    : { words: String(cause), at: new Map() };

async function saved(): Promise<void> {
  tell('Saved. The record follows.');
  await Promise.all([recordChangedByUs(), listCases()]);
}

function Form(props: { readonly file: CaseFile }) {
  const name = caseName.value ?? '';
  const there = draftOf(props.file);
  const draft = kept.value?.of === name ? kept.value.draft : there;
  const isChanged = JSON.stringify(draft) !== JSON.stringify(there);
  // Faults are told once somebody tries to save, and then as they are mended.
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, refuse] = useState(FINE);
  const own = faultsIn(draft);
  const faults: Faults = tried ? new Map([...refused.at, ...own]) : new Map();
  const change = (to: Partial<Draft>): void => {
    kept.value = { of: name, draft: { ...draft, ...to } };
    refuse(FINE);
  };
  const save = async (): Promise<void> => {
    setTried(true);
    if (own.size > 0) {
      requestAnimationFrame(() => document.querySelector<HTMLElement>('.settings [aria-invalid="true"]')?.focus());
      return;
    }
    setBusy(true);
    try {
      await client.peek().setCaseFile(fileOf(draft));
      kept.value = null;
      setTried(false);
      refuse(FINE);
      await saved();
    } catch (cause) {
      refuse(refusalOf(cause));
    }
    setBusy(false);
  };
  const editing: Editing = { draft, faults, change };
  return (
    <form
      class="settings"
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        void save();
      }}
    >
      <nav class="parts" aria-label="Parts of the settings">
        {PARTS.map(([part, words]) => (
          <button
            type="button"
            class="link"
            onClick={() => document.querySelector(`#s-${part}`)?.scrollIntoView({ block: 'start' })}
          >
            {words} <small>{draft[part].length}</small>
          </button>
        ))}
      </nav>
      <section class="slist">
        <h2>The case</h2>
        <div class="entry">
          <div class="fields">
            <Text at="name" label="Name" value={draft.name} set={(n) => change({ name: n })} faults={faults} />
            <Lines
              at="maps"
              label="Maps of its own: GeoJSON files in its folder, one a line"
              hint="map.geojson"
              value={draft.maps}
              set={(maps) => change({ maps })}
              faults={faults}
            />
          </div>
        </div>
      </section>
      <Parties {...editing} />
      <Actors {...editing} />
      <Places {...editing} />
      <Sources {...editing} />
      <Issues {...editing} />
      <div class="savebar">
        {refused.words && (
          <p class="wrong" role="alert">
            {refused.words}
          </p>
        )}
        {tried && own.size > 0 && (
          <p class="wrong" role="alert">
            {count(own.size, 'field')} {own.size === 1 ? 'needs' : 'need'} attention; nothing is saved yet.
          </p>
        )}
        <button type="submit" disabled={!isChanged || busy}>
          {busy ? 'Saving' : 'Save'}
        </button>
        {isChanged && !busy ? (
          <button
            type="button"
            class="link"
            onClick={() => {
              kept.value = null;
              setTried(false);
              refuse(FINE);
            }}
          >
            Leave it as it was
          </button>
        ) : (
          <span class="by">{busy ? '' : 'Nothing is changed.'}</span>
        )}
      </div>
    </form>
  );
}

function TextForm(props: { readonly text: string }) {
  const [text, setText] = useState(props.text);
  const [refused, refuse] = useState(FINE);
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      await client.peek().setCaseText(text);
      kept.value = null;
      refuse(FINE);
      await saved();
    } catch (cause) {
      refuse(refusalOf(cause));
    }
    setBusy(false);
  };
  return (
    <form
      class="settings"
      onSubmit={(e) => {
        e.preventDefault();
        void save();
      }}
    >
      <label class="fld">
        <span>case.yaml, as it stands in the folder of the case; comments of your own are not kept</span>
        <textarea
          class="code"
          rows={32}
          spellcheck={false}
          value={text}
          aria-invalid={refused.words !== null}
          onInput={(e) => setText(e.currentTarget.value)}
        />
      </label>
      <div class="savebar">
        {refused.words && (
          <p class="wrong" role="alert">
            {refused.words}
          </p>
        )}
        <button type="submit" disabled={busy || text === props.text}>
          {busy ? 'Saving' : 'Save'}
        </button>
      </div>
    </form>
  );
}

function AsFields() {
  const answer = useAnswer('case file', () => client.peek().caseFile());
  return (
    <Show answer={answer} waiting="Reading the settings">
      {(file) => <Form file={file} />}
    </Show>
  );
}

function AsText() {
  const answer = useAnswer('case text', () => client.peek().caseText());
  return (
    <Show answer={answer} waiting="Reading the settings">
      {(text) => <TextForm key={text} text={text} />}
    </Show>
  );
}

export function Settings() {
  const isText = parameters.value.kind === 'text';
  const mode = (value: string | undefined, words: string) => (
    <button
      type="button"
      class="link"
      aria-pressed={isText === (value === 'text')}
      onClick={() => narrow({ kind: value })}
    >
      {words}
    </button>
  );
  return (
    <>
      <ViewHead title={VIEW.case} about={ABOUT.case}>
        {mode(undefined, 'As fields')}
        {mode('text', 'As text')}
      </ViewHead>
      {isText ? <AsText /> : <AsFields />}
    </>
  );
}
