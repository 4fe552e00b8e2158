import { MessageChannelMain, type WebContents } from 'electron';

/** The one way to and from a page that has no other. */
export type PagePort = {
  readonly send: (message: unknown) => void;
  readonly close: () => void;
};

/** Gives a loaded page its port; its preload script hands it over. */
export function portTo(contents: WebContents, onMessage: (message: unknown) => void): PagePort {
  const { port1, port2 } = new MessageChannelMain();
  port1.on('message', ({ data }) => {
    onMessage(data);
  });
  port1.start();
  contents.postMessage('port', undefined, [port2]);
  return {
    send: (message) => {
      port1.postMessage(message);
    },
    close: () => {
      port1.close();
    },
  };
}
