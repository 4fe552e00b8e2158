import { makeCard } from '#core/identity/card';
import { newIdentity } from '#core/identity/identity';
import { concatBytes, utf8 } from '#core/kernel/bytes';
import { changeEntries, changeReader } from '#core/sharing/bundle/change-lines';
import { readFrame, writeFrame } from '#core/sharing/bundle/frame';
import { openManifest, signManifest, type Manifest } from '#core/sharing/bundle/manifest';
import { sealOuter } from '#core/sharing/bundle/outer';
import { readOuterHeader } from '#core/sharing/bundle/outer-header';
import { toBase64 } from '#core/vault/exact-json';
import { hash, sign, signingPair } from '#core/vault/sodium';
import { change, setOf } from '#tests/fixtures/crafted-bundle';
import { collect, streamOf } from '#tests/fixtures/streams';
import type { Rng } from './mutate';
import type { Target } from './targets';

const LIMITS = ['bundle/damaged', 'bundle/limit'] as const;
const ENTRY_BYTES = 500;

/** The header of the outside, before any library sees it. */
async function outside(rng: Rng): Promise<Target> {
  const sealed = [1, 3].map((people) =>
    collect(
      sealOuter(
        streamOf(utf8('sample')),
        {
          type: 'recipients',
          agePublic: Array.from({ length: people }, () => newIdentity(rng).agePublic),
        },
        rng,
      ),
    ),
  );
  return {
    ...{ name: 'bundle outside', codes: LIMITS, samples: await Promise.all(sealed) },
    takes: (bytes) => readOuterHeader(bytes).mode === 'recipients',
  };
}

async function frame(rng: Rng): Promise<Target> {
  const entry = rng.bytes(ENTRY_BYTES);
  const sample = writeFrame(rng.bytes(300), rng.bytes(64), streamOf(entry), entry.length);
  return {
    ...{ name: 'bundle inside', codes: LIMITS, samples: [await collect(sample)] },
    takes: async (bytes) => {
      const read = await readFrame(streamOf(bytes));
      await collect(read.entry(ENTRY_BYTES));
      await read.end(ENTRY_BYTES);
      return true;
    },
  };
}

/** Every manifest is signed by who it names, so that what lies behind the signature is reached. */
function manifest(rng: Rng): Target {
  const sender = newIdentity(rng);
  const { secretKey } = signingPair(sender.seed);
  const plain: Manifest = {
    bundle_id: toBase64(rng.bytes(16)),
    sender: new TextDecoder().decode(makeCard('Sample Vakil', sender)),
    rcpt: [toBase64(rng.bytes(16))],
    ...{ created_ms: 1_760_000_000_000, seq: 12 },
    scope: { purpose: 'committee', level: 'team', history: 'full', pseudonyms: false },
    ...{ note: 'Sample note, نمونہ', schema: 1, checkpoint: null, stream: null },
    entries: [{ n: 0, kind: 'changes', len: 100, b2: toBase64(rng.bytes(32)), name: '' }],
  };
  return {
    name: 'bundle manifest',
    codes: [...LIMITS, 'bundle/signature'],
    samples: [signManifest(plain, sender).bytes],
    takes: (bytes) => {
      const signed = concatBytes(utf8('rihai-bundle-v1'), new Uint8Array(1), hash(bytes, null, 64));
      openManifest(bytes, sign(signed, secretKey));
      return true;
    },
  };
}

function lines(): Target {
  const set = setOf(
    change(0x10, { value: { text: 'Sample خیالی', kind: 'legal' } }),
    change(0x11, { value: null, prev: [change(0x10).id], covers: [change(0x12).id] }),
  );
  return {
    ...{ name: 'bundle lines', codes: LIMITS, samples: [...changeEntries(set)] },
    takes: (bytes) => {
      const reader = changeReader();
      reader.add(bytes);
      const again = [...changeEntries(reader.set())].reduce((sum, { length }) => sum + length, 0);
      if (again !== bytes.length) throw new Error('read as other lines than stood there');
      return true;
    },
  };
}

export const bundleTargets = async (rng: Rng): Promise<readonly Target[]> => [
  ...[await outside(rng), await frame(rng), manifest(rng), lines()],
];
