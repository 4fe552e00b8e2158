import type { JsonValue } from '#shared/domain/json';
import type { z } from '#shared/domain/zod';

/** One call of the window: who runs it, when it may be made, and the shapes that pass. */
export type Entry<Input = unknown, Output = unknown> = {
  /** A query changes nothing; a command may. */
  readonly kind: 'query' | 'command';
  readonly runsIn: 'main' | 'vault';
  readonly needs: 'locked' | 'unlocked' | 'any';
  readonly input: z.ZodType<Input>;
  readonly output: z.ZodType<Output>;
};

/** Calls of one matter, by name. */
export type Group = Readonly<Record<string, Entry>>;

/** A record is read-only already. */
type AnyView = { readonly fields: unknown; readonly conflicts: unknown };

/** Values as they cross: nobody changes what was sent. */
export type Sent<T> = [JsonValue] extends [T]
  ? T
  : T extends Uint8Array | string | number | boolean | null | undefined | AnyView
    ? T
    : T extends object
      ? { readonly [Key in keyof T]: Sent<T[Key]> }
      : T;

export type InputOf<E> = E extends { readonly input: z.ZodType<infer Input> } ? Sent<Input> : never;
export type OutputOf<E> = E extends { readonly output: z.ZodType<infer Output> }
  ? Sent<Output>
  : never;

const entry =
  (kind: Entry['kind'], runsIn: Entry['runsIn'], needs: Entry['needs']) =>
  <I, O>(input: z.ZodType<I>, output: z.ZodType<O>): Entry<I, O> => ({
    kind,
    runsIn,
    needs,
    input,
    output,
  });

/** Reads facts of an open vault. */
export const query = entry('query', 'vault', 'unlocked');
/** Changes facts of an open vault. */
export const command = entry('command', 'vault', 'unlocked');
/** Run by main, with a vault open or not: settings, dialogs, locking. */
export const inMain = entry('command', 'main', 'any');
/** Run by main for an open vault. */
export const inMainUnlocked = entry('query', 'main', 'unlocked');
/** Makes or opens a vault: runs in the vault process before it is unlocked. */
export const opening = entry('command', 'vault', 'locked');
/** Answered by the vault process whether or not a vault is open. */
export const asking = entry('query', 'vault', 'any');
