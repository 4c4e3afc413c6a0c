/** What keeps the desk from showing anything, and what to do: ask again, or give the token that it was started with. */
import { useState } from 'preact/hooks';
import type { ApiError } from '../../../src/api/client.ts';
import { Fault } from '../answer.tsx';
import { formatRoute } from '../route.ts';
import { cases, desk, toView } from '../state.ts';
import { start } from './start.ts';

export function Hindered(props: { readonly fault: ApiError }) {
  const [wrong, setWrong] = useState(false);
  if (props.fault.status === 404)
    return (
      <div class="state" role="alert">
        <h2>{props.fault.title}</h2>
        <p>
          There is no case of this name here; it may have been moved or renamed.
          {cases.value.length > 0 && ' These are here:'}
        </p>
        <ul>
          {cases.value.map((c) => (
            <li>
              <a href={formatRoute({ ...toView('overview'), case: c.name })}>{c.name}</a>
            </li>
          ))}
        </ul>
        <p>
          <a href={formatRoute({ ...toView('add'), case: null })}>Begin a new one</a>
        </p>
      </div>
    );
  if (props.fault.status !== 401) return <Fault fault={props.fault} again={() => void start()} />;
  return (
    <form
      class="state jform"
      onSubmit={(e) => {
        e.preventDefault();
        const token = String(new FormData(e.currentTarget).get('token') ?? '').trim();
        desk.enter(token).then(
          () => start(),
          () => setWrong(true),
        );
      }}
    >
      <h1>A token is needed</h1>
      <p>This desk is open to other machines. It printed a token where it was started.</p>
      {wrong && <p role="alert">That is not the token.</p>}
      <label>
        Token
        <input name="token" type="password" autocomplete="off" required />
      </label>
      <div class="go">
        <button type="submit">Go in</button>
      </div>
    </form>
  );
}
