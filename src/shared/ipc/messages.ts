import type { Result } from './result';

/** A file the user chose in a dialog or dropped; the window knows only its token. */
export type ChosenFile = { readonly path: string; readonly name: string; readonly sizeBytes: number };

/** What main sends to the vault process. */
export type ToVault =
  | {
      readonly type: 'call';
      readonly id: number;
      readonly channel: string;
      readonly input: unknown;
      readonly files: Readonly<Record<string, ChosenFile>>;
    }
  | { readonly type: 'cancel'; readonly id: number }
  | { readonly type: 'derived'; readonly id: number; readonly answer: Result<Uint8Array> };

/** What the vault process sends to main. */
export type FromVault =
  | { readonly type: 'ready' }
  | { readonly type: 'answer'; readonly id: number; readonly result: Result<unknown> }
  | { readonly type: 'state'; readonly isUnlocked: boolean }
  | { readonly type: 'event'; readonly name: string; readonly payload: unknown }
  | { readonly type: 'derive'; readonly id: number; readonly request: unknown };
