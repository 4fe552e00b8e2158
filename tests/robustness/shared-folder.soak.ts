import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/domain/ids';
import { fill } from '#tests/fixtures/exchange-desks';
import {
  attachTo,
  closeAll,
  filesIn,
  has,
  person,
  sync,
  threeDesks,
} from '#tests/fixtures/folder-desks';
import { sharedState } from '#tests/fixtures/memory-desks';
import { newFolder } from '#tests/integration/vault-kit';

// Two real instances of Syncthing on loopback, without discovery, relays or anything outside this machine.
// Only in the long form: `npm run soak` installs it.
const PAPERS = 6;
const PAPER_BYTES = 8 * 1024 * 1024;
const PATIENCE_MS = 300_000;
const FOLDER = 'rihai-soak';

type Peer = {
  readonly home: string;
  readonly dir: string;
  readonly port: number;
  readonly id: string;
};

const running: ChildProcess[] = [];
afterAll(() => {
  closeAll();
  for (const child of running) child.kill('SIGTERM');
});

const syncthing = (...args: readonly string[]): string => {
  const done = spawnSync('syncthing', args, { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`syncthing ${args[0] ?? ''}: ${done.stderr}`);
  return done.stdout;
};

function peer(dir: string, port: number): Peer {
  const home = newFolder();
  syncthing('generate', `--home=${home}`, '--no-default-folder');
  return { home, dir, port, id: syncthing(`--home=${home}`, '--device-id').trim() };
}

/** Writes the one configuration that a test needs: a folder, two devices, two ports of loopback. */
function configure(own: Peer, other: Peer): void {
  const device = ({ id, port }: Peer): string =>
    `<device id="${id}" name="sample" compression="metadata"><address>tcp://127.0.0.1:${String(port)}</address></device>`;
  const options = [
    `<listenAddress>tcp://127.0.0.1:${String(own.port)}</listenAddress>`,
    '<globalAnnounceEnabled>false</globalAnnounceEnabled>',
    '<localAnnounceEnabled>false</localAnnounceEnabled>',
    '<relaysEnabled>false</relaysEnabled><natEnabled>false</natEnabled>',
    '<urAccepted>-1</urAccepted><crashReportingEnabled>false</crashReportingEnabled>',
    '<autoUpgradeIntervalH>0</autoUpgradeIntervalH><startBrowser>false</startBrowser>',
    '<reconnectionIntervalS>2</reconnectionIntervalS>',
  ].join('');
  fs.mkdirSync(path.join(own.dir, '.stfolder'), { recursive: true });
  fs.writeFileSync(
    path.join(own.home, 'config.xml'),
    `<configuration version="36"><folder id="${FOLDER}" path="${own.dir}" type="sendreceive" rescanIntervalS="10" fsWatcherEnabled="true" fsWatcherDelayS="1"><device id="${own.id}"/><device id="${other.id}"/></folder>${device(own)}${device(other)}<gui enabled="false"/><options>${options}</options></configuration>`,
  );
}

function start({ home }: Peer): void {
  const args = [`--home=${home}`, '--no-browser', '--no-restart', '--no-upgrade'];
  running.push(spawn('syncthing', ['serve', ...args], { stdio: 'ignore' }));
}

const objects = (dir: string): readonly string[] =>
  filesIn(dir).filter((name) => /^[a-z2-7]{26}\./u.test(name));

/** Syncs the desks again and again, as people do, until all is as `isDone` says. */
async function until(isDone: () => boolean, step: () => Promise<unknown>): Promise<number> {
  const begun = Date.now();
  while (!isDone()) {
    if (Date.now() - begun > PATIENCE_MS) throw new Error('Syncthing did not bring it over');
    await step();
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return Date.now() - begun;
}

describe('Syncthing as the carrier', () => {
  it('brings three vaults at two places to the same state', async () => {
    const { a, b, c } = await threeDesks({ isOnePlace: false });
    // The third desk works on the second one's machine.
    c.file.exchange.folders.move(c.place, b.place);
    const desks = [a, b, { ...c, place: b.place }];
    const [here, there] = [peer(a.place, 28_331), peer(b.place, 28_332)];
    configure(here, there);
    configure(there, here);
    start(here);
    start(there);

    const ids: RecordId[] = [];
    for (const one of desks) ids.push(...(await fill(one.file, [person(`Sample ${one.name}`)])));
    for (let n = 0; n < PAPERS; n += 1)
      await attachTo(a, Buffer.alloc(PAPER_BYTES, `Sample ${String(n)} `), `Sample ${String(n)}`);
    let waited = 0;
    const step = async () => {
      for (const one of desks) {
        const { waits } = await sync(one);
        waited += waits.filter(({ reason }) => reason === 'arriving').length;
        const other = waits.filter(({ reason }) => !['arriving', 'gap'].includes(reason));
        expect(other).toEqual([]);
      }
    };
    const isSame = () =>
      desks.every(
        (one) => ids.every((id) => has(one, id)) && one.vault.blobs.names().length === PAPERS,
      );
    const took = await until(isSame, step);
    const states = desks.map(({ vault }) => sharedState(vault.db));
    expect([states[1], states[2]]).toEqual([states[0], states[0]]);
    // Receipts go back, and what everybody has goes away at both places: a file of receipts a desk is left.
    const cleared = await until(
      () => objects(a.place).length === desks.length && objects(b.place).length === desks.length,
      step,
    );
    console.log(
      `Syncthing: ${String((PAPERS * PAPER_BYTES) / 2 ** 20)} MiB of papers, 3 vaults alike after ${String(took)} ms, folders cleared after ${String(cleared)} ms more; ${String(waited)} times a file was still arriving`,
    );
  });
});
