import type { Result } from './result';

/** A file or folder the user chose in a dialog or dropped; the window knows only its token. */
export type ChosenFile = {
  readonly path: string;
  readonly name: string;
  readonly sizeBytes: number;
  /** What it was chosen for: a file to read is never one to write. */
  readonly purpose: 'read' | 'save' | 'newVault' | 'openVault' | 'backups' | 'salvage' | 'shared';
};

export type ChosenFiles = Readonly<Record<string, ChosenFile>>;

/** What a kdf process answers. */
export type KdfAnswer =
  | { readonly ok: true; readonly kek: Uint8Array }
  | { readonly ok: false; readonly reason: 'memory' | 'other' };

/** What main sends to the vault process. */
export type ToVault =
  | {
      readonly type: 'start';
      readonly resourcesDir: string;
      /** Where this account remembers how far vaults had come. */
      readonly anchorsDir: string;
      /** The vault named at the start of the program. */
      readonly dir: string | undefined;
      /** In development and tests answers are held against the contract too. */
      readonly isChecked: boolean;
    }
  | {
      readonly type: 'call';
      readonly id: number;
      readonly channel: string;
      readonly input: unknown;
      readonly files: ChosenFiles;
    }
  | { readonly type: 'derived'; readonly id: number; readonly answer: KdfAnswer }
  /** What a reader process said. */
  | { readonly type: 'read'; readonly id: number; readonly message: unknown }
  /** A reader process ended, or was ended for the memory it took. */
  | { readonly type: 'readerGone'; readonly id: number; readonly isTooLarge: boolean }
  /** Close the vault and end. */
  | { readonly type: 'close' };

/** What the vault process sends to main. */
export type FromVault =
  | { readonly type: 'answer'; readonly id: number; readonly result: Result<unknown> }
  | { readonly type: 'state'; readonly isUnlocked: boolean; readonly dir: string | undefined }
  | { readonly type: 'event'; readonly name: string; readonly payload: unknown }
  | { readonly type: 'derive'; readonly id: number; readonly request: unknown }
  /** For the reader process of this number, which the first message starts; without one it is ended. */
  | { readonly type: 'toReader'; readonly id: number; readonly message?: unknown };
