#!/usr/bin/env node
'use strict';
// Plain CommonJS that an older Node can read: it finds a Node that the native
// driver runs on (below Node-API 10 the driver crashes instead of failing),
// builds the program where a checkout has none, and starts it.

const { spawn, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const NEEDED_NODE_API = 10;
const BUILD_LIMIT_MS = 120_000;
const root = path.join(__dirname, '..', '..');
/** How the programs on Node 24 are built, in a checkout. */
const PROGRAMS = 'programs.vite.config.ts';
const program = path.join(root, 'out', 'main', 'rihai.js');

function stop(message, exitCode) {
  process.stderr.write(`rihai: ${message}\n`);
  process.exit(exitCode);
}

/** The Node 24 that `npm ci` brings, as a path, or undefined. */
function projectNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const packageName = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const candidates = [path.join(root, 'node_modules', packageName, 'bin', name)];
  for (const folder of module.paths) candidates.push(path.join(folder, '.bin', name));
  return candidates.find((file) => fs.existsSync(file));
}

/** Runs this file again with another Node; passes on standard streams, signals and the exit code. */
function runAgainWith(node) {
  const child = spawn(node, [__filename, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, RIHAI_REEXECUTED: '1' },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('error', () => stop('could not start the Node 24 of this project', 1));
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

function newestChange(folder) {
  let newest = 0;
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) newest = Math.max(newest, newestChange(file));
    else if (!/\.test\.ts$/.test(entry.name)) newest = Math.max(newest, fs.statSync(file).mtimeMs);
  }
  return newest;
}

function isBuilt() {
  if (!fs.existsSync(program)) return false;
  if (!fs.existsSync(path.join(root, 'src', 'cli', 'main.ts'))) return true;
  const source = Math.max(
    newestChange(path.join(root, 'src')),
    fs.statSync(path.join(root, PROGRAMS)).mtimeMs,
  );
  return fs.statSync(program).mtimeMs >= source;
}

function pause(ms) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

/** Takes the right to build; false when someone else built in the meantime. */
function takeBuildLock(lock) {
  for (let waited = 0; ; waited += 200) {
    try {
      fs.mkdirSync(lock);
      return true;
    } catch {
      if (waited > BUILD_LIMIT_MS) fs.rmSync(lock, { recursive: true, force: true });
      pause(200);
      if (!fs.existsSync(lock) && isBuilt()) return false;
    }
  }
}

function build() {
  const packageFile = path.join(root, 'node_modules', 'electron-vite', 'package.json');
  if (!fs.existsSync(packageFile)) stop('not installed yet: run "npm ci" in the checkout first', 1);
  const bin = path.join(
    path.dirname(packageFile),
    JSON.parse(fs.readFileSync(packageFile, 'utf8')).bin['electron-vite'],
  );
  const lock = path.join(root, 'node_modules', '.rihai-build');
  if (!takeBuildLock(lock)) return;
  try {
    process.stderr.write('rihai: building once from source …\n');
    const words = ['build', '-c', PROGRAMS, '--logLevel', 'error', '--ignoreConfigWarning'];
    const result = spawnSync(process.execPath, [bin, ...words], { cwd: root, encoding: 'utf8' });
    if (result.status !== 0) {
      process.stderr.write(`${result.stdout}${result.stderr}`);
      process.exitCode = 1;
    }
  } finally {
    fs.rmSync(lock, { recursive: true, force: true });
  }
  if (process.exitCode === 1) stop('the build failed', 1);
}

if (Number(process.versions.napi) < NEEDED_NODE_API) {
  const node = process.env.RIHAI_REEXECUTED === '1' ? undefined : projectNode();
  if (node === undefined) stop('needs Node 24; "npm ci" in the checkout brings it', 1);
  runAgainWith(node);
} else {
  if (!isBuilt()) build();
  require(program);
}
