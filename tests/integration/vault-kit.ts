import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll } from 'vitest';
import { toHex, utf8 } from '#core/kernel/bytes';
import { systemClock } from '#core/kernel/ports';
import { isAppError } from '#shared/errors/app-error';
import {
  createVault,
  deriveHere,
  openVault,
  type CreateVaultOptions,
  type DeriveKey,
  type OpenVaultOptions,
} from '#core/vault/index';
import type { OpenVault } from '#core/vault/ports';

export const PASSPHRASE = 'violet gravel anchor cushion pelican drum';
export const OTHER_PASSPHRASE = 'thimble orbit walnut ferry candle moss';
/** The least cost that opens. */
export const CHEAP = { mKib: 65_536, t: 3 };
export const SAMPLE_NAME = 'Sample Khayali';

const derived = new Map<string, Uint8Array>();

/** Derives once for each passphrase and salt: a derivation costs more than all the rest of a test. */
export const deriveOnce: DeriveKey = async (input) => {
  const key = `${toHex(input.passphrase)}/${toHex(input.salt)}/${input.mKib}/${input.t}`;
  const kek = derived.get(key) ?? (await deriveHere(input));
  derived.set(key, kek);
  return kek.slice();
};

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'rihai-tests-'));
afterAll(() => {
  fs.rmSync(root, { recursive: true, force: true });
});

export const newFolder = (): string => fs.mkdtempSync(path.join(root, 'f-'));

export const newVault = (over: Partial<CreateVaultOptions> = {}) =>
  createVault({
    dir: path.join(newFolder(), 'vault'),
    passphrase: utf8(PASSPHRASE),
    actorName: SAMPLE_NAME,
    clock: systemClock,
    deriveKey: deriveOnce,
    policy: CHEAP,
    ...over,
  });

export const open = (dir: string, over: Partial<OpenVaultOptions> = {}): Promise<OpenVault> =>
  openVault({
    dir,
    secret: { type: 'passphrase', bytes: utf8(PASSPHRASE) },
    clock: systemClock,
    deriveKey: deriveOnce,
    ...over,
  });

export type Fixture = { readonly dir: string; readonly recoveryKey: string };

let fixture: Promise<Fixture> | undefined;

/** A closed vault, made once; copy it before changing anything. */
export const closedVault = (): Promise<Fixture> =>
  (fixture ??= newVault().then(({ vault, recoveryKey }) => {
    vault.close();
    return { dir: vault.dir, recoveryKey };
  }));

export function copyFolder(dir: string): string {
  const to = path.join(newFolder(), 'vault');
  fs.cpSync(dir, to, { recursive: true, preserveTimestamps: true });
  return to;
}

export const copyOfVault = async (): Promise<string> => copyFolder((await closedVault()).dir);

export async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'none';
  } catch (error) {
    return isAppError(error) ? error.code : `not coded: ${String(error)}`;
  }
}

export const codeOfSync = (work: () => unknown): Promise<string> =>
  codeOf(Promise.resolve().then(work));

export function editFile(file: string, edit: (bytes: Uint8Array) => Uint8Array): void {
  fs.writeFileSync(file, edit(new Uint8Array(fs.readFileSync(file))));
}

export const flipAt =
  (at: number) =>
  (bytes: Uint8Array): Uint8Array => {
    // `slice` of a Buffer would share its memory.
    const out = Uint8Array.from(bytes);
    out[at] = (out[at] ?? 0) ^ 1;
    return out;
  };

export { collect, streamOf } from '#tests/fixtures/streams';

export const filesOf = (dir: string): string[] =>
  fs
    .readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

/** Every file with a hash of its bytes: to see that nothing was written. */
export const snapshot = (dir: string): Record<string, string> =>
  Object.fromEntries(
    filesOf(dir).map((file) => [
      path.relative(dir, file),
      createHash('sha256').update(fs.readFileSync(file)).digest('hex'),
    ]),
  );
