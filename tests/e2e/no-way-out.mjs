// Runs a command in a network namespace of its own, whose one way out ends in a recorder; fails
// where the command fails, or where anything tried to leave. So every test of the window is also
// a proof that the window uses no network. Where the system allows no namespace, it fails too.
import { spawn, spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const INSIDE = '--inside';
/** Addresses that documents may use and nobody has; packets to them are ours. */
const CONTROLS = [
  { family: 'udp4', address: '192.0.2.1' },
  { family: 'udp6', address: '2001:db8:1::1' },
];
const PORT = 9;
/** Neighbours that never answer, known beforehand: so packets to far away go out instead of waiting. */
const WAYS = `
  ip link set lo up
  ip link add away type veth peer name over
  ip link set away addrgenmode none
  ip link set over addrgenmode none
  ip link set over up
  ip link set away up
  ip addr add 198.51.100.2/24 dev away
  ip -6 addr add 2001:db8::2/64 dev away nodad
  ip neigh add 198.51.100.1 lladdr 02:00:00:00:00:01 dev away nud permanent
  ip -6 neigh add 2001:db8::1 lladdr 02:00:00:00:00:01 dev away nud permanent
  ip route add default via 198.51.100.1
  ip -6 route add default via 2001:db8::1`;
/**
 * All but the system's own search for IPv6 neighbours, which a program sets off only by a packet
 * of its own, and but what follows the first packets of a connection on the loopback:
 * there the tests hold the debugger of the window.
 */
const RECORDED =
  'not icmp6 and not (host 127.0.0.1 and tcp and tcp[tcpflags] & (tcp-syn|tcp-rst) == 0)';

const succeeds = (file, ...args) => {
  const ran = spawnSync(file, args, { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`${file}: ${ran.error?.message ?? ran.stderr}`);
  return ran.stdout;
};

async function startRecorder(file) {
  const options = ['-i', 'any', '-n', '-U', '--immediate-mode', '-s', '128', '-w', file];
  const recorder = spawn('tcpdump', [...options, RECORDED], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  await new Promise((resolve, reject) => {
    recorder.on('error', reject);
    recorder.on('exit', () => reject(new Error(`the recorder ended: ${said}`)));
    recorder.stderr.on('data', (bytes) => {
      said += bytes;
      if (said.includes('listening on')) resolve();
    });
  });
  return async () => {
    recorder.removeAllListeners('exit');
    recorder.kill('SIGINT');
    await once(recorder, 'exit');
    if (!said.includes('\n0 packets dropped by kernel')) throw new Error(`packets lost: ${said}`);
  };
}

const recordedIn = (file) =>
  succeeds('tcpdump', '-n', '-r', file)
    .split('\n')
    .filter((line) => line !== '');

/** Sends our own packets out until the recorder has them: then it has all that came before, too. */
async function sendControls(record) {
  const isRecorded = ({ address }) =>
    recordedIn(record).some((line) => line.includes(`> ${address}.${PORT}:`));
  for (let left = 100; !CONTROLS.every(isRecorded); left -= 1) {
    if (left === 0) throw new Error('the recorder does not see what leaves');
    for (const { family, address } of CONTROLS) {
      const socket = createSocket(family);
      await new Promise((resolve, reject) => {
        socket.send('control', PORT, address, (error) => (error ? reject(error) : resolve()));
      });
      socket.close();
    }
    await setTimeout(50);
  }
}

const PACKET = /^\S+ lo +\S+ +IP6? (?<from>\S+) > (?<to>\S+): Flags \[(?<flags>[^\]]+)\]/u;
const isControl = (line) => CONTROLS.some(({ address }) => line.includes(`> ${address}.${PORT}:`));
/** The system says so when an address of IPv6 is given to it. */
const isOfSystem = (line) => line.includes('ICMP6, multicast listener report');

/** What was recorded, without the controls and the debugger. */
function leftOver(lines) {
  const local = (line) => PACKET.exec(line)?.groups;
  // A connection on the loopback that was answered: nobody but a debugger listens here.
  const answered = new Set(
    lines
      .map(local)
      .filter((packet) => packet?.flags === 'S.')
      .map(({ from }) => from),
  );
  const isDebugger = (line) => [local(line)?.from, local(line)?.to].some((at) => answered.has(at));
  return {
    found: lines.filter((line) => !isControl(line) && !isOfSystem(line) && !isDebugger(line)),
    debuggers: answered.size,
  };
}

async function inside([file, ...args]) {
  succeeds('sh', '-ec', WAYS);
  const folder = mkdtempSync(join(tmpdir(), 'rihai-recorded-'));
  try {
    const record = join(folder, 'packets');
    const stop = await startRecorder(record);
    const [exit] = await once(spawn(file, args, { stdio: 'inherit' }), 'exit');
    await sendControls(record);
    await stop();
    const { found, debuggers } = leftOver(recordedIn(record));
    process.stdout.write(
      `Network: ${found.length} packets, besides those to ${debuggers} debuggers of the tests.\n`,
    );
    for (const line of found.slice(0, 50)) process.stdout.write(`${line}\n`);
    return found.length > 0 ? 1 : (exit ?? 1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function outside(words) {
  const self = [process.execPath, import.meta.filename, INSIDE, ...words];
  const rights = process.getuid?.() === 0 ? [] : ['--user', '--map-current-user', '--keep-caps'];
  const ran = spawnSync('unshare', [...rights, '--net', '--', ...self], { stdio: 'inherit' });
  if (ran.error) throw ran.error;
  return ran.status ?? 1;
}

const words = process.argv.slice(2);
process.exitCode = words[0] === INSIDE ? await inside(words.slice(1)) : outside(words);
