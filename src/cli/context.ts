import type { Clock } from '#core/kernel/ports';

/** What a command may touch of the world outside the vault. */
export type Context = {
  /** Standard output: answers only, so that a program can read them. */
  readonly out: (text: string) => void;
  /** Standard error: questions, warnings, progress. */
  readonly err: (text: string) => void;
  /** Standard output is a terminal that a person reads. */
  readonly isTerminal: boolean;
  /** Packs, samples and fonts that ship with the program. */
  readonly resourcesDir: string;
  /** The program that turns a passphrase into a key in a process of its own. */
  readonly kdfProgram: string;
  /** The program that reads one document in a process of its own. */
  readonly readerProgram: string;
  /** Where this account remembers how far vaults had come; the window's folder too. */
  readonly anchorsDir: string;
  readonly clock: Clock;
  /** Asks for a secret without showing it; the caller wipes the bytes. */
  readonly askSecret: (question: string) => Promise<Uint8Array>;
};

/** What a command answers: one JSON value, and the same for a reader. */
export type Answer = {
  readonly json: unknown;
  readonly text: string;
  /** Where the answer itself is bad news (`verify`). */
  readonly exit?: number;
};
