export { checkMachine } from './check';
export { machineTodo, type MachineReport, type MachineTodo } from './model';
export { nodeMachine } from './node-machine';
export { syncedFolderOf } from './synced-folder';
