import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { ChosenFile, ChosenFiles } from '#shared/ipc/messages';

export type FileToken = {
  readonly token: string;
  readonly name: string;
  readonly sizeBytes: number;
};

/**
 * Files and folders the user chose. The window gets a token for each, which is
 * good for one call that succeeds and for what it was chosen for; it never
 * learns or names a path. They end with the session's process.
 */
export type FileTokens = {
  readonly issue: (path: string, purpose: ChosenFile['purpose']) => FileToken;
  /** Takes out the files of the tokens that a call's input names: no other call has them meanwhile. */
  readonly take: (input: unknown) => ChosenFiles;
  /** The call did not succeed: its tokens are good for another. */
  readonly giveBack: (files: ChosenFiles) => void;
};

type Naming = { readonly token?: unknown; readonly tokens?: unknown };

function tokensOf(input: unknown): readonly string[] {
  if (typeof input !== 'object' || input === null) return [];
  const { token, tokens } = input as Naming;
  const all: readonly unknown[] = [token, ...(Array.isArray(tokens) ? (tokens as unknown[]) : [])];
  return all.filter((one) => typeof one === 'string');
}

export function fileTokens(): FileTokens {
  const held = new Map<string, ChosenFile>();
  const takeOne = (token: string): readonly [string, ChosenFile][] => {
    const file = held.get(token);
    held.delete(token);
    return file === undefined ? [] : [[token, file]];
  };
  return {
    issue: (path, purpose) => {
      const name = basename(path);
      const sizeBytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
      const token = randomUUID();
      held.set(token, { path, name, sizeBytes, purpose });
      return { token, name, sizeBytes };
    },
    take: (input) => Object.fromEntries(tokensOf(input).flatMap(takeOne)),
    giveBack: (files) => {
      for (const [token, file] of Object.entries(files)) held.set(token, file);
    },
  };
}
