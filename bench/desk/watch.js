// Runs in the page before its own scripts. Notes the time of the first input after `arm()`, the requests under way, and of
// each change of the page the frame that paints it.
(() => {
  /** Frames without any change or open request until a click counts as done. */
  const quiet = 15;
  let began = 0;
  let changed = 0;
  let open = 0;
  const fetchAsBefore = window.fetch;
  window.fetch = async (...given) => {
    open += 1;
    try {
      return await fetchAsBefore(...given);
    } finally {
      open -= 1;
    }
  };
  for (const kind of ['pointerdown', 'keydown', 'change', 'wheel']) {
    const note = (e) => {
      began ||= e.timeStamp;
    };
    addEventListener(kind, note, { capture: true, passive: true });
  }
  const painted = (done) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(performance.now());
      port2.postMessage(null);
    });
  };
  const noted = (changes) => {
    // Scripts that are fetched ahead stand in the head, which nobody sees.
    if (changes.every(({ target }) => target === document.head)) return;
    painted((at) => {
      changed = at;
    });
  };
  new MutationObserver(noted).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
  const until = async (from) => {
    let still = 0;
    let before = changed;
    for (let frames = 0; still < quiet && frames < 1200; frames += 1) {
      await new Promise(requestAnimationFrame);
      still = open > 0 || changed !== before || (from === null && began === 0) ? 0 : still + 1;
      before = changed;
    }
    const start = from ?? began;
    const asked = performance
      .getEntriesByType('resource')
      .filter((r) => r.startTime >= start && r.initiatorType === 'fetch');
    performance.clearResourceTimings();
    return {
      ms: Math.max(changed, start) - start,
      asking: asked.length
        ? Math.max(...asked.map((r) => r.responseEnd)) - Math.min(...asked.map((r) => r.startTime))
        : 0,
      bytes: asked.reduce((n, r) => n + r.decodedBodySize, 0),
      asked: asked
        .sort((a, b) => b.duration - a.duration)
        .map((r) => `${r.duration.toFixed(0)} ms ${decodeURIComponent(r.name.replace(/^.*\/cases\/[^/]+\//, ''))}`),
    };
  };
  const arm = () => {
    began = 0;
  };
  window.painting = { arm, fromInput: () => until(null), fromStart: () => until(0) };
})();
