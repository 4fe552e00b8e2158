import { rihai, value } from './bridge';

export const settingsQuery = {
  queryKey: ['app', 'settings'],
  queryFn: () => value(rihai.app.settings()),
};

/** Of the vault: whether one is chosen, and whether it is open. */
export const stateQuery = {
  queryKey: ['vault', 'state'],
  queryFn: () => value(rihai.vault.state()),
};

/** Of the program: its version, and whether it is installed or under development. */
export const infoQuery = {
  queryKey: ['app', 'info'],
  queryFn: () => value(rihai.app.info()),
};

/** Of the open vault: who opened it, today at the courts, how much is in it. */
export const vaultQuery = {
  queryKey: ['vault', 'info'],
  queryFn: () => value(rihai.vault.info()),
};

/** Fields to which two desks gave different values. */
export const conflictsQuery = {
  queryKey: ['conflicts', 'list'],
  queryFn: () => value(rihai.conflicts.list()),
};

/** Whether this machine keeps the vault closed and whole. */
export const machineQuery = {
  queryKey: ['backups', 'machine'],
  queryFn: () => value(rihai.backups.machine()),
};

/** Whether the case file survives the loss of this machine. */
export const readinessQuery = {
  queryKey: ['backups', 'readiness'],
  queryFn: () => value(rihai.backups.readiness()),
};
