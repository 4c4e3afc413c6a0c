/** Setting fields of one record of one report. The words it rests on stay as they are. */

import { evidenceOf } from '../../../src/api/client.ts';
import type { Item } from '../../../src/case.ts';
import { Show, useAnswer } from '../answer.tsx';
import type { Send } from '../judge.ts';
import { useFocusOnce } from '../parts/focus.ts';
import { JudgeForm } from '../parts/judge-form.tsx';
import { client, issueName, issues, parties } from '../state.ts';
import { DISPUTE, EVENT_STATUS, EVENT_TYPE, STANCE, TALK_KIND, TALK_STATUS, VOICE } from '../words.ts';
import { itemTarget } from './sheet.ts';
import { ACTS } from './titles.ts';

interface Field {
  /** As the record has it. */
  readonly name: string;
  readonly label: string;
  readonly now: string;
  readonly choices: readonly (readonly [string, string])[];
}

const choices = (words: Readonly<Record<string, string>>): Field['choices'] => Object.entries(words);
const partyChoices = (): Field['choices'] => [['', 'nobody named'], ...parties.value.map((p) => [p, p] as const)];

function fieldsOf(item: Item): readonly Field[] {
  switch (item.kind) {
    case 'statement':
      return [{ name: 'act', label: 'What it does', now: item.record.act, choices: choices(ACTS) }];
    case 'position':
      return [
        { name: 'holder', label: 'Whose', now: item.record.holder, choices: partyChoices().slice(1) },
        { name: 'stance', label: 'Stance', now: item.record.stance, choices: choices(STANCE) },
        {
          name: 'issues',
          label: 'Issue',
          now: item.record.issues[0] ?? '',
          choices: [...issues.value.keys()].map((code) => [code, issueName(code)]),
        },
        { name: 'voice', label: 'Voice', now: item.record.voice, choices: choices(VOICE) },
      ];
    case 'talk':
      return [
        { name: 'kind', label: 'Kind', now: item.record.kind, choices: choices(TALK_KIND) },
        { name: 'status', label: 'State', now: item.record.status, choices: choices(TALK_STATUS) },
      ];
    case 'event':
      return [
        { name: 'type', label: 'What', now: item.record.type, choices: choices(EVENT_TYPE) },
        { name: 'status', label: 'State', now: item.record.status, choices: choices(EVENT_STATUS) },
        { name: 'actor', label: 'By whom', now: item.record.actor ?? '', choices: partyChoices() },
        { name: 'target', label: 'Against whom', now: item.record.target ?? '', choices: partyChoices() },
      ];
    case 'dispute':
      return [{ name: 'kind', label: 'Kind', now: item.record.kind, choices: choices(DISPUTE) }];
  }
}

/** The present value stands among the choices even where it is none of ours. */
const withNow = (f: Field): Field['choices'] =>
  f.choices.some(([value]) => value === f.now) ? f.choices : [[f.now, f.now], ...f.choices];

/** What the form changed, as the record takes it. */
export function changesOf(fields: readonly Field[], given: FormData): Record<string, unknown> {
  const set: Record<string, unknown> = {};
  for (const f of fields) {
    const value = String(given.get(f.name) ?? f.now);
    if (value !== f.now) set[f.name] = f.name === 'issues' ? [value] : value || null;
  }
  return set;
}

export function EditForm(props: { readonly id: string; readonly send: Send; readonly done: () => void }) {
  const answer = useAnswer(`item ${props.id}`, () => client.peek().item(props.id));
  return (
    <Show answer={answer} waiting="Opening the record">
      {(item) => <Fields item={item} send={props.send} done={props.done} />}
    </Show>
  );
}

function Fields(props: { readonly item: Item; readonly send: Send; readonly done: () => void }) {
  const { item } = props;
  const fields = fieldsOf(item);
  const first = useFocusOnce<HTMLSelectElement>();
  return (
    <JudgeForm
      go="Set"
      done={props.done}
      submit={(given) => {
        const set = changesOf(fields, given);
        if (Object.keys(set).length === 0) props.done();
        else props.send({ do: 'edit', target: itemTarget(evidenceOf(item)), set });
      }}
    >
      <p class="q quoted">“{item.words}”</p>
      <div class="fields">
        {fields.map((f, i) => (
          <label>
            {f.label}
            <select name={f.name} defaultValue={f.now} ref={i === 0 ? first : null}>
              {withNow(f).map(([value, words]) => (
                <option value={value} selected={value === f.now}>
                  {words}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
    </JudgeForm>
  );
}
