// Loaded before the program: holds it until the tests are attached. Attaching in the middle of
// the first navigation leaves Chromium waiting for the debugger, and the tests for Chromium.

const { app } = require('electron');

const ready = app.whenReady();
let letGo;
const held = new Promise((done) => {
  letGo = done;
});
app.whenReady = () => held;

/** Playwright calls it by this name once it is attached. */
globalThis.__playwright_run = () => {
  void ready.then(letGo);
};
