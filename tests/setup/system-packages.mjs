// Makes sure that the programs and fonts which only the tests use are on this machine.
// As root on Debian it installs them; elsewhere it says how, and fails: no test is skipped.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const NEEDED = [
  { package: 'libreoffice-writer-nogui', probe: ['soffice', '--version'] },
  { package: 'poppler-utils', probe: ['pdftotext', '-v'] },
  { package: 'libxml2-utils', probe: ['xmllint', '--version'] },
  // What a real Electron and its virtual display need.
  ...[
    ['libgtk-3-0', 'libgtk-3.so.0'],
    ['libnss3', 'libnss3.so'],
    ['libasound2', 'libasound.so.2'],
    ['libgbm1', 'libgbm.so.1'],
    ['libxss1', 'libXss.so.1'],
    ['libatk-bridge2.0-0', 'libatk-bridge-2.0.so.0'],
    ['libcups2', 'libcups.so.2'],
  ].map(([name, library]) => ({ package: name, library })),
  // The newest Chromium, for the parts of the window: tests/components starts this one.
  { package: 'chromium', probe: ['/usr/bin/chromium', '--version'] },
  // The system's own printing, for the tests that print.
  { package: 'cups-daemon', probe: ['/usr/sbin/cupsd', '-h'] },
  { package: 'cups-client', probe: ['/usr/bin/lpstat', '-H'] },
  { package: 'xvfb', probe: ['Xvfb', '-help'] },
  // Opens the outside of a bundle by a hand that is not ours.
  { package: 'age', probe: ['age', '--version'] },
  { package: 'strace', probe: ['strace', '--version'] },
  { package: 'procps', probe: ['ps', '--version'] },
  { package: 'iproute2', probe: ['ip', '-V'] },
  { package: 'tcpdump', probe: ['tcpdump', '--version'] },
  // Sticks that are pulled out: FAT and exFAT by drivers that are programs, so that any kernel has them.
  { package: 'fusefat', probe: ['fusefat', '--version'] },
  { package: 'exfat-fuse', probe: ['/usr/sbin/mount.exfat-fuse', '-V'] },
  { package: 'dosfstools', probe: ['/usr/sbin/mkfs.vfat', '--help'] },
  { package: 'exfatprogs', probe: ['/usr/sbin/mkfs.exfat', '-V'] },
  // Carries a shared folder in the long form of the proofs alone.
  ...(process.env.RIHAI_SOAK === '1'
    ? [{ package: 'syncthing', probe: ['syncthing', '--version'] }]
    : []),
  { package: 'fonts-noto-core', font: 'Noto Nastaliq Urdu' },
  { package: 'fonts-liberation', font: 'Liberation Serif' },
];

const runs = (command, ...args) => spawnSync(command, args, { encoding: 'utf8' });

function isThere({ probe, font, library }) {
  if (library !== undefined) return runs('/sbin/ldconfig', '-p').stdout?.includes(library) === true;
  if (probe !== undefined) return runs(...probe).error === undefined;
  const list = runs('fc-list', ':', 'family');
  return list.error === undefined && list.stdout.includes(font);
}

function install(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) =>
    spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...packages);
}

const missing = () => NEEDED.filter((part) => !isThere(part)).map((part) => part.package);

let lacking = missing();
if (lacking.length > 0 && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
  process.stdout.write(`Installing what the tests need: ${lacking.join(' ')}\n`);
  install(lacking);
  lacking = missing();
}
if (lacking.length > 0) {
  process.stderr.write(
    `The tests need these Debian packages:\n  apt-get install --no-install-recommends ${lacking.join(' ')}\n`,
  );
  process.exit(1);
}
