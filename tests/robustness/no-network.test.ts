import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROGRAM } from '#tests/fixtures/cli/run';
import { copyOfVault, newFolder } from '#tests/integration/vault-kit';
import { access, peopleLines } from './kit';

/** Runs a program in a network namespace without any way out, not even to itself; answers every socket it asked for that could lead off this machine. */
function socketsOf(command: readonly string[]): readonly string[] {
  const trace = path.join(newFolder(), 'trace');
  const root = process.getuid?.() === 0 ? [] : ['--map-root-user'];
  const strace = ['strace', '-f', '-qq', '-e', 'trace=%network', '-o', trace, ...command];
  const ran = spawnSync('unshare', ['--net', ...root, ...strace], {
    env: { ...process.env, XDG_CONFIG_HOME: newFolder() },
    encoding: 'utf8',
  });
  expect(ran.status, ran.stderr).toBe(0);
  const calls = fs.readFileSync(trace, 'utf8').split('\n');
  // NETLINK asks the system itself for its list of interfaces; nothing leaves by it.
  return calls.filter((line) => /socket\(AF_(?!UNIX\b|NETLINK\b)/u.test(line));
}

describe('the program and the network', () => {
  it('asks for no socket that leads anywhere: import, search, verify, backup, change of key', async () => {
    const dir = await copyOfVault();
    const own = access(dir);
    const lines = path.join(newFolder(), 'people.jsonl');
    fs.writeFileSync(lines, peopleLines(50));
    const commands = [
      ['import', ...own, lines],
      ['search', ...own, 'Khayali'],
      ['today', ...own],
      ['verify', ...own],
      ['backup', 'make', ...own, '--folder', newFolder()],
      ['rotate', ...own],
    ];
    for (const words of commands) {
      expect(socketsOf([process.execPath, PROGRAM, ...words]), words[0]).toEqual([]);
    }
  });

  it('is seen where a program does ask', () => {
    const asks =
      "require('node:dgram').createSocket('udp4').bind(0, function () { this.close(); })";
    expect(socketsOf([process.execPath, '-e', asks])).not.toEqual([]);
  });
});
