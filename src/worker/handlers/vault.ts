import { join } from 'node:path';
import { isAppError } from '#shared/errors/app-error';
import {
  createVault,
  generatePassphrase,
  isRehearsed,
  judgePassphrase,
  loadSodium,
  markAsSample,
  openVault,
  packsIn,
  readSamples,
  readVaultInfo,
  rehearseRecovery,
  sodiumRandom,
  takeInSamples,
  type Secret,
} from '#core/app/index';
import type { Desk, Handlers } from '../desk';
import { linesOf } from './keeping';
import { machineAround } from './machine';
import { restoringHandlers } from './restoring';

function stateOf(desk: Desk) {
  const dir = desk.dir();
  const isUnlocked = desk.isUnlocked();
  if (dir === undefined) return { isUnlocked };
  try {
    const { slots, recoverySlots } = readVaultInfo(dir);
    const chosen = { folder: desk.folder(), slots: slots.map(({ slot }) => slot), recoverySlots };
    return { isUnlocked, chosen };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { isUnlocked, trouble: error.code };
  }
}

async function open(
  desk: Desk,
  slot: number | undefined,
  secret: Secret,
  older: 'read' | 'restored' | undefined,
) {
  const { clock, deriveKey, anchorsDir } = desk;
  const vault = await openVault({
    dir: desk.dir() ?? '',
    ...(slot === undefined ? {} : { slot }),
    secret,
    readOnly: older === 'read',
    isRestored: older === 'restored',
    anchors: { dir: anchorsDir },
    clock,
    deriveKey,
  });
  const file = desk.opened(vault);
  const { isReadOnly, isDamaged, age } = vault;
  // Where the vault is locked again meanwhile, they are still to be read.
  if (!isReadOnly) void file.documents.readPending().catch(() => undefined);
  return { isReadOnly, isDamaged, age: age.state };
}

/** Makes a vault and opens it; with `sampleDay` one of invented people, told as of that day. */
async function make(
  desk: Desk,
  dir: string,
  name: string,
  passphrase: Uint8Array,
  sampleDay?: string,
) {
  const { clock, deriveKey, anchorsDir } = desk;
  const anchors = { dir: anchorsDir };
  const made = await createVault({
    ...{ dir, passphrase, actorName: name, anchors, clock, deriveKey },
  });
  if (sampleDay !== undefined) markAsSample(made.vault, sampleDay);
  const file = desk.opened(made.vault);
  return { file, made: { slot: made.vault.slot, recoveryKey: made.recoveryKey } };
}

const SAMPLE_HAND = 'Sample Vakil';

async function sixWords(): Promise<string[]> {
  await loadSodium();
  return generatePassphrase(sodiumRandom).split(' ');
}

/** Facts of the open vault. */
function infoOf(desk: Desk) {
  const file = desk.file();
  const { vault } = file;
  const { name, fingerprint } = file.hand();
  return {
    isReadOnly: vault.isReadOnly || desk.isStopped(),
    damage: desk.damage(),
    slot: vault.slot,
    hand: name,
    fingerprint,
    isRecoveryRehearsed: isRehearsed(vault),
    today: file.today(),
    sampleDay: file.sampleDay,
    zone: file.packs.fallback().pack.zone,
    records: file.counts(),
  };
}

/** What each pack says of destroying data. */
const wipeWarnings = ({ resourcesDir }: Desk) =>
  packsIn(resourcesDir)
    .all()
    .flatMap(({ pack: { title, destroying } }) => {
      if (destroying === undefined) return [];
      const { note, basis, asOf, confidence, status } = destroying;
      const isVerified = status !== 'unverified';
      return [{ country: title.en, note: note.en, basis, asOf, confidence, isVerified }];
    });

export function vaultHandlers(desk: Desk): Handlers<'vault'> {
  return {
    state: () => stateOf(desk),
    choose: ({ token }, call) => {
      desk.choose(call.file(token, 'openVault').path);
      return stateOf(desk);
    },
    suggestPassphrase: async () => ({ words: await sixWords() }),
    checkPassphrase: async ({ passphrase }) => {
      await loadSodium();
      return judgePassphrase(passphrase);
    },
    machineAround: ({ token }, call) => machineAround(call.file(token, 'newVault').path),
    create: async ({ token, name, passphrase }, call) => {
      const { path } = call.file(token, 'newVault');
      return (await make(desk, path, name, passphrase)).made;
    },
    unlock: ({ slot, passphrase, older }) =>
      open(desk, slot, { type: 'passphrase', bytes: passphrase }, older),
    unlockWithRecovery: ({ key, older }) =>
      open(desk, undefined, { type: 'recovery', text: new TextDecoder().decode(key) }, older),
    unlockWithShares: ({ shares, older }) =>
      open(desk, undefined, { type: 'shares', texts: linesOf(shares) }, older),
    makeSample: async ({ token, job }, call) => {
      const { path } = call.file(token, 'newVault');
      const samples = readSamples(join(desk.resourcesDir, 'samples'));
      const words = await sixWords();
      const tell = (step: string) => (done: number, total: number) => {
        desk.emit('progress', { job, done, total, step });
      };
      tell('key')(0, 1);
      const passphrase = new TextEncoder().encode(words.join(' '));
      const { referenceDay } = samples;
      const { file, made } = await make(desk, path, SAMPLE_HAND, passphrase, referenceDay);
      passphrase.fill(0);
      await takeInSamples(file, samples, tell('records'));
      return { ...made, words, referenceDay };
    },
    ...restoringHandlers(desk),
    info: () => infoOf(desk),
    rehearse: async ({ key }) => {
      const text = new TextDecoder().decode(key);
      return { isRight: await rehearseRecovery(desk.file().vault, { type: 'recovery', text }) };
    },
    wipeWarnings: () => wipeWarnings(desk),
  };
}
