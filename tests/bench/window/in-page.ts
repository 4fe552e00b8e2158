/**
 * What is measured in the page itself; sent there as text, so it uses nothing from outside.
 * Times are milliseconds since the page began. A frame counts as painted once the message
 * that its `requestAnimationFrame` posts is taken: the frame was made by then.
 */
export function watchPage(): void {
  const afterFrame = (done: (frame: { begun: number; painted: number }) => void): void => {
    requestAnimationFrame(() => {
      const begun = performance.now();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        done({ begun, painted: performance.now() });
      };
      port2.postMessage(0);
    });
  };

  /**
   * From the next click or key to the first frame that differs and to the one after which
   * nothing differed any more for `quietMs`, with an element of `until` in the page.
   */
  const change = (quietMs: number, until: string) =>
    new Promise<{ first: number; whole: number }>((done) => {
      let from: number | undefined;
      let first: number | undefined;
      let whole = 0;
      let quiet: ReturnType<typeof setTimeout> | undefined;
      const start = (event: Event): void => {
        from ??= event.timeStamp;
      };
      const observer = new MutationObserver(() => {
        if (from === undefined) return;
        const begun = from;
        clearTimeout(quiet);
        afterFrame(({ painted }) => {
          whole = painted - begun;
          first ??= whole;
          clearTimeout(quiet);
          if (document.querySelector(until) === null) return;
          quiet = setTimeout(() => {
            observer.disconnect();
            for (const type of ['click', 'keydown']) removeEventListener(type, start, true);
            done({ first: first ?? whole, whole });
          }, quietMs);
        });
      });
      for (const type of ['click', 'keydown']) addEventListener(type, start, true);
      observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    });

  const keys: { latency: number; work: number }[] = [];
  let pressed: number | undefined;
  addEventListener(
    'keydown',
    (event) => {
      pressed = event.timeStamp;
    },
    true,
  );
  // On the window: after React has done its work for the event, for that is what it does at once.
  addEventListener('input', () => {
    const from = pressed;
    if (from === undefined) return;
    const handled = performance.now();
    afterFrame(({ begun, painted }) => {
      keys.push({ latency: painted - from, work: handled - from + (painted - begun) });
    });
  });

  Object.assign(globalThis, {
    bench: { change, takeKeys: () => keys.splice(0) },
  });
}
