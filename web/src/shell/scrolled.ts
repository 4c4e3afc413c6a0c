/** Where each look at the desk was scrolled to, so that the way back leads there and not to the top. */

const places = new Map<string, number>();
/** Whether the last step was one back or forward through what was looked at. */
let isBack = false;

interface NavigateEvent extends Event {
  readonly navigationType: 'push' | 'replace' | 'reload' | 'traverse';
}

export function rememberPlaces(): void {
  addEventListener('scroll', () => places.set(location.hash, scrollY), { passive: true });
  (window as unknown as { navigation?: EventTarget }).navigation?.addEventListener('navigate', (event) => {
    isBack = (event as NavigateEvent).navigationType === 'traverse';
  });
  history.scrollRestoration = 'manual';
}

/** To the top of what was not seen before; back to where one was on the way back, once it is drawn. */
export function scrollToPlace(): void {
  const place = isBack ? (places.get(location.hash) ?? 0) : 0;
  scrollTo(0, place);
  if (place === 0) return;
  let frames = 0;
  const again = (): void => {
    // What is drawn when it comes near makes the page longer only then.
    if (scrollY < place && ++frames < 30) {
      scrollTo(0, place);
      requestAnimationFrame(again);
    }
  };
  requestAnimationFrame(again);
}
