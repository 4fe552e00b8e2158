/** Reached only when a union gained a member that a switch does not handle. */
export function assertNever(value: never): never {
  throw new TypeError(`unhandled case: ${String(value)}`);
}
