import * as fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isAppError } from '#shared/errors/app-error';
import { wipeVault } from '#core/vault/index';

/** Wipes a vault, and is killed at the n-th name that is taken away, before or after it. */
const [dir = '', anchors = '', at = '0', when = 'before'] = process.argv.slice(2);

const whole = fs as unknown as { default: typeof fs };
const own = whole.default.unlinkSync;
let taken = 0;
whole.default.unlinkSync = (place) => {
  taken += 1;
  const isNow = taken === Number(at);
  if (isNow && when === 'before') process.kill(process.pid, 'SIGKILL');
  own(place);
  if (isNow) process.kill(process.pid, 'SIGKILL');
};
syncBuiltinESMExports();

wipeVault({ dir, anchors: { dir: anchors } }).then(
  (wiped) => {
    fs.writeSync(1, `${JSON.stringify({ ...wiped, taken })}\n`);
  },
  (error: unknown) => {
    fs.writeSync(
      1,
      `${JSON.stringify({ code: isAppError(error) ? error.code : String(error) })}\n`,
    );
  },
);
