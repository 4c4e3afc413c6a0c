/** The form of a judgement: its fields, the button that sends it, and one that leaves it, as Esc does. */
import type { ComponentChildren } from 'preact';
import { leaveBy } from './focus.ts';

export const JudgeForm = (props: {
  /** What the button says that sends it. */
  readonly go: string;
  readonly submit: (given: FormData) => void;
  readonly done: () => void;
  readonly children: ComponentChildren;
}) => (
  <form
    class="jform"
    onKeyDown={leaveBy(props.done)}
    onSubmit={(event) => {
      event.preventDefault();
      props.submit(new FormData(event.currentTarget));
    }}
  >
    {props.children}
    <div class="go">
      <button type="submit">{props.go}</button>
      <button type="button" class="link" onClick={props.done}>
        Leave it
      </button>
    </div>
  </form>
);
