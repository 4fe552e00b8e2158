import * as fs from 'node:fs';
import { isAppError } from '#shared/errors/app-error';
import { utf8 } from '#core/kernel/bytes';
import { systemClock } from '#core/kernel/ports';
import { deriveHere, openVault, renewRecovery } from '#core/vault/index';
import type { OpenVault } from '#core/vault/ports';

/**
 * A second process for the tests: opens a vault, says how that went, and either
 * ends or, told to hold, writes audit rows and waits to be killed.
 */
const [dir = '', passphrase = '', task = ''] = process.argv.slice(2);

const say = (what: Readonly<Record<string, unknown>>): void => {
  fs.writeSync(1, `${JSON.stringify(what)}\n`);
};

const open = (readOnly: boolean): Promise<OpenVault> =>
  openVault({
    dir,
    secret: { type: 'passphrase', bytes: utf8(passphrase) },
    readOnly,
    clock: systemClock,
    deriveKey: deriveHere,
  });

async function codeOf(work: () => unknown): Promise<string> {
  try {
    await work();
    return 'none';
  } catch (error) {
    return isAppError(error) ? error.code : String(error);
  }
}

/** On a small file system: writes in every way until nothing fits, then looks what is there. */
async function fill(vault: OpenVault): Promise<void> {
  const data = vault.random.bytes(50_000);
  async function* source(): AsyncGenerator<Uint8Array> {
    for (let i = 0; i < 100; i += 1) yield await Promise.resolve(data);
  }
  const blob = await codeOf(() => vault.blobs.put(source(), 5_000_000));
  const staged = fs.readdirSync(`${dir}/staging`).length;
  let kept = 0;
  const insert = vault.db.prepare('INSERT INTO secret (name, value) VALUES (?, ?)');
  const database = await codeOf(() => {
    for (;;) {
      insert.run(`row-${String(kept)}`, data);
      kept += 1;
    }
  });
  fs.writeFileSync(`${dir}/../rest`, '');
  await codeOf(() => {
    for (;;) fs.appendFileSync(`${dir}/../rest`, data.subarray(0, 4096));
  });
  const header = await codeOf(() => renewRecovery(vault));
  await codeOf(() => {
    vault.close();
  });
  const reader = await open(true);
  const rows = reader.db.prepare("SELECT 1 FROM secret WHERE name LIKE 'row-%'").all();
  reader.verifyPages();
  say({ blob, staged, database, header, areAllThere: kept > 0 && rows.length === kept });
  reader.close();
}

async function run(): Promise<void> {
  const vault = await open(task === 'read');
  if (task === 'fill') {
    await fill(vault);
    return;
  }
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
