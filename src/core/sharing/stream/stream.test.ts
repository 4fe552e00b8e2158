import * as fs from 'node:fs';
import * as path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { fromHex, toHex, utf8 } from '#core/kernel/bytes';
import { loadSodium, sodiumRandom } from '#core/vault/sodium';
import { isAppError } from '#shared/errors/app-error';
import { readPieces, readReceipts, writePieces, writeReceipts } from './containers';
import { lotsOf } from './delta';
import { idBytes, idText, isObject, isPart, newId, partOf, pieceId } from './names';
import { nextOf, waitOf, type Queued } from './order';

type Written = { readonly start: string; readonly length: number };
type Vectors = {
  readonly receipts: readonly (Written & { readonly receipts: readonly string[] })[];
  readonly pieces: readonly (Written & {
    readonly pieces: readonly { id: string; length: number; b2: string }[];
  })[];
};

const vectors = JSON.parse(
  fs.readFileSync(path.join(import.meta.dirname, '../../../../tests/vectors/folder.json'), 'utf8'),
) as Vectors;

beforeAll(loadSodium);

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'none';
  } catch (error) {
    return isAppError(error) ? error.code : String(error);
  }
};

const bundle = (n: number, id: number, prev: number | null): Queued => ({
  ...{ n, id: Uint8Array.of(id) },
  prev: prev === null ? null : Uint8Array.of(prev),
});
const place = (n: number, id: number, isBase = false) => ({ n, bundle: Uint8Array.of(id), isBase });

describe('the order of a stream', () => {
  it('begins only where everything up to there is in one bundle', () => {
    const base = bundle(7, 70, null);
    expect(nextOf(undefined, [bundle(1, 10, 9), base, bundle(8, 80, 70)])).toEqual([base]);
    expect(nextOf(undefined, [bundle(2, 20, 10)])).toEqual([]);
  });

  it('goes on with the one that names the last, and else with the latest new beginning', () => {
    const [next, other, early, late] = [
      bundle(4, 40, 30),
      bundle(4, 41, 31),
      bundle(6, 60, null),
      bundle(9, 90, null),
    ];
    expect(nextOf(place(3, 30), [early, other, late, next])).toEqual([next, late, early]);
    expect(nextOf(place(9, 90), [early, late, next])).toEqual([]);
    // Its sender waits for a receipt of this one.
    expect(nextOf(place(9, 91), [early, late, next])).toEqual([late]);
  });

  it('goes on after a new beginning, whatever was sent to the others at that place', () => {
    const next = bundle(8, 80, 70);
    expect(nextOf(place(7, 77, true), [next])).toEqual([next]);
    expect(nextOf(place(7, 77), [next])).toEqual([]);
  });

  it('tells a gap from a stream that went another way', () => {
    expect(waitOf(place(3, 30), bundle(5, 50, 40))).toBe('gap');
    expect(waitOf(place(3, 30), bundle(4, 41, 31))).toBe('fork');
    expect(waitOf(undefined, bundle(2, 20, 10))).toBe('gap');
  });
});

describe('names in a folder', () => {
  it('tell nothing, and lead back to their bytes', () => {
    const id = newId(sodiumRandom);
    expect(id).toMatch(/^[a-z2-7]{26}$/u);
    expect(idText(idBytes(id))).toBe(id);
    expect(newId(sodiumRandom)).not.toBe(id);
    expect(pieceId(`${id}.bin`)).toBe(id);
    expect(pieceId('../../etc/passwd.bin')).toBeUndefined();
    expect(isPart(partOf(`${id}.rihai`))).toBe(true);
  });

  it('are looked at only where nobody is still writing', () => {
    const names = [
      'a.rihai',
      '.a.rihai',
      '~a.rihai',
      'a.rihai.part',
      '.syncthing.a.rihai.tmp',
      'a',
    ];
    expect(names.filter(isObject)).toEqual(['a.rihai']);
  });
});

describe('what lies beside bundles', () => {
  it('is written to the byte as in the vectors', () => {
    for (const { receipts, start, length } of vectors.receipts) {
      const bytes = writeReceipts(receipts.map(utf8));
      expect(bytes.length).toBe(length);
      expect(toHex(bytes.subarray(0, start.length / 2))).toBe(start);
      expect(bytes.subarray(start.length / 2).every((byte) => byte === 0)).toBe(true);
      expect(readReceipts(bytes)).toEqual(receipts.map(utf8));
    }
    for (const { pieces, start, length } of vectors.pieces) {
      const list = pieces.map(({ id, length, b2 }) => ({ id, length, b2: fromHex(b2) }));
      const bytes = writePieces(list);
      expect(bytes.length).toBe(length);
      expect(toHex(bytes.subarray(0, start.length / 2))).toBe(start);
      expect(readPieces(bytes)).toEqual(list);
    }
  });

  it('is refused where it lies about itself', () => {
    const piece = { id: newId(sodiumRandom), length: 5, b2: new Uint8Array(32) };
    const good = writePieces([piece]);
    const edit = (at: number, value: number) => {
      const bytes = good.slice();
      bytes[at] = value;
      return bytes;
    };
    const bad = {
      empty: new Uint8Array(0),
      magic: edit(0, 0),
      many: edit(5, 255),
      none: edit(4, 0),
      length: edit(8 + 16 + 7, 255),
      padding: edit(good.length - 1, 1),
      cut: good.subarray(0, 100),
      twice: writePieces([piece, piece]),
    };
    expect(Object.values(bad).map((bytes) => codeOf(() => readPieces(bytes)))).toEqual([
      ...['bundle/damaged', 'bundle/damaged', 'bundle/limit', 'bundle/damaged'],
      ...['bundle/damaged', 'bundle/damaged', 'bundle/damaged', 'bundle/damaged'],
    ]);
    const receipts = writeReceipts([utf8('one')]);
    receipts[9] = 255;
    expect(codeOf(() => readReceipts(receipts))).toBe('bundle/limit');
  });
});

describe('attachments in lots', () => {
  it('stay under the size, and a longer one goes alone', () => {
    const files = [4, 5, 20, 3, 7, 1].map((sizeBytes) => ({ sizeBytes }) as never);
    const sizes = lotsOf(files, 10).map((lot) => lot.map(({ sizeBytes }) => sizeBytes));
    expect(sizes).toEqual([[4, 5], [20], [3, 7], [1]]);
    expect(lotsOf([], 10)).toEqual([]);
  });
});
