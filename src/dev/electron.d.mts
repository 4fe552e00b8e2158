export type Found = {
  readonly path: string;
  /** The older stand-in, in which the vault process runs on the project's own Node 24. */
  readonly isOld: boolean;
};
export function resolveElectron(): Found;
