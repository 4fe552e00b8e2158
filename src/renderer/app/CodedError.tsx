import type { ReactNode } from 'react';
import { ErrorNote } from '#ui';
import { useErrorWords } from './errors';

type Props = {
  /** A `CallError`, or anything that was thrown. */
  readonly error: unknown;
  /** Buttons that do what comes next. */
  readonly actions?: ReactNode;
};

/** An error in words, by its code. */
export function CodedError({ error, actions }: Props) {
  const { what, safe, next, code } = useErrorWords()(error);
  return <ErrorNote what={what} safe={safe} next={next} code={code} actions={actions} />;
}
