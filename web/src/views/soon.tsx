import { ABOUT, VIEW } from '../words.ts';
import { route } from '../state.ts';

export const Soon = () => (
  <>
    <h1>{VIEW[route.value.view]}</h1>
    <p>{ABOUT[route.value.view]}</p>
  </>
);
