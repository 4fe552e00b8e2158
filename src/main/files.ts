import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { ChosenFile } from '#shared/ipc/messages';

export type FileToken = { readonly token: string; readonly name: string; readonly sizeBytes: number };

/**
 * Files and folders the user chose. The window gets a token for each, which is
 * good for one call; it never learns or names a path.
 */
export function fileTokens(): {
  readonly issue: (path: string) => FileToken;
  readonly take: (tokens: readonly string[]) => Readonly<Record<string, ChosenFile>>;
} {
  const held = new Map<string, ChosenFile>();
  return {
    issue: (path) => {
      const name = basename(path);
      const sizeBytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
      const token = randomUUID();
      held.set(token, { path, name, sizeBytes });
      return { token, name, sizeBytes };
    },
    take: (tokens) => {
      const taken: Record<string, ChosenFile> = {};
      for (const token of tokens) {
        const file = held.get(token);
        if (file !== undefined) taken[token] = file;
        held.delete(token);
      }
      return taken;
    },
  };
}
