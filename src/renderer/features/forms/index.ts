export { edtfOf } from './editors';
export { FieldEditor } from './FieldEditor';
export { FormPanel } from './FormPanel';
export type { FormField, Value } from './model';
export { RecordForm } from './RecordForm';
export { termOf, useFields, usePack, useToday } from './reference';
export { useFieldWords, type FieldWords } from './words';
