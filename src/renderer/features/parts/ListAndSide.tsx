import type { ReactNode } from 'react';
import { ListSheet, Split } from '#ui';
import { CodedError } from '#renderer/app/parts';

type Props = {
  /** What narrows the list. */
  readonly facet: ReactNode;
  readonly head: ReactNode;
  /** Why the list could not be read; shown in its place. */
  readonly error: Error | null;
  /** The list. */
  readonly children: ReactNode;
  /** The record that is open beside it. */
  readonly side: ReactNode;
};

/** A list, what narrows it before it, and the record that is open after it. */
export function ListAndSide({ facet, head, error, children, side }: Props) {
  return (
    <Split start={facet} endSize="large" end={side}>
      <ListSheet head={head}>{error === null ? children : <CodedError error={error} />}</ListSheet>
    </Split>
  );
}
