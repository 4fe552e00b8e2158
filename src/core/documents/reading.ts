import { AppError, isAppError } from '#shared/errors/app-error';
import {
  fromReader,
  READER_LIMITS,
  type FromReader,
  type ToReader,
} from '#shared/reading/messages';

/** A process that reads one document, started for it: messages in and out, and its end. */
export type ReaderProcess = {
  readonly send: (message: ToReader) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  /** It ended; `why` where it went beyond a limit. */
  readonly onGone: (listener: (why?: AppError) => void) => void;
  /** Ends it at once. */
  readonly kill: () => void;
  /** What it holds of the machine's memory, where the system tells. */
  readonly memoryBytes?: () => number | undefined;
};

export type ReaderLimits = typeof READER_LIMITS;

type Document = {
  readonly mediaType: string;
  readonly bytes: AsyncIterable<Uint8Array>;
};

/** The words of a document, pages parted by form feeds. Throws `read/…`, and what its bytes throw. */
export type ReadDocument = (document: Document) => Promise<string>;

const OFFICE = [
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
];
const READ = new Set(['application/pdf', ...OFFICE]);

/** Whether a file of this media type has words that only a process of its own may take out. */
export const needsReader = (mediaType: string): boolean => READ.has(mediaType);

/** Bytes of a document that is read at all: a larger one is kept and not searched. */
export const MOST_READ_BYTES = 96 * 1024 * 1024;

/** Pages of one document; a process that tells of more is not believed. */
const MOST_STEPS = 100_000;

/** Waits for one answer after another, each within its time. */
function hearing(reader: ReaderProcess, { silentMs, memoryBytes, lookMs }: ReaderLimits) {
  let waiting: ((answer: FromReader | AppError) => void) | undefined;
  const early: (FromReader | AppError)[] = [];
  const tell = (answer: FromReader | AppError): void => {
    const listener = waiting;
    waiting = undefined;
    if (listener === undefined && early.length < MOST_STEPS) early.push(answer);
    else listener?.(answer);
  };
  reader.onMessage((message) => {
    const parsed = fromReader.safeParse(message);
    tell(parsed.success ? parsed.data : new AppError('read/died'));
  });
  reader.onGone((why) => {
    tell(why ?? new AppError('read/died'));
  });
  const looking = setInterval(() => {
    if ((reader.memoryBytes?.() ?? 0) > memoryBytes)
      tell(new AppError('read/memory', { mebibytes: memoryBytes / 1024 / 1024 }));
  }, lookMs);
  looking.unref();
  return {
    next: async (): Promise<FromReader> => {
      let silence: NodeJS.Timeout | undefined;
      const answer =
        early.shift() ??
        (await new Promise<FromReader | AppError>((resolve) => {
          waiting = resolve;
          silence = setTimeout(() => {
            tell(new AppError('read/slow', { seconds: Math.ceil(silentMs / 1000) }));
          }, silentMs);
        }));
      clearTimeout(silence);
      if (answer instanceof AppError) throw answer;
      if (answer.type === 'failed') throw new AppError(answer.code, answer.params);
      return answer;
    },
    stop: (): void => {
      clearInterval(looking);
    },
  };
}

/** Reads documents, each in a process that is started for it and ended with it, whatever it answers. */
export const readThrough =
  (start: () => ReaderProcess, limits: ReaderLimits = READER_LIMITS): ReadDocument =>
  async ({ mediaType, bytes }) => {
    const reader = start();
    const answers = hearing(reader, limits);
    try {
      reader.send({ type: 'open', mediaType });
      for await (const part of bytes) {
        // A copy: the source may use its buffer again.
        reader.send({ type: 'bytes', bytes: part.slice() });
        await answers.next();
      }
      reader.send({ type: 'whole' });
      for (let steps = 0; steps < MOST_STEPS; steps += 1) {
        const answer = await answers.next();
        if (answer.type === 'text') return answer.text;
      }
      throw new AppError('read/limit', { reason: 'too many pages' });
    } finally {
      answers.stop();
      reader.kill();
    }
  };

/** Why the words of a document could not be read: a code and the values of its text. */
export type TextFault = Pick<AppError, 'code' | 'params'>;

/** Words, or why there are none: a document that cannot be read is kept all the same. */
export async function readOrSay(
  read: ReadDocument,
  document: Document,
): Promise<{ readonly text: string } | { readonly fault: TextFault }> {
  try {
    return { text: await read(document) };
  } catch (error) {
    if (!isAppError(error) || !error.code.startsWith('read/')) throw error;
    return { fault: { code: error.code, params: error.params } };
  }
}
