/** The lists of the settings: parties, people and bodies, places, outlets, issues of the case's own. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { partyClass } from '../../state.ts';
import { count } from '../../words.ts';
import { type Draft, EMPTY, type Faults, type ListName, WEIGHTS, type Weight } from './draft.ts';
import { Choice, Entry, Lines, Text } from './fields.tsx';

export interface Editing {
  readonly draft: Draft;
  readonly faults: Faults;
  readonly change: (to: Partial<Draft>) => void;
}

/** Of a longer list so many are shown at first. */
const SHOWN = 30;

interface ListProps<L extends ListName> extends Editing {
  readonly list: L;
  readonly title: string;
  readonly about: string;
  readonly one: string;
  readonly nameOf: (row: Draft[L][number]) => string;
  readonly ordered?: boolean;
  readonly class?: string;
  readonly children: (
    row: Draft[L][number],
    at: string,
    set: (to: Partial<Draft[L][number]>) => void,
  ) => ComponentChildren;
}

function List<L extends ListName>(props: ListProps<L>) {
  const { list, draft, change, one } = props;
  const rows = draft[list] as readonly Draft[L][number][];
  const [shown, show] = useState(SHOWN);
  const put = (next: readonly Draft[L][number][]): void => change({ [list]: next } as Partial<Draft>);
  const swap = (i: number, j: number): void =>
    put(rows.map((row, k) => (k === i ? rows[j]! : k === j ? rows[i]! : row)));
  const add = (): void => {
    put([...rows, EMPTY[list]]);
    show(Math.max(shown, rows.length + 1));
    // The new one stands at the end; its first field is where one goes on.
    requestAnimationFrame(() => {
      const fields = document.querySelectorAll<HTMLElement>(`[data-at^="${list}.${rows.length}."]`);
      fields[0]?.focus();
    });
  };
  return (
    <section class="slist" id={`s-${list}`}>
      <h2>
        {props.title} <small>{rows.length}</small>
      </h2>
      <p class="by">{props.about}</p>
      {rows.slice(0, shown).map((row, i) => (
        <Entry
          key={i}
          title={props.nameOf(row) || `${one} ${i + 1}`}
          class={props.class ?? ''}
          up={props.ordered && i > 0 ? () => swap(i, i - 1) : undefined}
          down={props.ordered && i < rows.length - 1 ? () => swap(i, i + 1) : undefined}
          out={() => put(rows.filter((_, k) => k !== i))}
        >
          {props.children(row, `${list}.${i}`, (to) => put(rows.map((r, k) => (k === i ? { ...r, ...to } : r))))}
        </Entry>
      ))}
      <p class="go">
        <button type="button" onClick={add}>
          Add {one === 'outlet' || one === 'issue' ? 'an' : 'a'} {one}
        </button>
        {rows.length > shown && (
          <button type="button" class="link" onClick={() => show(rows.length)}>
            Show {count(rows.length - shown, `further ${one}`)}
          </button>
        )}
      </p>
    </section>
  );
}

export const Parties = (props: Editing) => (
  <List
    {...props}
    list="parties"
    title="Parties"
    one="party"
    ordered
    about="The sides, in the order in which they are shown. Names are compared without capitals, accents and points."
    nameOf={(p) => p.name}
  >
    {(p, at, set) => (
      <>
        <div class={`named ${partyClass(p.name)}`}>
          <i class={`p ${partyClass(p.name)}`} />
          <Text
            at={`${at}.name`}
            label="Usual name"
            value={p.name}
            set={(name) => set({ name })}
            faults={props.faults}
          />
        </div>
        <Lines
          at={`${at}.aliases`}
          label="Its other names, one a line"
          hint={'a capital that stands for it\nthe … side'}
          value={p.aliases}
          set={(aliases) => set({ aliases })}
          faults={props.faults}
        />
        <Lines
          at={`${at}.members`}
          label="Who speaks for it, one a line"
          hint="people and bodies"
          value={p.members}
          set={(members) => set({ members })}
          faults={props.faults}
        />
      </>
    )}
  </List>
);

export const Actors = (props: Editing) => (
  <List
    {...props}
    list="actors"
    title="People and bodies"
    one="person or body"
    about="Only where the reports do not show that two names are one person or body."
    nameOf={(a) => a.name}
  >
    {(a, at, set) => (
      <>
        <Text at={`${at}.name`} label="Usual name" value={a.name} set={(name) => set({ name })} faults={props.faults} />
        <Lines
          at={`${at}.aliases`}
          label="Other names, one a line"
          value={a.aliases}
          set={(aliases) => set({ aliases })}
          faults={props.faults}
        />
      </>
    )}
  </List>
);

export const Places = (props: Editing) => (
  <List
    {...props}
    list="places"
    title="Places"
    one="place"
    about="Places that the gazetteer does not know or puts elsewhere, in degrees (WGS 84)."
    nameOf={(p) => p.name}
    class="four"
  >
    {(p, at, set) => (
      <>
        <Text at={`${at}.name`} label="Name" value={p.name} set={(name) => set({ name })} faults={props.faults} />
        <Lines
          at={`${at}.aliases`}
          label="Other names, one a line"
          value={p.aliases}
          set={(aliases) => set({ aliases })}
          faults={props.faults}
        />
        <Text
          at={`${at}.latitude`}
          label="Latitude, north above 0"
          hint="41.5"
          value={p.latitude}
          set={(latitude) => set({ latitude })}
          faults={props.faults}
        />
        <Text
          at={`${at}.longitude`}
          label="Longitude, east above 0"
          hint="-3.25"
          value={p.longitude}
          set={(longitude) => set({ longitude })}
          faults={props.faults}
        />
      </>
    )}
  </List>
);

export const Sources = (props: Editing) => (
  <List
    {...props}
    list="sources"
    title="Outlets"
    one="outlet"
    about="Other names of one outlet, the side that it is known to stand on, and whether it is a news agency that others copy."
    nameOf={(s) => s.outlet}
    class="four"
  >
    {(s, at, set) => (
      <>
        <Text
          at={`${at}.outlet`}
          label="Outlet"
          value={s.outlet}
          set={(outlet) => set({ outlet })}
          faults={props.faults}
        />
        <Lines
          at={`${at}.aliases`}
          label="Other names, one a line"
          value={s.aliases}
          set={(aliases) => set({ aliases })}
          faults={props.faults}
        />
        <Choice
          at={`${at}.side`}
          label="Stands on the side of"
          value={s.side}
          set={(side) => set({ side })}
          faults={props.faults}
          choices={[
            ['', 'none'],
            ...[
              ...new Set([...props.draft.parties.map((p) => p.name.trim()).filter(Boolean), s.side].filter(Boolean)),
            ].map((name) => [name, name] as const),
          ]}
        />
        <label class="tick-box">
          <input type="checkbox" checked={s.agency} onChange={(e) => set({ agency: e.currentTarget.checked })} /> a news
          agency
        </label>
      </>
    )}
  </List>
);

const SPEAKS: Readonly<Record<Weight, string>> = {
  4: 'Words that settle it',
  3: 'Words that speak for it',
  2: 'Words that may mean it',
  1: 'Words that hint at it',
};

export const Issues = (props: Editing) => (
  <List
    {...props}
    list="issues"
    title="Issues of your own"
    one="issue"
    about="Beside those that the program knows; one with the code of a known issue takes its place. Words and phrases stand apart by commas, in their base form; three dots stand for up to three words. They are looked for when reports are read: rapporteur add --again reads those that are there."
    nameOf={(i) => i.name || i.code}
    class="issue"
  >
    {(issue, at, set) => (
      <>
        <Text
          at={`${at}.code`}
          label="Code"
          hint="FISHING_RIGHTS"
          value={issue.code}
          set={(code) => set({ code: code.toUpperCase().replaceAll(' ', '_') })}
          faults={props.faults}
        />
        <Text at={`${at}.name`} label="Name" value={issue.name} set={(name) => set({ name })} faults={props.faults} />
        <Lines
          at={`${at}.definition`}
          label="What it covers"
          value={issue.definition}
          set={(definition) => set({ definition })}
          faults={props.faults}
        />
        {WEIGHTS.map((weight) => (
          <Lines
            at={weight === '4' ? `${at}.triggers` : `${at}.triggers.${weight}`}
            label={SPEAKS[weight]}
            hint={weight === '4' ? 'fishing licence, catch quota' : ''}
            value={issue.triggers[weight] ?? ''}
            set={(words) => set({ triggers: { ...issue.triggers, [weight]: words } })}
            faults={props.faults}
          />
        ))}
        <Lines
          at={`${at}.counters`}
          label="Words that speak against it"
          value={issue.counters['4'] ?? ''}
          set={(words) => set({ counters: { ...issue.counters, 4: words } })}
          faults={props.faults}
        />
      </>
    )}
  </List>
);
