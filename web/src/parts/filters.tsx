/** What narrows a view: party, issue, period, outlet, voice. Kept in the address. */
import type { ComponentChildren } from 'preact';
import type { Parameter } from '../route.ts';
import { issueName, issues, narrow, parameters, parties } from '../state.ts';
import { SAY, VOICE } from '../words.ts';

export type Choice = readonly [value: string, words: string];

/** One choice among few. */
export const Pick = (props: {
  readonly name: Parameter;
  readonly label: string;
  readonly choices: readonly Choice[];
}) => (
  <label class="pick">
    <span>{props.label}</span>
    <select
      value={parameters.value[props.name] ?? ''}
      onChange={(e) => narrow({ [props.name]: e.currentTarget.value || undefined })}
    >
      <option value="">{SAY.any}</option>
      {props.choices.map(([value, words]) => (
        <option value={value}>{words}</option>
      ))}
    </select>
  </label>
);

export const PickParty = () => <Pick name="party" label="Party" choices={parties.value.map((p) => [p, p])} />;

export const PickIssue = (props: { readonly codes?: readonly string[] }) => (
  <Pick
    name="issue"
    label="Issue"
    choices={(props.codes ?? [...issues.value.keys()]).map((code) => [code, issueName(code)])}
  />
);

export const PickVoice = () => (
  <Pick name="voice" label="Voice" choices={Object.entries(VOICE).map(([value, words]) => [value, words])} />
);

/** A day, from or to. */
const PickDay = (props: { readonly name: 'from' | 'to'; readonly label: string }) => (
  <label class="pick">
    <span>{props.label}</span>
    <input
      type="date"
      value={parameters.value[props.name] ?? ''}
      onChange={(e) => narrow({ [props.name]: e.currentTarget.value || undefined })}
    />
  </label>
);

export const PickPeriod = () => (
  <>
    <PickDay name="from" label="From" />
    <PickDay name="to" label="To" />
  </>
);

export const PickOutlet = (props: { readonly outlets: readonly string[] }) => (
  <Pick name="outlet" label="Outlet" choices={props.outlets.map((o) => [o, o])} />
);

const NARROWING: readonly Parameter[] = [
  'party',
  'issue',
  'from',
  'to',
  'outlet',
  'voice',
  'status',
  'type',
  'name',
  'kind',
  'speaker',
  'sure',
];
export const isNarrowed = (): boolean => NARROWING.some((n) => parameters.value[n]);

export function clearFilters(): void {
  narrow(Object.fromEntries(NARROWING.map((n) => [n, undefined])));
}

/** Leaves out what is only possible. */
export const OnlySure = () => (
  <button
    type="button"
    class="link"
    aria-pressed={parameters.value.sure !== undefined}
    onClick={() => narrow({ sure: parameters.value.sure ? undefined : '1' })}
  >
    {SAY.onlySure}
  </button>
);

/** The row of them, with one way back to everything. */
export const Filters = (props: { readonly children: ComponentChildren }) => (
  <div class="filters">
    {props.children}
    {isNarrowed() && (
      <button type="button" class="link" onClick={clearFilters}>
        {SAY.clear}
      </button>
    )}
  </div>
);

/** A view's heading. */
export const ViewHead = (props: {
  readonly title: string;
  readonly about: string;
  readonly children?: ComponentChildren;
}) => (
  <div class="vhead">
    <h1>{props.title}</h1>
    <p>{props.about}</p>
    {props.children && <div class="right">{props.children}</div>}
  </div>
);
