import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/domain/ids';
import { PROGRAM } from '#tests/fixtures/cli/run';
import { copyOfVault, newFolder } from '#tests/integration/vault-kit';
import { accessByPaper, longOrShort, peopleLines, withCaseFile } from './kit';

const MOST = 200;
/** Every n-th write up to 200 in the long form; in the short one some of them, the first few all. */
const NTHS = Array.from({ length: MOST }, (_, n) => n + 1).filter(
  (n) => longOrShort(1, 0) === 1 || [1, 2, 3, 5, 17, 60, 150].includes(n),
);
const PEOPLE = 1500;
/** What writes, makes durable and moves; each may find the disk full or broken. */
const CALLS = 'write,pwrite64,fsync,fdatasync,rename,ftruncate';

type Faulted = {
  readonly exit: number | null;
  readonly isHit: boolean;
  readonly ids: readonly RecordId[];
  readonly code: string | undefined;
  readonly stderr: string;
};

/** Runs an import; its n-th call on a file of the vault fails as the system would let it fail. */
async function importWithFault(
  dir: string,
  lines: string,
  errno: string,
  nth: number,
): Promise<Faulted> {
  const trace = path.join(newFolder(), 'trace');
  const places = ['', `/main-000001.db`, `/main-000001.db-wal`, '/vault.rhv', '/staging', '/blobs'];
  const args = [
    ...['-f', '-qq', '-o', trace, '-e', `trace=${CALLS}`],
    ...['-e', `inject=${CALLS}:error=${errno}:when=${String(nth)}`],
    ...places.flatMap((place) => ['-P', `${dir}${place}`]),
    ...[process.execPath, PROGRAM, 'import', ...(await accessByPaper(dir)), lines, '--json'],
  ];
  const ran = spawnSync('strace', args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    // An account of its own: each vault is a copy of one and the same.
    env: { ...process.env, XDG_CONFIG_HOME: newFolder() },
  });
  const rows = ran.stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as { ids?: RecordId[]; error?: { code: string } });
  return {
    exit: ran.status,
    isHit: fs.readFileSync(trace, 'utf8').includes('(INJECTED)'),
    ids: rows.flatMap(({ ids = [] }) => ids),
    code: rows.at(-1)?.error?.code,
    stderr: ran.stderr,
  };
}

describe('a disk that fails at the n-th write of an import', () => {
  it.each([
    ['ENOSPC', 'disk/full', 'disk/failed'],
    ['EIO', 'disk/failed', 'disk/failed'],
  ])('%s: says so, and keeps all that was acknowledged', async (errno, ...codes) => {
    const lines = path.join(newFolder(), 'people.jsonl');
    fs.writeFileSync(lines, peopleLines(PEOPLE));
    const counts: Record<string, number> = {};
    for (const nth of NTHS) {
      const dir = await copyOfVault();
      const { exit, isHit, ids, code, stderr } = await importWithFault(dir, lines, errno, nth);
      const said = exit === 0 ? 'went through' : (code ?? `nothing: ${stderr.slice(0, 300)}`);
      const key = isHit ? said : `not reached, ${said}`;
      counts[key] = (counts[key] ?? 0) + 1;
      if (exit === 0) expect(ids).toHaveLength(PEOPLE);
      await withCaseFile(dir, async (file) => {
        expect(ids.filter((id) => !file.records.get(id))).toEqual([]);
        expect((await file.verify(() => undefined)).isSound).toBe(true);
      });
      expect(fs.readdirSync(path.join(dir, 'staging'))).toEqual([]);
      fs.rmSync(dir, { recursive: true });
    }
    console.log(`${errno} at ${String(NTHS.length)} places: ${JSON.stringify(counts)}`);
    const allowed = new Set([...codes, 'went through', 'not reached, went through']);
    expect(Object.keys(counts).filter((said) => !allowed.has(said))).toEqual([]);
    expect(codes.some((code) => (counts[code] ?? 0) > 0)).toBe(true);
  });
});
