// Loaded before the program: holds it until the bench is attached, and notes how long the last
// derivation of a key took, from the start of its process to its answer; says on a line of its own
// how long after its last key the window was gone from the screen.

const childProcess = require('node:child_process');
const electron = require('electron');
require('../../e2e/hold.cjs');

const timed =
  (fork) =>
  (program, ...rest) => {
    const child = fork(program, ...rest);
    if (!program.endsWith('kdf.js')) return child;
    const begun = performance.now();
    child.once('message', () => {
      globalThis.derivationMs = performance.now() - begun;
    });
    return child;
  };

childProcess.fork = timed(childProcess.fork);
const { utilityProcess } = electron;
if (utilityProcess !== undefined)
  utilityProcess.fork = timed(utilityProcess.fork.bind(utilityProcess));

electron.app.on('browser-window-created', (_event, window) => {
  let pressed = 0;
  window.webContents.on('before-input-event', () => {
    pressed = performance.now();
  });
  window.once('hide', () => {
    process.stdout.write(`hidden-after ${performance.now() - pressed}\n`);
  });
});
