import * as fs from 'node:fs';
import { isAppError } from '#shared/errors/app-error';
import { utf8 } from '#core/kernel/bytes';
import { systemClock } from '#core/kernel/ports';
import { deriveHere, openVault } from '#core/vault/index';

/**
 * A second process for the tests: opens a vault, says how that went, and either
 * ends or, told to hold, writes audit rows and waits to be killed.
 */
const [dir = '', passphrase = '', task = ''] = process.argv.slice(2);

const say = (what: Readonly<Record<string, unknown>>): void => {
  fs.writeSync(1, `${JSON.stringify(what)}\n`);
};

async function run(): Promise<void> {
  const vault = await openVault({
    dir,
    secret: { type: 'passphrase', bytes: utf8(passphrase) },
    readOnly: task === 'read',
    clock: systemClock,
    deriveKey: deriveHere,
  });
  if (task === 'hold') {
    for (let i = 0; i < 20; i += 1) vault.audit.append('sample', `row/${i}`);
    say({ rows: vault.audit.verify() });
    setInterval(() => undefined, 1_000);
    return;
  }
  say({ isReadOnly: vault.isReadOnly, rows: vault.audit.verify(), pages: vault.verifyPages() });
  vault.close();
}

run().catch((error: unknown) => {
  say({ code: isAppError(error) ? error.code : String(error) });
});
