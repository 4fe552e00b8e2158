// Loaded before a program whose start is measured: says on one line when its window stood there
// with something in it, in milliseconds since 1970, and ends it.

const { app } = require('electron');

const now = () => performance.timeOrigin + performance.now();

/** Runs in the page: resolves once a frame with the form in it is painted. */
const PAINTED = `new Promise((done) => {
  const look = () => {
    if (document.querySelector('main button, main input') === null) {
      requestAnimationFrame(look);
      return;
    }
    // The frame being made has the form in it; the message is taken once it is made.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(performance.timeOrigin + performance.now());
    port2.postMessage(0);
  };
  requestAnimationFrame(look);
})`;

app.once('browser-window-created', (_event, window) => {
  const created = now();
  const shown = new Promise((done) => {
    window.once('show', () => done(now()));
  });
  const painted = new Promise((done) => {
    window.webContents.once('dom-ready', () => {
      const loaded = now();
      done(window.webContents.executeJavaScript(PAINTED).then((at) => ({ loaded, at })));
    });
  });
  void Promise.all([shown, painted]).then(([shownAt, { loaded, at }]) => {
    const times = { created, loaded, painted: at, shown: shownAt };
    process.stdout.write(`first-paint ${JSON.stringify(times)}\n`, () => app.exit(0));
  });
});
