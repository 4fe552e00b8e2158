import * as fs from 'node:fs';
import * as path from 'node:path';
import { isAppError } from '#shared/errors/app-error';
import type { ErrorCode } from '#shared/errors/codes';
import { boundsOf, parseEdtf } from '#shared/domain/edtf';
import { parseTypedDate } from '#shared/domain/typed-date';
import { readManifest, writeManifest } from '#core/backup/manifest';
import { makeCard, readCard } from '#core/identity/card';
import { newIdentity } from '#core/identity/identity';
import { checkSources, keyedIds } from '#core/import/index';
import { equalBytes, u8, utf8 } from '#core/kernel/bytes';
import { loadPack } from '#core/packs/index';
import { ANCHOR_KIND, readAnchor, writeAnchor } from '#core/vault/anchor';
import { decryptBlob, encryptBlob } from '#core/vault/blob-format';
import { isGenuine, parseHeader, SLOT_TYPE, writeHeader } from '#core/vault/header';
import { toPrinted } from '#core/vault/printed';
import { formatRecoveryKey, parseRecoveryKey } from '#core/vault/recovery';
import { combineShares, missingShares, splitSecret } from '#core/vault/shares';
import { signedPlace, withChecksum, type Rng } from './mutate';

export type Target = {
  readonly name: string;
  /** What the parser may throw; anything else is a finding. */
  readonly codes: readonly ErrorCode[];
  readonly samples: readonly Uint8Array[];
  /** Mends what would keep a changed sample from getting further than the first check. */
  readonly mend?: (bytes: Uint8Array) => Uint8Array;
  /** Whether the input was taken. Throws where it was taken for what it is not. */
  readonly takes: (bytes: Uint8Array) => boolean | Promise<boolean>;
};

const KEY = new Uint8Array(32).fill(5);
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

/** Throws where a proof holds for bytes that nobody with the key wrote. */
function assertWritten(samples: readonly Uint8Array[], bytes: Uint8Array): true {
  if (samples.some((sample) => equalBytes(sample, bytes))) return true;
  throw new Error('taken as genuine, and never written');
}

function header(rng: Rng): Target {
  const samples = [0, 1].map((more) =>
    writeHeader(
      {
        vaultId: rng.bytes(16),
        gen: 3,
        db: 'main-000002.db',
        passSlots: [1, 4].slice(more).map((id) => ({
          ...{ id, type: SLOT_TYPE.pass, mKib: 65_536, t: 3, salt: rng.bytes(16) },
          ...(more === 0 ? {} : { eph: rng.bytes(32) }),
          ...{ nonce: rng.bytes(24), box: rng.bytes(48), actor: rng.bytes(16) },
        })),
        recoverySlots: [
          { id: 1, type: SLOT_TYPE.recovery, nonce: rng.bytes(24), box: rng.bytes(48) },
        ],
      },
      KEY,
    ),
  );
  return {
    ...{ name: 'header', codes: [], samples, mend: withChecksum },
    takes: (bytes) => {
      const result = parseHeader(bytes);
      return result.ok && isGenuine(result.read, KEY) ? assertWritten(samples, bytes) : result.ok;
    },
  };
}

function anchor(rng: Rng): Target {
  const samples = [1, 900_000].map((auditSeq) =>
    writeAnchor(
      {
        ...{ vaultId: rng.bytes(16), gen: 2, auditSeq, auditHash: rng.bytes(32) },
        ...{ atMs: 1_760_000_000_123, epoch: 1 },
      },
      KEY,
    ),
  );
  return {
    ...{ name: ANCHOR_KIND.title, codes: [], samples, mend: withChecksum },
    takes: (bytes) => {
      const read = readAnchor(bytes, [KEY]);
      return read?.isProven === true ? assertWritten(samples, bytes) : read !== undefined;
    },
  };
}

function manifest(rng: Rng): Target {
  const hex = (length: number): string => Buffer.from(rng.bytes(length)).toString('hex');
  const part = { bytes: 4096, sha256: hex(32) };
  const samples = [0, 3].map((blobs) =>
    writeManifest(
      {
        ...{ vaultId: rng.bytes(16), backupId: rng.bytes(16), made_ms: 1_760_000_000_000, gen: 2 },
        ...{ db: 'main-000001.db', audit_seq: 70, header: part, database: part },
        blobs: Array.from({ length: blobs }, () => ({ name: 'abcd'.repeat(13), ...part })),
        ...{ checkpoint: signedPlace(rng, blobs), missing: ['wxyz'.repeat(13)] },
      },
      KEY,
    ),
  );
  return {
    ...{ name: 'backup manifest', codes: [], samples, mend: withChecksum },
    takes: (bytes) => {
      const read = readManifest(bytes);
      return read?.isGenuine(KEY) === true ? assertWritten(samples, bytes) : read !== undefined;
    },
  };
}

function card(rng: Rng): Target {
  const samples = ['Sample Khayali', 'Sample خیالی'].map((name) =>
    makeCard(name, newIdentity(rng)),
  );
  return {
    ...{ name: 'card', codes: ['card/damaged', 'card/signature'], samples, mend: withChecksum },
    takes: (bytes) => {
      readCard(bytes);
      return assertWritten(samples, bytes);
    },
  };
}

function recoveryKey(rng: Rng): Target {
  const samples = Array.from({ length: 20 }, () => utf8(formatRecoveryKey(rng.bytes(20))));
  return {
    ...{ name: 'recovery key', codes: ['vault/recovery-key'], samples },
    mend: (bytes) => utf8(toPrinted(bytes.subarray(0, 20), 'rihai-rk-check')),
    takes: (bytes) => {
      const plain = (text: string) => text.toUpperCase().replaceAll(/[\s-]/gu, '');
      const typed = plain(textOf(bytes)).replaceAll('O', '0').replaceAll(/[IL]/gu, '1');
      const again = plain(formatRecoveryKey(parseRecoveryKey(textOf(bytes))));
      if (again !== typed) throw new Error('read as another key than was typed');
      return true;
    },
  };
}

async function shares(rng: Rng): Promise<Target> {
  const schemes = [
    { needed: 2, of: 3 },
    { needed: 3, of: 5 },
  ];
  const sets = await Promise.all(schemes.map((one) => splitSecret(rng.bytes(20), one, rng)));
  const samples = sets.flatMap((texts) => [texts.join('\n'), texts.slice(0, 2).join('\n')]);
  return {
    name: 'shares',
    codes: ['share/typing', 'share/mixed', 'share/twice', 'share/few'],
    samples: samples.map(utf8),
    // The check on the paper is made for each line anew: made-up parts reach the arithmetic.
    mend: (bytes) => {
      const lines = [0, 1, 2].map((at) => bytes.subarray(at * 21, at * 21 + 21));
      const papers = lines.map((part, at) => {
        const whole = new Uint8Array(27);
        whole.set([1, 1, 1, 1, 2 + ((bytes[0] ?? 0) % 2), at + 1]);
        whole.set(part, 6);
        return toPrinted(whole, 'rihai-share-check');
      });
      return utf8(papers.slice(0, 2 + ((bytes[1] ?? 0) % 2)).join('\n'));
    },
    takes: async (bytes) => {
      const texts = textOf(bytes).split('\n');
      missingShares(texts);
      return (await combineShares(texts)).length > 0;
    },
  };
}

async function blob(rng: Rng): Promise<Target> {
  const key = rng.bytes(32);
  const data = utf8('Sample statement. '.repeat(60));
  async function* source(): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(data);
  }
  const parts: Uint8Array[] = [];
  await encryptBlob(source(), data.length, key, (bytes) => {
    parts.push(bytes.slice());
    return Promise.resolve();
  });
  const samples = [new Uint8Array(Buffer.concat(parts))];
  return {
    ...{ name: 'blob', codes: ['blob/damaged'], samples },
    // A header that is ours in front of anything at all.
    mend: (bytes) => Buffer.concat([samples[0]!.subarray(0, 64), bytes.subarray(64)]),
    takes: async (bytes) => {
      let at = 0;
      const read = (target: Uint8Array) => {
        const part = bytes.subarray(at, at + target.length);
        target.set(part);
        at += part.length;
        return Promise.resolve(part.length);
      };
      const out: Uint8Array[] = [];
      for await (const part of decryptBlob(read, bytes.length, key)) out.push(part.slice());
      if (!equalBytes(new Uint8Array(Buffer.concat(out)), data)) throw new Error('other data');
      return assertWritten(samples, bytes);
    },
  };
}

const LINES = [
  { kind: 'person', id: 'p1', names: [{ text: 'Sample Khayali' }, { text: 'خیالی' }], notes: 'x' },
  { kind: 'person', id: 'p2', level: 'team', names: [{ id: 'n1', value: { text: 'Sample B' } }] },
  { kind: 'case', id: 'c1', title: 'Sample case', levels: { title: 'team' } },
  { kind: 'hearing', id: 'h1', case: 'c1', date: '2026-03-01' },
].map((line) => utf8(JSON.stringify(line)));

function importLines(): Target {
  const ids = keyedIds(KEY);
  return {
    name: 'import lines',
    codes: [],
    samples: [...LINES, new Uint8Array(Buffer.concat(LINES.flatMap((line) => [line, u8(10)])))],
    takes: async (bytes) => {
      async function* open(): AsyncGenerator<Uint8Array> {
        yield await Promise.resolve(bytes);
      }
      const checked = await checkSources([{ name: 'sample', open }], {
        ids,
        find: () => undefined,
      });
      return checked.faults.length === 0 && checked.records > 0;
    },
  };
}

const EDTF = [
  '2025',
  '2025-03',
  '2025-03-14',
  '2025-03-14T09:30',
  '2025~',
  '2025-03?',
  '2025-03-14%',
];
const RANGES = ['2025-03/2025-05', '../2025-03-14', '2025-03-14/..', '2024-02-29/2025-02-28~'];

const edtf = (): Target => ({
  name: 'EDTF date',
  codes: [],
  samples: [...EDTF, ...RANGES].map(utf8),
  takes: (bytes) => {
    const text = textOf(bytes);
    if (parseEdtf(text) === undefined) return false;
    const { earliest, latest } = boundsOf(text);
    if (earliest !== undefined && latest !== undefined && earliest > latest) {
      throw new Error('ends before it starts');
    }
    return true;
  },
});

const TYPED = [
  ...[
    '14 March 2025',
    '14.3.2025',
    '3/14',
    'today',
    'tomorrow',
    'next friday',
    'in 3 days',
    'about 2024',
  ],
  ...[
    '14 March 2025 9:30',
    'march 2025',
    '۱۴ مارچ',
    '2025-03-14',
    '14 to 16 march',
    'fri 14 march',
  ],
];

const typedDate = (): Target => ({
  name: 'typed date',
  codes: [],
  samples: TYPED.map(utf8),
  takes: (bytes) => {
    let isTaken = false;
    for (const lean of ['ahead', 'behind', 'none'] as const) {
      const date = parseTypedDate(textOf(bytes), { today: '2026-03-11', lean });
      if (date.kind !== 'date') continue;
      if (parseEdtf(date.edtf) === undefined) throw new Error(`no EDTF: ${date.edtf}`);
      isTaken = true;
    }
    return isTaken;
  },
});

/** Each sample is one file of a pack, with its name in front; the others stay as they are. */
function pack(scratch: string): Target {
  const source = path.resolve('resources/packs/pk');
  const folder = path.join(scratch, 'pack');
  fs.cpSync(source, folder, { recursive: true });
  const names = fs.readdirSync(source).sort();
  const whole = names.map((name) => new Uint8Array(fs.readFileSync(path.join(source, name))));
  return {
    name: 'pack',
    codes: ['pack/damaged', 'pack/unknown'],
    samples: whole.map((bytes, at) => new Uint8Array(Buffer.concat([u8(at), bytes]))),
    takes: (bytes) => {
      const at = (bytes[0] ?? 0) % names.length;
      const file = path.join(folder, names[at]!);
      fs.writeFileSync(file, bytes.subarray(1));
      try {
        return loadPack(folder).id !== '';
      } finally {
        fs.writeFileSync(file, whole[at]!);
      }
    },
  };
}

/** Every parser of what comes from outside or lies on a disk that others can reach. */
export const makeTargets = async (rng: Rng, scratch: string): Promise<readonly Target[]> => [
  ...[header(rng), anchor(rng), manifest(rng), card(rng), recoveryKey(rng)],
  ...[await shares(rng), await blob(rng), importLines(), edtf(), typedDate(), pack(scratch)],
];

/** Runs one input; answers whether it was taken, and throws what should never happen. */
export async function tryInput({ codes, takes }: Target, bytes: Uint8Array): Promise<boolean> {
  try {
    return await takes(bytes);
  } catch (error) {
    if (isAppError(error) && codes.includes(error.code)) return false;
    throw error;
  }
}
