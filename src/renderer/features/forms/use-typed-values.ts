import { useRef, useState } from 'react';
import type { JsonValue } from '#shared/domain/json';
import { isSame, without, type Typed } from './model';

type Words = Readonly<Record<string, string>>;

/**
 * What was typed into a form by path, what keeps a value from being kept, and what was
 * found wrong with it. `found` is the draft of before, until something is typed;
 * `onChange` hears of every change.
 */
export function useTypedValues(found: Typed | undefined, onChange: (typed: Typed) => void) {
  const [own, setOwn] = useState<Typed>();
  const [problems, setProblems] = useState<Words>({});
  const [faults, setFaults] = useState<Words>({});
  const count = useRef(0);
  const latest = useRef<Typed>(undefined);
  const typed = own ?? found ?? {};

  const change = (next: (before: Typed) => Typed): void => {
    const after = next(latest.current ?? typed);
    latest.current = after;
    setOwn(after);
    onChange(after);
  };
  const forget = (path: string): void => {
    change((before) => without(before, path));
    setProblems((before) => without(before, path));
    setFaults((before) => without(before, path));
  };
  return {
    typed,
    problems,
    faults,
    forget,
    /** A value was saved: forgotten, unless something else was typed meanwhile. */
    settle: (path: string, value: JsonValue): void => {
      if (isSame((latest.current ?? typed)[path], value)) forget(path);
    },
    set: (path: string, value: JsonValue | undefined, problem?: string): void => {
      change((before) => ({ ...before, [path]: value ?? null }));
      setFaults((before) => without(before, path));
      setProblems((before) =>
        problem === undefined ? without(before, path) : { ...before, [path]: problem },
      );
    },
    add: (name: string): void => {
      const taken = { ...typed, ...latest.current };
      do count.current += 1;
      while (`${name}/new#${String(count.current)}` in taken);
      change((before) => ({ ...before, [`${name}/new#${String(count.current)}`]: null }));
    },
    fail: (wrong: Words): void => {
      setFaults((before) => ({ ...before, ...wrong }));
    },
    drop: (): void => {
      change(() => ({}));
      setProblems({});
      setFaults({});
    },
  };
}
