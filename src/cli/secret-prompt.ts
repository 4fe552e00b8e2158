import { closeSync, openSync } from 'node:fs';
import { ReadStream } from 'node:tty';
import { AppError } from '#shared/errors/app-error';

const MOST_BYTES = 4_096;
const KEY = {
  interrupt: 0x03,
  endOfInput: 0x04,
  backspace: 0x08,
  newline: 0x0a,
  enter: 0x0d,
  clear: 0x15,
  delete: 0x7f,
};

/** The bytes typed so far. Every buffer that is left behind is overwritten. */
function typedBytes() {
  const bytes = new Uint8Array(MOST_BYTES);
  let length = 0;
  return {
    add(byte: number): void {
      if (length < MOST_BYTES) bytes[length++] = byte;
    },
    /** Takes back one character, which may be several bytes of UTF-8. */
    back(): void {
      while (length > 0) {
        length -= 1;
        const byte = bytes[length] ?? 0;
        bytes[length] = 0;
        if ((byte & 0xc0) !== 0x80) return;
      }
    },
    clear(): void {
      bytes.fill(0);
      length = 0;
    },
    take(): Uint8Array {
      const taken = bytes.slice(0, length);
      bytes.fill(0);
      return taken;
    },
  };
}

/** The person's terminal, also where standard input is a file. Throws `usage` where there is none. */
function terminal(): { input: ReadStream; close: () => void } {
  if (process.stdin.isTTY) {
    const input = process.stdin as unknown as ReadStream;
    return { input, close: () => void input.pause() };
  }
  let fd: number | undefined;
  try {
    fd = openSync('/dev/tty', 'r');
    const input = new ReadStream(fd);
    return { input, close: () => void input.destroy() };
  } catch (cause) {
    if (fd !== undefined) closeSync(fd);
    throw new AppError(
      'usage',
      { reason: 'there is no terminal to ask on; give --passphrase-file or --recovery-file' },
      cause,
    );
  }
}

/** Asks on the terminal without showing what is typed. Ctrl-C ends the program, as it would elsewhere. */
export async function askSecretOnTerminal(question: string): Promise<Uint8Array> {
  const { input, close } = terminal();
  const typed = typedBytes();
  // First no echo, then the question: whoever types fast must not be shown either.
  input.setRawMode(true);
  process.stderr.write(question);
  try {
    return await new Promise((resolve) => {
      const onData = (chunk: Buffer): void => {
        for (const byte of chunk) {
          if (byte === KEY.enter || byte === KEY.newline || byte === KEY.endOfInput) {
            input.off('data', onData);
            resolve(typed.take());
            break;
          }
          if (byte === KEY.interrupt) {
            typed.clear();
            input.setRawMode(false);
            process.stderr.write('\n');
            process.kill(process.pid, 'SIGINT');
          } else if (byte === KEY.backspace || byte === KEY.delete) typed.back();
          else if (byte === KEY.clear) typed.clear();
          else if (byte >= 0x20) typed.add(byte);
        }
        chunk.fill(0);
      };
      input.on('data', onData);
      input.resume();
    });
  } finally {
    input.setRawMode(false);
    process.stderr.write('\n');
    close();
  }
}
