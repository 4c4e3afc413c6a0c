/** Where the keys go: into a form while it is filled in, and back to what it stands in once it is sent or left. */
import { useEffect, useRef } from 'preact/hooks';

/** Takes the focus when it comes, and never again: what is drawn anew must not draw the keys to it. */
export function useFocusOnce<T extends HTMLElement>() {
  const field = useRef<T>(null);
  useEffect(() => field.current?.focus(), []);
  return field;
}

/** Gives the focus back to the drawer, or to the view where none is open, so that the next key is a key of the desk. */
export function leaveForm(): void {
  (document.querySelector<HTMLElement>('.drawer') ?? document.querySelector<HTMLElement>('#main'))?.focus({
    preventScroll: true,
  });
}

/** Esc leaves a form, not the drawer that it stands in. */
export const leaveBy = (done: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  event.stopPropagation();
  done();
};
