import { memo, useLayoutEffect, useMemo, useRef, type FunctionComponent } from 'react';

type Handler = (...given: readonly unknown[]) => unknown;

const namesOfHandlers = (props: object): string =>
  Object.entries(props)
    .filter(([, prop]) => typeof prop === 'function')
    .map(([name]) => name)
    .join(' ');

/**
 * The same component, drawn anew only when what it shows has changed: in a form, a key draws
 * the field it falls into and no other. A function given to it is called as it was given last,
 * so a new one is no reason to draw; therefore none of them may say what is shown.
 */
export function steady<P extends object>(Component: FunctionComponent<P>): FunctionComponent<P> {
  const Still = memo(Component) as unknown as FunctionComponent<P>;
  return function Steady(props: P) {
    const latest = useRef(props);
    useLayoutEffect(() => {
      latest.current = props;
    });
    const names = namesOfHandlers(props);
    const handlers = useMemo(() => {
      const call =
        (name: string): Handler =>
        (...given) =>
          (latest.current as Readonly<Record<string, Handler | undefined>>)[name]?.(...given);
      return Object.fromEntries(names.split(' ').map((name) => [name, call(name)]));
    }, [names]);
    return <Still {...props} {...(names !== '' && handlers)} />;
  };
}
