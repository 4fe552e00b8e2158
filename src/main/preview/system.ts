import { join } from 'node:path';
import { AppError } from '#shared/errors/app-error';
import type { Calls } from '#shared/ipc/contract';
import { reading as READING } from '#shared/ipc/contract/preview';
import type { InputOf, OutputOf } from '#shared/ipc/entry';
import { pageServer, PREVIEW_PAGE, previewPolicy } from '../pages';
import type { VaultProcess } from '../vault-process';
import { openHiddenPage } from '../hidden-page';
import type { ByteSource } from './one-preview';
import { previews, type Previews } from './previews';
import { READ_LIMITS } from './watch';

type Reading = Calls['reading'];
type Name = 'open' | 'next' | 'close';

/** Bytes of documents as the vault process gives them out; what it answers is only passed on. */
function bytesFrom({ call }: Pick<VaultProcess, 'call'>): ByteSource {
  const ask = async <C extends Name>(
    name: C,
    input: InputOf<Reading[C]>,
  ): Promise<OutputOf<Reading[C]>> => {
    const result = await call(`reading:${name}`, input, {});
    if (!result.ok) throw new AppError(result.error.code, result.error.params);
    return READING[name].output.parse(result.value) as OutputOf<Reading[C]>;
  };
  return {
    open: (id) => ask('open', { id } as InputOf<Reading['open']>),
    next: (reading) => ask('next', { reading }),
    close: (reading) => ask('close', { reading }),
  };
}

type Place = {
  /** Where the built programs and pages lie. */
  readonly folder: string;
  readonly silentMs: number;
  readonly userAgent: string;
};

/** Previews in pages of Electron, of documents of the open vault. */
export function systemPreviews(
  vault: Pick<VaultProcess, 'call'>,
  { folder, silentMs, userAgent }: Place,
): Previews {
  const serve = pageServer(join(folder, 'renderer'), previewPolicy);
  return previews({
    openPage: (events) =>
      openHiddenPage({
        url: PREVIEW_PAGE,
        preload: join(folder, 'preload', 'preview.js'),
        serve,
        userAgent,
        ...events,
      }),
    source: bytesFrom(vault),
    limits: { ...READ_LIMITS, silentMs },
  });
}
