/** Fields of the settings: a label, what is typed, and what is wrong with it, in one place. */
import type { ComponentChildren } from 'preact';
import type { Faults } from './draft.ts';

interface Common {
  /** The place in the settings: `parties.0.name`. */
  readonly at: string;
  readonly label: string;
  readonly faults: Faults;
}

const idOf = (at: string): string => `f-${at.replaceAll('.', '-')}`;

const Wrong = (props: { readonly at: string; readonly faults: Faults }) => {
  const fault = props.faults.get(props.at);
  return fault ? (
    <span class="wrong" id={`${idOf(props.at)}-wrong`}>
      {fault}
    </span>
  ) : null;
};

const told = ({ at, faults }: Common) => ({
  id: idOf(at),
  'data-at': at,
  'aria-invalid': faults.has(at),
  'aria-describedby': faults.has(at) ? `${idOf(at)}-wrong` : undefined,
});

export const Text = (
  props: Common & { readonly value: string; readonly set: (value: string) => void; readonly hint?: string },
) => (
  <label class="fld">
    <span>{props.label}</span>
    <input
      {...told(props)}
      value={props.value}
      placeholder={props.hint}
      autocomplete="off"
      onInput={(e) => props.set(e.currentTarget.value)}
    />
    <Wrong at={props.at} faults={props.faults} />
  </label>
);

/** Names, one a line. */
export const Lines = (
  props: Common & { readonly value: string; readonly set: (value: string) => void; readonly hint?: string },
) => (
  <label class="fld">
    <span>{props.label}</span>
    <textarea
      {...told(props)}
      rows={Math.min(Math.max(props.value.split('\n').length, 2), 10)}
      value={props.value}
      placeholder={props.hint}
      onInput={(e) => props.set(e.currentTarget.value)}
    />
    <Wrong at={props.at} faults={props.faults} />
  </label>
);

export const Choice = (
  props: Common & {
    readonly value: string;
    readonly set: (value: string) => void;
    readonly choices: readonly (readonly [string, string])[];
  },
) => (
  <label class="fld">
    <span>{props.label}</span>
    <select {...told(props)} value={props.value} onChange={(e) => props.set(e.currentTarget.value)}>
      {props.choices.map(([value, words]) => (
        <option value={value} selected={value === props.value}>
          {words}
        </option>
      ))}
    </select>
    <Wrong at={props.at} faults={props.faults} />
  </label>
);

/** One of a list, with ways to move it and to take it out. */
export const Entry = (props: {
  readonly title: string;
  readonly class?: string;
  readonly up?: (() => void) | undefined;
  readonly down?: (() => void) | undefined;
  readonly out: () => void;
  readonly children: ComponentChildren;
}) => (
  <fieldset class={`entry ${props.class ?? ''}`}>
    <legend class="vh">{props.title}</legend>
    <div class="fields">{props.children}</div>
    <div class="ways-out">
      {props.up && (
        <button type="button" class="link" onClick={props.up} aria-label={`Move ${props.title} up`}>
          Up
        </button>
      )}
      {props.down && (
        <button type="button" class="link" onClick={props.down} aria-label={`Move ${props.title} down`}>
          Down
        </button>
      )}
      <button type="button" class="link" onClick={props.out} aria-label={`Take out ${props.title}`}>
        Take out
      </button>
    </div>
  </fieldset>
);
