/** The top of the page: the case, its parties, search, and the views. */

import { longDay } from '../dates.ts';
import { Kbd } from '../parts/kbd.tsx';
import { formatRoute, listText, VIEWS, type View } from '../route.ts';
import {
  caseName,
  cases,
  go,
  hidden,
  mainParties,
  narrow,
  overview,
  parameters,
  parties,
  partyClass,
  progress,
  route,
  toView,
  view,
} from '../state.ts';
import { count, SAY, VIEW } from '../words.ts';
import { connected, hindered } from './start.ts';
import { switchTheme } from './theme.ts';

const Tab = (props: { readonly view: View; readonly figure?: number | undefined }) => (
  <a
    href={formatRoute(toView(props.view))}
    aria-current={view.value === props.view ? 'page' : undefined}
    class="tab"
    data-view-of={props.view}
  >
    {VIEW[props.view]}
    {props.figure !== undefined && <small>{props.figure.toLocaleString('en')}</small>}
  </a>
);

/** Three letters that tell the parties apart. */
const short = (name: string): string => name.replace(/^the /i, '').slice(0, 3).toUpperCase();
/** Its first letters; the initials where others begin alike: `UN` and `UK`, not twice `UNI`. */
function codeOf(name: string): string {
  const words = name.replace(/^the /i, '').split(/[\s-]+/);
  const alike = mainParties.value.filter((other) => short(other) === short(name)).length > 1;
  return alike && words.length > 1 ? words.map((word) => word.charAt(0).toUpperCase()).join('') : short(name);
}

const togglePart = (name: string): void => {
  const next = new Set(hidden.value);
  if (!next.delete(name)) next.add(name);
  narrow({ hide: listText([...next]) }, true);
};

/** The way to those that few reports speak of, and back. */
const MoreParties = () => {
  const further = parties.value.length - mainParties.value.length;
  const all = Boolean(parameters.value.all);
  if (further === 0 && !all) return null;
  return (
    <button type="button" class="further" onClick={() => narrow({ all: all ? undefined : '1' }, true)}>
      {all ? 'fewer' : `and ${further} more`}
    </button>
  );
};

const Parties = () => (
  <fieldset class="parties">
    <legend class="vh">Parties shown</legend>
    {mainParties.value.map((name) => (
      <button type="button" aria-pressed={!hidden.value.has(name)} onClick={() => togglePart(name)}>
        <i class={`p ${partyClass(name)}`} />
        <span class="full">{name}</span>
        <abbr class="abbr" title={name}>
          {codeOf(name)}
        </abbr>
      </button>
    ))}
    <MoreParties />
  </fieldset>
);

/** How much was read, or how far reading is. */
function Read() {
  if (!connected.value && !hindered.value)
    return <span class="read off">The desk’s server does not answer; what is shown may be old.</span>;
  const now = progress.value;
  const o = overview.value;
  if (now && !now.finished)
    return (
      <span class="read" role="status">
        Reading {now.done.toLocaleString('en')}
        {now.total === null ? '' : ` of ${count(now.total, 'report')}`}
        {now.secondsLeft ? `, about ${Math.ceil(now.secondsLeft)} s left` : ''}
      </span>
    );
  if (!o) return null;
  return (
    <span class="read">
      {count(o.reports, 'report')}, {o.outlets > 0 && `${count(o.outlets, 'outlet')}, `}
      {count(o.originators, 'independent source')}
      {o.last ? ` · last on ${longDay(o.last)}` : ''}
    </span>
  );
}

const Find = () => (
  <form
    class="find"
    role="search"
    onSubmit={(e) => {
      e.preventDefault();
      const words = new FormData(e.currentTarget).get('words');
      if (typeof words === 'string' && words.trim()) go(toView('search', { words: words.trim() }));
    }}
  >
    <label class="vh" for="find">
      {SAY.search}
    </label>
    <input
      id="find"
      name="words"
      type="search"
      placeholder={SAY.search}
      defaultValue={route.peek().parameters.words ?? ''}
      autocomplete="off"
    />
    <Kbd>/</Kbd>
  </form>
);

/** Tells the styles how high the masthead is, so that what sticks below it does so at every width. */
function keepTop(mast: HTMLElement | null): (() => void) | undefined {
  if (!mast) return undefined;
  const tell = (): void => {
    const sticks = getComputedStyle(mast).position === 'sticky';
    document.documentElement.style.setProperty('--top', `${sticks ? mast.offsetHeight : 0}px`);
  };
  const observer = new ResizeObserver(tell);
  observer.observe(mast);
  tell();
  return () => observer.disconnect();
}

export const Masthead = () => (
  <header class="mast" ref={keepTop}>
    <div class="m1">
      <span class="brand">
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M2 3.5h12M2 8h12M2 12.5h5M11.5 9.5v5" fill="none" stroke="currentColor" stroke-width="1.8" />
        </svg>
        <span class="nm">{SAY.brand}</span>
      </span>
      <p class="case">{overview.value?.name || caseName.value || SAY.brand}</p>
      {cases.value.length > 1 && (
        <a class="tool" href={formatRoute(toView('add'))}>
          {count(cases.value.length, 'case')}
        </a>
      )}
      <Read />
      <Find />
      <nav class="tools" aria-label="Work">
        <Tab view="correct" />
        <Tab view="brief" />
        <Tab view="add" />
        <Tab view="case" />
      </nav>
      <button type="button" class="tool" onClick={switchTheme}>
        {SAY.theme}
      </button>
      <button
        type="button"
        class="tool"
        onClick={() => document.querySelector<HTMLDialogElement>('#keys')?.showModal()}
      >
        {SAY.keys} <Kbd>?</Kbd>
      </button>
    </div>
    <div class="m2">
      <nav class="tabs" aria-label="Views">
        {VIEWS.slice(0, 9).map((one) => (
          <Tab view={one} figure={one === 'reports' ? overview.value?.reports : undefined} />
        ))}
      </nav>
      <Parties />
    </div>
  </header>
);
