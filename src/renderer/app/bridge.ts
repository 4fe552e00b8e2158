import { QueryClient } from '@tanstack/react-query';
import type { z } from '#shared/domain/zod';
import type { Contract, Events } from '#shared/ipc/contract';
import type { InputOf, OutputOf, Sent } from '#shared/ipc/entry';
import type { Result, WireError } from '#shared/ipc/result';

/** What the preload script gives to the page. */
type Bridge = {
  readonly call: (channel: string, input: unknown) => Promise<unknown>;
  readonly on: (name: string, listener: (payload: unknown) => void) => () => void;
  readonly drop: (files: readonly File[]) => Promise<unknown>;
};

const bridge = (window as unknown as { readonly rihai: Bridge }).rihai;

/** A call that was refused, for queries and for whoever does not look at results. */
export class CallError extends Error {
  readonly code: WireError['code'];
  readonly params: WireError['params'];

  constructor({ code, params }: WireError) {
    super(code);
    this.name = 'CallError';
    this.code = code;
    this.params = params;
  }
}

type Args<Input> = [Input] extends [undefined] ? [] : [input: Input];

type Calls<G extends keyof Contract> = {
  readonly [C in keyof Contract[G]]: (
    ...args: Args<InputOf<Contract[G][C]>>
  ) => Promise<Result<OutputOf<Contract[G][C]>>>;
};

export type Client = { readonly [G in keyof Contract]: Calls<G> };

const groupOf = (group: string): object =>
  new Proxy(
    {},
    {
      get: (_target, name) => (input: unknown) => bridge.call(`${group}:${String(name)}`, input),
    },
  );

/**
 * Every call of the contract: `await rihai.today.read({})` answers a `Result`,
 * a value or a coded error. The page knows the shapes as types only.
 */
export const rihai = new Proxy(
  {},
  { get: (_target, group) => groupOf(String(group)) },
) as unknown as Client;

/** The value of a result. Throws `CallError`: for queries. */
export async function value<T>(result: Promise<Result<T>>): Promise<T> {
  const answered = await result;
  if (answered.ok) return answered.value;
  throw new CallError(answered.error);
}

type Payload<E extends keyof Events> = Sent<z.infer<Events[E]>>;

/** Listens to what the window is told; answers how to stop. */
export const onEvent = <E extends keyof Events>(
  name: E,
  listener: (payload: Payload<E>) => void,
): (() => void) =>
  bridge.on(name, (payload) => {
    listener(payload as Payload<E>);
  });

/** Tokens for dropped files. */
export const dropped = (
  files: readonly File[],
): Promise<Result<OutputOf<Contract['files']['dropped']>>> =>
  bridge.drop(files) as Promise<Result<OutputOf<Contract['files']['dropped']>>>;

/** UTF-8 of a passphrase or a key as typed; the call overwrites what it sends on. */
export const secretBytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A name for a job to follow and cancel. */
export const newJob = (): string => crypto.randomUUID();

/**
 * Answers come from a process on this machine: there is no network to be without,
 * and a refusal is not cured by asking again. Key queries by `[group, call, input]`.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: false,
      staleTime: Infinity,
      refetchOnWindowFocus: false,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** Reads everything anew that is shown, whenever facts change; once nothing answers, the errors are shown. */
export function refreshOnChange(): void {
  const refresh = (): void => {
    void queryClient.invalidateQueries();
  };
  onEvent('vaultChanged', refresh);
  onEvent('vaultDamaged', refresh);
  onEvent('vaultGone', refresh);
}
