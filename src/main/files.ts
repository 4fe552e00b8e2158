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
 * good for one call that succeeds; it never learns or names a path.
 */
export type FileTokens = {
  readonly issue: (path: string, purpose: ChosenFile['purpose']) => FileToken;
  /** The files of the tokens that a call's input names. */
  readonly namedIn: (input: unknown) => ChosenFiles;
  readonly spend: (files: ChosenFiles) => void;
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
  return {
    issue: (path, purpose) => {
      const name = basename(path);
      const sizeBytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
      const token = randomUUID();
      held.set(token, { path, name, sizeBytes, purpose });
      return { token, name, sizeBytes };
    },
    namedIn: (input) =>
      Object.fromEntries(
        tokensOf(input).flatMap((token) => {
          const file = held.get(token);
          return file === undefined ? [] : [[token, file]];
        }),
      ),
    spend: (files) => {
      for (const token of Object.keys(files)) held.delete(token);
    },
  };
}
