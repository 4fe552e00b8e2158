import { AppError } from '#shared/errors/app-error';
import type { ErrorCode } from '#shared/errors/codes';

/** What SQLite reports, by the start of its extended code; the first that fits counts. */
const SQLITE: readonly (readonly [prefix: string, code: ErrorCode])[] = [
  ['SQLITE_FULL', 'disk/full'],
  ['SQLITE_CORRUPT', 'db/damaged'],
  ['SQLITE_NOTADB', 'db/damaged'],
  ['SQLITE_IOERR_SHORT_READ', 'db/damaged'],
  ['SQLITE_IOERR_CORRUPTFS', 'db/damaged'],
  ['SQLITE_IOERR', 'disk/failed'],
  ['SQLITE_CANTOPEN', 'disk/failed'],
  ['SQLITE_BUSY', 'vault/in-use'],
  ['SQLITE_LOCKED', 'vault/in-use'],
  ['SQLITE_READONLY', 'vault/read-only'],
];

const SYSTEM: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'disk/full',
  EDQUOT: 'disk/full',
  EFBIG: 'disk/full',
  EIO: 'disk/failed',
  ENXIO: 'disk/failed',
  ENODEV: 'disk/gone',
  // Whoever expects that a file may be missing asks first.
  ENOENT: 'disk/gone',
  ENOTCONN: 'disk/gone',
  ECONNABORTED: 'disk/gone',
  ESTALE: 'disk/gone',
  EACCES: 'disk/failed',
  EPERM: 'disk/failed',
  EBUSY: 'disk/failed',
  EMFILE: 'disk/failed',
  EISDIR: 'disk/failed',
  ENOTDIR: 'disk/failed',
  ENAMETOOLONG: 'disk/failed',
  EROFS: 'vault/read-only',
};

/**
 * Names an error of the driver or of the file system by our codes; what is not
 * known becomes `internal`. Only the system's own code goes into `params`: its
 * message may hold a path.
 */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const reason = codeOf(error);
  if (reason === undefined) return new AppError('internal', {}, error);
  const sqlite = SQLITE.find(([prefix]) => reason.startsWith(prefix))?.[1];
  return new AppError(sqlite ?? SYSTEM[reason] ?? 'internal', { reason }, error);
}

/** Runs `work`, naming what it throws. */
export function withAppErrors<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw toAppError(error);
  }
}

/** The same for work that takes its time. */
export async function withAppErrorsAsync<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toAppError(error);
  }
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
