// Loaded before the program: holds it until the bench is attached, and notes how long the last
// derivation of a key took, from the start of its process to its answer.

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
