import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { childEnv, forkedChild, isOldRuntime, type Child } from './child';

const ECHO = `
process.on('message', (message) => {
  if (message.exit !== undefined) process.exit(message.exit);
  process.send({ ...message, env: Object.keys(process.env), argv: process.argv.slice(2) });
});
`;

describe('a process of the core on a Node of its own', () => {
  let folder = '';
  let program = '';
  const started: Child[] = [];
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rihai رہائی child-'));
    program = join(folder, 'echo.cjs');
    writeFileSync(program, ECHO);
  });
  afterAll(() => {
    for (const child of started) child.kill();
    rmSync(folder, { recursive: true, force: true });
  });
  const start = (node = process.execPath): Child => {
    const child = forkedChild(node, { program, name: 'rihai-test', isQuiet: true });
    started.push(child);
    return child;
  };
  const answerOf = (child: Child): Promise<Record<string, unknown>> =>
    new Promise((resolve) => {
      child.onMessage((message) => {
        resolve(message as Record<string, unknown>);
      });
    });
  const exitOf = (child: Child): Promise<number | null> =>
    new Promise((resolve) => {
      child.onExit(resolve);
    });

  it('gets and gives bytes as bytes', async () => {
    const child = start();
    const answered = answerOf(child);
    const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => at % 256);
    child.send({ bytes, missing: undefined });
    const { bytes: back, ...rest } = await answered;
    expect(back).toBeInstanceOf(Uint8Array);
    expect(Buffer.from(back as Uint8Array).equals(bytes)).toBe(true);
    expect(Object.hasOwn(rest, 'missing')).toBe(true);
  });

  it('is told nothing of the environment', async () => {
    process.env['RIHAI_CHILD_TEST'] = 'leaks';
    const child = start();
    const answered = answerOf(child);
    child.send({});
    const { env, argv } = await answered;
    delete process.env['RIHAI_CHILD_TEST'];
    // Node's own, by which it finds its parent, are taken out by Node itself.
    expect(env).toEqual(Object.keys(childEnv(process.platform, process.env)));
    expect(argv).toEqual([]);
  });

  it('tells the code it ended with', async () => {
    const child = start();
    const ended = exitOf(child);
    child.send({ exit: 3 });
    expect(await ended).toBe(3);
  });

  it('is ended at once, and sending to it afterwards is no error', async () => {
    const child = start();
    const ended = exitOf(child);
    child.kill();
    expect(await ended).toBeNull();
    child.send({ late: true });
    child.kill();
  });

  it('that cannot be started tells so once', async () => {
    const child = start(join(folder, 'no-such-node'));
    let times = 0;
    await new Promise<void>((resolve) => {
      child.onExit((code) => {
        times++;
        expect(code).toBeNull();
        resolve();
      });
    });
    await new Promise((done) => setImmediate(done));
    expect(times).toBe(1);
  });
});

describe('the environment of a process of the core', () => {
  const env = {
    SystemRoot: 'C:\\Windows',
    PATH: 'C:\\bin',
    USERNAME: 'sample',
    NODE_OPTIONS: '-r x',
  };

  it('is empty', () => {
    expect(childEnv('linux', env)).toEqual({});
    expect(childEnv('darwin', env)).toEqual({});
  });

  it('has on Windows what its own libraries are found by', () => {
    expect(childEnv('win32', env)).toEqual({ SystemRoot: 'C:\\Windows' });
    expect(childEnv('win32', {})).toEqual({});
  });
});

describe('a runtime', () => {
  it.each([
    ['8', true],
    ['9', true],
    ['10', false],
    ['11', false],
    [undefined, true],
  ])('with Node-API %s is too old for the driver: %s', (napi, isOld) => {
    expect(isOldRuntime({ napi })).toBe(isOld);
  });
});
