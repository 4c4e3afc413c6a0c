/** Adding reports: files, a folder, pasted text, the address of a page; how far reading is, and what failed. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiError } from '../../../../src/api/client.ts';
import { Head } from '../../parts/bits.tsx';
import { ViewHead } from '../../parts/filters.tsx';
import { formatRoute } from '../../route.ts';

import { caseName, cases, client, overview, progress, toView } from '../../state.ts';
import { ABOUT, count, VIEW } from '../../words.ts';
import { handOverDropped } from './drop-anywhere.ts';
import type { Given } from './dropped.ts';
import { handOver, handOverAddress, handOverText, inNewCase, pasted } from './hand-over.ts';

/** What went wrong with the last thing given. */
type Fault = { readonly title: string; readonly detail: string } | null;
const asFault = (cause: unknown): Fault =>
  cause instanceof ApiError ? cause : { title: 'That did not work', detail: String(cause) };

function Progress() {
  const now = progress.value;
  if (!now) return null;
  const share = now.total ? now.done / now.total : 0;
  return (
    <section class="group" aria-live="polite">
      <Head title={now.finished ? 'Read' : 'Reading'} />
      <p>
        {now.total === null
          ? count(now.done, 'report')
          : `${now.done.toLocaleString('en')} of ${count(now.total, 'report')}`}
        {now.perSecond && !now.finished ? `, ${Math.round(now.perSecond)} a second` : ''}
        {now.secondsLeft && !now.finished ? `, about ${Math.ceil(now.secondsLeft)} s left` : ''}.
        {!now.finished && ' What is read already can be used meanwhile.'}
      </p>
      <svg class="bar" viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true">
        <rect width={now.finished ? 100 : share * 100} height="3" />
      </svg>
      <p class="go">
        {now.finished ? (
          <a href={formatRoute(toView('overview'))}>See the overview</a>
        ) : (
          <button type="button" class="link" onClick={() => void client.peek().stop(now.job)}>
            Stop; keep what is read
          </button>
        )}
      </p>
      {now.failures.length > 0 && (
        <div class="failures">
          <h3>{count(now.failures.length, 'file')} could not be read; the others stand</h3>
          <ul>
            {now.failures.map((f) => (
              <li>
                <b>{f.path || 'The job'}</b>: {f.message}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

/** Into the case that is open, or into a new one. */
function Where() {
  const here = overview.value?.name || caseName.value;
  return (
    <fieldset class="where-to">
      <legend>Into</legend>
      {here !== null && (
        <label>
          <input
            type="radio"
            name="into"
            checked={!inNewCase.value.yes}
            onChange={() => {
              inNewCase.value = { ...inNewCase.peek(), yes: false };
            }}
          />{' '}
          {here}
        </label>
      )}
      <label>
        <input
          type="radio"
          name="into"
          checked={here === null || inNewCase.value.yes}
          onChange={() => {
            inNewCase.value = { ...inNewCase.peek(), yes: true };
          }}
        />{' '}
        a new case, called
      </label>
      <input
        aria-label="Name of the new case"
        placeholder="after its folder or the day"
        value={inNewCase.value.name}
        onInput={(e) => {
          inNewCase.value = { yes: true, name: e.currentTarget.value };
        }}
      />
    </fieldset>
  );
}

export function Add() {
  const [fault, setFault] = useState<Fault>(null);
  const [over, setOver] = useState(false);
  const [sent, setSent] = useState<string | null>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  const address = useRef<HTMLInputElement>(null);
  const waiting = pasted.value;
  useEffect(() => {
    const field = waiting && ('url' in waiting ? address.current : text.current);
    if (!field) return;
    field.value = 'url' in waiting ? waiting.url : waiting.text;
    field.focus();
    field.scrollIntoView({ block: 'center' });
    pasted.value = null;
  }, [waiting]);
  const attempt = (doing: string, work: () => Promise<unknown>): void => {
    setFault(null);
    setSent(doing);
    work().then(
      () => setSent(null),
      (cause: unknown) => {
        setSent(null);
        setFault(asFault(cause));
      },
    );
  };
  const give = (given: readonly Given[]): void => {
    if (given.length === 0) return;
    attempt(`Handing over ${count(given.length, 'file')}`, () => handOver(given));
  };
  const fromInput = (input: HTMLInputElement): void => {
    give([...(input.files ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file })));
    input.value = '';
  };
  const field = (form: HTMLFormElement, name: string): string => String(new FormData(form).get(name) ?? '').trim();
  return (
    <>
      <ViewHead title={VIEW.add} about={ABOUT.add}></ViewHead>
      <Where />
      {fault && (
        <div class="state" role="alert">
          <h2>{fault.title}</h2>
          <p>{fault.detail}</p>
          <p>What was read before still stands.</p>
        </div>
      )}
      <div
        class={`drop ${over ? 'over' : ''}`}
        onDragOver={(e) => {
          e.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(e) => {
          e.preventDefault();
          setOver(false);
          const { dataTransfer } = e;
          if (dataTransfer) attempt('Handing over what was dropped', () => handOverDropped(dataTransfer));
        }}
      >
        <p>
          <b>Drop files, a folder, a text or a link here.</b> Web pages, text, Markdown, PDF, Word, mail, JSON lines,
          feeds and archives of them. Dropped on any other view, they begin a new case.
        </p>
        <div class="go">
          <label class="solid">
            Choose files
            <input class="vh" type="file" multiple onChange={(e) => fromInput(e.currentTarget)} />
          </label>
          <label class="solid">
            Choose a folder
            <input
              class="vh"
              type="file"
              ref={(e) => e?.setAttribute('webkitdirectory', '')}
              onChange={(e) => fromInput(e.currentTarget)}
            />
          </label>
          {sent && <span role="status">{sent}</span>}
        </div>
      </div>
      <Progress />
      <div class="ways">
        <form
          class="jform"
          onSubmit={(e) => {
            e.preventDefault();
            const form = e.currentTarget;
            const text = field(form, 'text');
            const [title, outlet, published] = ['title', 'outlet', 'published'].map((n) => field(form, n));
            if (text)
              attempt('Handing over the text', async () => {
                await handOverText({
                  text,
                  ...(title ? { title } : {}),
                  ...(outlet ? { outlet } : {}),
                  ...(published ? { published } : {}),
                });
                form.reset();
              });
          }}
        >
          <h2>Paste a text</h2>
          <label>
            Text
            <textarea name="text" rows={6} required ref={text} />
          </label>
          <div class="fields">
            <label>
              Headline
              <input name="title" />
            </label>
            <label>
              Outlet
              <input name="outlet" />
            </label>
            <label>
              Published on
              <input name="published" type="date" />
            </label>
          </div>
          <div class="go">
            <button type="submit">Add the text</button>
          </div>
        </form>
        <div>
          <form
            class="jform"
            onSubmit={(e) => {
              e.preventDefault();
              const form = e.currentTarget;
              const url = field(form, 'url');
              if (url)
                attempt('Fetching the page', async () => {
                  await handOverAddress(url);
                  form.reset();
                });
            }}
          >
            <h2>Fetch a page</h2>
            <p class="by">Only this asks the web for anything; not where the desk was started offline.</p>
            <label>
              Address
              <input name="url" type="url" placeholder="https://" required ref={address} />
            </label>
            <div class="go">
              <button type="submit">Fetch it</button>
            </div>
          </form>
          {cases.value.length > 1 && (
            <section class="cases">
              <h2>Cases here</h2>
              <ul>
                {cases.value.map((c) => (
                  <li>
                    <a href={formatRoute({ ...toView('overview'), case: c.name })}>{c.name}</a>{' '}
                    {c.reports !== null && <span class="by">{count(c.reports, 'report')}</span>}
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      </div>
    </>
  );
}
