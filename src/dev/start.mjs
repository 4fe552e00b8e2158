// `npm start`: the built app, again and again as it locks itself. Words after `--` go to the app:
// `npm start -- --vault ./office`.
import { resolveElectron } from './electron.mjs';
import { assertWindowPossible, startApp } from './run.mjs';

assertWindowPossible();
const { path } = resolveElectron();
for (let words = process.argv.slice(2); ;) {
  const { code, next } = await startApp(path, words).ended;
  if (next === undefined) process.exit(code ?? 1);
  words = next;
}
