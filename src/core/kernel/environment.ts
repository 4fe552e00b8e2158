/** Nothing of the user's environment is needed; Windows cannot start a process without its root. */
export function leastEnvironment(): Record<string, string> {
  const root = process.env['SystemRoot'];
  return root === undefined ? {} : { SystemRoot: root };
}
