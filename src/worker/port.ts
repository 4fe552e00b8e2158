/** The way to the process that started this one: a utility process and a forked Node talk alike. */
export type Port = {
  /** `done` is called when the message has left, or could not. */
  readonly send: (message: unknown, done?: () => void) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  /** Called when the parent has gone. */
  readonly onClosed: (listener: () => void) => void;
};

type ParentPort = {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
};

const utilityPort = (): ParentPort | undefined =>
  (process as NodeJS.Process & { readonly parentPort?: ParentPort }).parentPort;

/** The port of this process. */
export function parentPort(): Port {
  const port = utilityPort();
  if (port !== undefined) {
    return {
      send: (message, done) => {
        port.postMessage(message);
        done?.();
      },
      onMessage: (listener) => {
        port.on('message', ({ data }) => {
          listener(data);
        });
      },
      // Electron ends a utility process with its parent.
      onClosed: () => undefined,
    };
  }
  return {
    send: (message, done) => {
      process.send?.(message, undefined, undefined, () => done?.());
    },
    onMessage: (listener) => {
      process.on('message', listener);
    },
    onClosed: (listener) => {
      process.on('disconnect', listener);
    },
  };
}
