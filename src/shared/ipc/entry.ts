import type { z } from '../domain/zod';

/** One call of the window: who runs it, when it may be made, and the shapes that pass. */
export type Entry<Input = unknown, Output = unknown> = {
  /** A query changes nothing; a command may. */
  readonly kind: 'query' | 'command';
  readonly runsIn: 'main' | 'vault';
  readonly needs: 'locked' | 'unlocked' | 'any';
  readonly input: z.ZodType<Input>;
  readonly output: z.ZodType<Output>;
};

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
/** Run by main, with a vault open or not: settings, dialogs. */
export const inMain = entry('command', 'main', 'any');
/** Makes or opens a vault: runs in the vault process before it is unlocked. */
export const opening = entry('command', 'vault', 'locked');
