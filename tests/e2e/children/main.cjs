// Starts `echo.cjs` by the adapter that the command line names, through every row of the table,
// and writes what came of it to a file.

const { writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { app, utilityProcess } = require('electron');
const { forkedChild, utilityChild } = require('./child.cjs');

const [way, node, report] = JSON.parse(process.env.CHILDREN);
const start = (isQuiet = true) => {
  const options = { program: join(__dirname, 'echo.cjs'), name: 'rihai-try', isQuiet };
  return way === 'utility' ? utilityChild(utilityProcess, options) : forkedChild(node, options);
};
const answerOf = (child) => new Promise((done) => child.onMessage(done));
const exitOf = (child) => new Promise((done) => child.onExit(done));

async function exchange() {
  const child = start();
  const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => at % 256);
  const answered = answerOf(child);
  child.send({ bytes, nested: { list: [1, 'دو', null], missing: undefined } });
  const { bytes: back, env, words, nested } = await answered;
  const ended = exitOf(child);
  child.kill();
  await ended;
  return {
    isBytes: back instanceof Uint8Array,
    isSame: Buffer.compare(Buffer.from(back), Buffer.from(bytes)) === 0,
    env,
    words,
    nested: { ...nested, hasMissing: Object.hasOwn(nested, 'missing') },
  };
}

async function exit(code) {
  const child = start();
  const ended = exitOf(child);
  child.send({ exit: code });
  return ended;
}

async function killBusy() {
  const child = start();
  const answered = answerOf(child);
  child.send({});
  await answered;
  const ended = exitOf(child);
  child.send({ busy: true });
  child.kill();
  await ended;
  // Nobody is there to hear it, and nothing is thrown.
  child.send({});
  return true;
}

async function say(isQuiet, words) {
  const child = start(isQuiet);
  const answered = answerOf(child);
  child.send({ say: words });
  await answered;
  const ended = exitOf(child);
  child.send({ exit: 0 });
  await ended;
}

void app.whenReady().then(async () => {
  const results = {
    exchange: await exchange(),
    codes: [await exit(0), await exit(3)],
    isBusyKilled: await killBusy(),
  };
  await say(false, 'words for a developer\n');
  await say(true, 'words of a case\n');
  writeFileSync(report, JSON.stringify(results));
  app.exit(0);
});
