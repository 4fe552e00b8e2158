import { useEffect, useState } from 'react';
import { onEvent } from './bridge';

/** Seconds until the session locks for want of use; 0 while that is not near. */
export function useIdleSoon(): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(
    () =>
      onEvent('idleSoon', (soon) => {
        setSeconds(soon.seconds);
      }),
    [],
  );
  return seconds;
}
