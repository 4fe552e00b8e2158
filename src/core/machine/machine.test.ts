import { describe, expect, it } from 'vitest';
import { checkMachine } from './check';
import { mountOf, parseMounts, parseSwaps } from './linux';
import { parseFileVault, parseMacMounts, parseSwapUsage } from './mac';
import { machineTodo, type MachinePort, type MachineReport } from './model';
import { parseFacts, protectionOf } from './windows';

type Files = Readonly<Record<string, string>>;

/** A machine of which only this can be read. */
const machine = (
  platform: NodeJS.Platform,
  files: Files,
  { links = {}, says = {} }: { links?: Files; says?: Files } = {},
): MachinePort => ({
  platform,
  read: (file) => files[file],
  list: (dir) => [
    ...new Set(
      Object.keys(files).flatMap((file) =>
        file.startsWith(`${dir}/`) ? [file.slice(dir.length + 1).split('/')[0] ?? ''] : [],
      ),
    ),
  ],
  realPath: (path) => links[path] ?? path,
  run: (program) => Promise.resolve(says[program]),
});

const MOUNTS = [
  '22 1 253:1 / / rw,relatime shared:1 - ext4 /dev/mapper/system-root rw',
  '40 22 259:1 / /boot rw - vfat /dev/nvme0n1p1 rw',
  '41 22 8:17 / /media/s/Red\\040Stick rw - exfat /dev/sdb1 rw',
  '42 22 0:55 / /mnt/office rw - cifs //server/office rw',
  '43 22 0:48 / /home rw - btrfs /dev/mapper/home rw',
  '44 22 0:60 / /home/s/Private rw - fuse.gocryptfs /home/s/cipher rw',
  'nonsense',
].join('\n');

/** Root on LVM inside LUKS, a stick in the clear. */
const ENCRYPTED: Files = {
  '/proc/self/mountinfo': MOUNTS,
  '/proc/swaps':
    'Filename\t\t\t\tType\t\tSize\n/dev/dm-2 partition 8388604 0 -2\n/dev/zram0 partition 4194300 0 100\n',
  '/sys/power/state': 'freeze mem disk\n',
  '/sys/power/disk': '[platform] shutdown reboot\n',
  '/sys/class/block/dm-1/dm/uuid': 'LVM-abc\n',
  '/sys/class/block/dm-1/size': '1',
  '/sys/class/block/dm-1/slaves/dm-0/x': '',
  '/sys/class/block/dm-2/dm/uuid': 'LVM-def\n',
  '/sys/class/block/dm-2/slaves/dm-0/x': '',
  '/sys/class/block/dm-0/dm/uuid': 'CRYPT-LUKS2-0123-cr\n',
  '/sys/class/block/sdb1/size': '100\n',
  '/sys/class/block/nvme0n1p3/size': '100\n',
};
const LINKS: Files = {
  '/sys/dev/block/253:1': '/sys/devices/virtual/block/dm-1',
  '/sys/dev/block/8:17': '/sys/devices/pci/block/sdb/sdb1',
  '/dev/mapper/home': '/dev/dm-0',
};
const linux = (files: Files = ENCRYPTED) => machine('linux', files, { links: LINKS });

describe('a Linux machine', () => {
  it('is told to be encrypted where everything a volume is made of is', async () => {
    expect(await checkMachine(linux(), '/srv/office')).toEqual({
      ...{ disk: 'encrypted', swap: 'encrypted', hibernation: 'encrypted' },
      ...{ fileSystem: 'fine', syncedFolder: undefined },
    });
    expect((await checkMachine(linux(), '/home/s/office')).disk).toBe('encrypted');
    expect((await checkMachine(linux(), '/home/s/Private/office')).disk).toBe('encrypted');
  });

  it('is told to lie open on a stick, with its file system', async () => {
    const report = await checkMachine(linux(), '/media/s/Red Stick/office');
    expect(report).toMatchObject({ disk: 'open', fileSystem: 'fat' });
  });

  it('cannot tell the disk of a server, and names the network', async () => {
    const report = await checkMachine(linux(), '/mnt/office/v');
    expect(report).toMatchObject({ disk: 'unknown', fileSystem: 'network' });
  });

  it('is told to lie open where one part of a volume is', async () => {
    const mixed = {
      ...ENCRYPTED,
      '/sys/class/block/dm-1/slaves/nvme0n1p3/x': '',
      '/proc/swaps': 'Filename Type\n/swapfile file 100 0 -2\n',
    };
    expect(await checkMachine(linux(mixed), '/srv/office')).toMatchObject({
      ...{ disk: 'open', swap: 'open', hibernation: 'open' },
    });
  });

  it.each([
    ['has no swap on a disk', { '/proc/swaps': 'Filename Type\n/dev/zram0 partition 1 0 5\n' }],
    ['has a kernel that does not hibernate', { '/sys/power/disk': '[disabled]\n' }],
  ])('does not write its memory down where it %s', async (_name, files) => {
    const report = await checkMachine(linux({ ...ENCRYPTED, ...files }), '/srv/office');
    expect(report.hibernation).toBe('none');
  });

  it('that tells nothing is unknown, not safe', async () => {
    expect(await checkMachine(machine('linux', {}), '/srv/office')).toEqual({
      ...{ disk: 'unknown', swap: 'unknown', hibernation: 'unknown' },
      ...{ fileSystem: 'unknown', syncedFolder: undefined },
    });
  });

  it('has its tables read with their spaces, and the deepest mount counts', () => {
    const mounts = parseMounts(MOUNTS);
    expect(mounts).toHaveLength(6);
    expect(mountOf('/media/s/Red Stick/v', mounts)?.type).toBe('exfat');
    expect(mountOf('/mnt/officer', mounts)?.at).toBe('/');
    expect(parseSwaps('Filename Type\n/swap\\040file file 1 0 -2\n')).toEqual([
      { path: '/swap file', isFile: true },
    ]);
  });
});

const MAC_MOUNTS = [
  '/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)',
  '/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse)',
  '/dev/disk4s1 on /Volumes/Red Stick (exfat, local, nodev, nosuid)',
  '//sample@server/office on /Volumes/office (smbfs, nodev, nosuid)',
].join('\n');

const mac = (status: string) =>
  machine(
    'darwin',
    {},
    {
      says: {
        '/usr/bin/fdesetup': status,
        '/sbin/mount': MAC_MOUNTS,
        '/usr/sbin/sysctl':
          'vm.swapusage: total = 2048.00M  used = 914.25M  free = 1133.75M  (encrypted)\n',
      },
    },
  );

describe('a Mac', () => {
  it('is told by FileVault, and of other volumes cannot tell', async () => {
    expect(await checkMachine(mac('FileVault is On.\n'), '/Users/s/office')).toEqual({
      ...{ disk: 'encrypted', swap: 'encrypted', hibernation: 'encrypted' },
      ...{ fileSystem: 'fine', syncedFolder: undefined },
    });
    expect((await checkMachine(mac('FileVault is Off.\n'), '/Users/s/office')).disk).toBe('open');
    const stick = await checkMachine(mac('FileVault is On.\n'), '/Volumes/Red Stick/office');
    expect(stick).toMatchObject({ disk: 'unknown', fileSystem: 'fat' });
    const server = await checkMachine(mac('FileVault is On.\n'), '/Volumes/office/v');
    expect(server).toMatchObject({ disk: 'unknown', fileSystem: 'network' });
  });

  it('that says something else, or nothing, is unknown', () => {
    expect(parseFileVault('Encryption in progress: Percent completed = 3\n')).toBe('unknown');
    expect(parseFileVault(undefined)).toBe('unknown');
    expect(parseSwapUsage(undefined)).toBe('unknown');
    expect(parseSwapUsage('vm.swapusage: total = 0.00M')).toBe('open');
    expect(parseMacMounts('map auto_home on /home (autofs, automounted)')).toEqual([
      { at: '/home', type: 'autofs' },
    ]);
  });
});

const SHELL = `${process.env['SystemRoot'] ?? 'C:\\Windows'}\\System32\\WindowsPowerShell\\v1.0\\powershell.exe`;
const windows = (said: string) => machine('win32', {}, { says: { [SHELL]: said } });

describe('a Windows machine', () => {
  it('is told by what BitLocker does for its volumes', async () => {
    const said =
      'disk=1\r\nsystem=1\r\nformat=NTFS\r\ntype=Fixed\r\npages=?:\\pagefile.sys\r\nhibernates=1\r\n';
    expect(await checkMachine(windows(said), '/v')).toMatchObject({
      ...{ disk: 'encrypted', swap: 'encrypted', hibernation: 'encrypted', fileSystem: 'fine' },
    });
    const open = 'disk=2\nsystem=2\nformat=exFAT\ntype=Removable\npages=\nhibernates=0\n';
    expect(await checkMachine(windows(open), '/v')).toMatchObject({
      ...{ disk: 'open', swap: 'none', hibernation: 'none', fileSystem: 'fat' },
    });
  });

  it('is unknown where it does not answer or answers something else', async () => {
    expect(await checkMachine(windows(''), '/v')).toMatchObject({ disk: 'unknown' });
    expect(parseFacts('a = b=c\nnothing\n=x')).toEqual({ a: 'b=c' });
    expect(['0', '1', '2', '3', '4', '5', '6', '', undefined].map(protectionOf)).toEqual([
      ...['open', 'encrypted', 'open', 'unknown', 'open', 'open', 'encrypted'],
      ...['unknown', 'unknown'],
    ]);
  });
});

describe('what is to be mended', () => {
  const FINE: MachineReport = {
    ...{ disk: 'encrypted', swap: 'none', hibernation: 'none' },
    ...{ fileSystem: 'fine', syncedFolder: undefined },
  };

  it('is nothing on a machine that is in order', () => {
    expect(machineTodo(FINE)).toEqual([]);
  });

  it('is named with the gravest first', () => {
    expect(
      machineTodo({
        ...{ disk: 'open', swap: 'open', hibernation: 'open' },
        ...{ fileSystem: 'fat', syncedFolder: 'Dropbox' },
      }),
    ).toEqual(['disk-open', 'synced', 'swap-open', 'hibernation-open', 'fat']);
    expect(machineTodo({ ...FINE, disk: 'unknown', fileSystem: 'network' })).toEqual([
      'network',
      'disk-unknown',
    ]);
  });

  it('does not cry of swap or hibernation that could not be seen', () => {
    expect(machineTodo({ ...FINE, swap: 'unknown', hibernation: 'unknown' })).toEqual([]);
  });
});
