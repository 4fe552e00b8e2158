import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app, utilityProcess } from 'electron';
import { forkedChild, isOldRuntime, utilityChild, type StartChild } from './child';
import { vaultArgument } from './launch';
import { startVaultProcess, type VaultOptions } from './vault-process';

/** In development an older Electron cannot load the database driver: the core runs on a Node beside it. */
export const runsBeside = !app.isPackaged && isOldRuntime(process.versions);

const startChild: StartChild = (name) => {
  const program = join(__dirname, `${name}.js`);
  const options = {
    program,
    ...{ name: `rihai-${name}`, isQuiet: app.isPackaged || name === 'reader' },
    // It may read its own program and nothing else.
    nodeArgs: name === 'reader' ? ['--permission', `--allow-fs-read=${join(__dirname, '*')}`] : [],
  };
  if (!runsBeside) return utilityChild(utilityProcess, options);
  const node = join(app.getAppPath(), 'node_modules', '.bin', 'node');
  if (!existsSync(node)) throw new Error('the project Node is missing: run npm ci');
  return forkedChild(node, options);
};

/** Packs, samples and fonts that ship with the program. */
const resourcesDir = (): string =>
  join(app.isPackaged ? process.resourcesPath : app.getAppPath(), 'resources');

type Hearer = Pick<VaultOptions, 'onEvent' | 'onRefused' | 'onGone'>;

/** The vault process, and who hears of it: it comes up while Chromium makes the window. */
export function beginVault() {
  let heard: Hearer | undefined;
  const vault = startVaultProcess({
    startChild,
    resourcesDir: resourcesDir(),
    anchorsDir: join(app.getPath('userData'), 'anchors'),
    dir: vaultArgument(process.argv),
    isChecked: !app.isPackaged,
    onEvent: (name, payload) => heard?.onEvent(name, payload),
    onRefused: (slot) => heard?.onRefused(slot),
    // Where nobody hears yet, the first call of the page is told that it is gone.
    onGone: (wasUnlocked) => heard?.onGone(wasUnlocked),
  });
  return {
    vault,
    hear: (by: Hearer): void => {
      heard = by;
    },
  };
}

export type BegunVault = ReturnType<typeof beginVault>;
