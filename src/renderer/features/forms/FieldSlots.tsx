import { Plus, Trash2 } from 'lucide-react';
import type { FocusEvent } from 'react';
import { T, useText } from '#i18n';
import { Button, cx, IconButton, type Option } from '#ui';
import { FieldEditor } from './FieldEditor';
import css from './forms.module.css';
import { ConflictNote } from '../conflicts/ConflictNote';
import { isNewPath, type FormField, type FormStore } from './model';
import { useFieldWords } from './words';

type Props = {
  readonly store: FormStore;
  readonly name: string;
  readonly field: FormField;
  readonly offers?: readonly Option[] | undefined;
  readonly autoFocus?: boolean;
};

/** A list that dropped down belongs to its field, though it hangs elsewhere in the page. */
const isElsewhere = (event: FocusEvent): boolean => {
  const to = event.relatedTarget;
  if (!(to instanceof Element)) return true;
  return !event.currentTarget.contains(to) && to.closest('[role="listbox"]') === null;
};

type SlotProps = Props & { readonly path: string; readonly label?: string };

function Slot({ store, name, field, path, label, offers, autoFocus }: SlotProps) {
  return (
    <div
      className={css.slot}
      onBlur={(event) => {
        if (isElsewhere(event)) store.leave(path);
      }}
    >
      <FieldEditor
        kind={store.kind}
        name={name}
        field={field}
        {...(label !== undefined && { label })}
        offers={offers}
        value={store.value(path)}
        error={store.fault(path)}
        {...(autoFocus === true && { autoFocus })}
        onChange={(value, problem) => {
          store.set(path, value, problem);
        }}
        onChosen={(value) => {
          store.leave(path, value ?? null);
        }}
      />
      {store.record !== undefined && store.hasConflict(path) && (
        <ConflictNote record={store.record} path={path} />
      )}
    </div>
  );
}

/** A field with several values: each can be edited and removed, one more added. */
function Many(props: Props) {
  const { store, name, field, autoFocus } = props;
  const t = useText();
  const label = useFieldWords().field(store.kind, name);
  const paths = store.elements(name);
  return (
    <fieldset className={css.many}>
      <legend className={css.legend}>{label}</legend>
      {paths.map((path, index) => (
        <div key={path} className={cx(css.element, field.type === 'object' && css.boxed)}>
          <Slot
            {...props}
            path={path}
            label={`${label} ${String(index + 1)}`}
            autoFocus={isNewPath(path) && (autoFocus === true || index > 0)}
          />
          <IconButton
            icon={Trash2}
            label={`${t('form.remove')}: ${label} ${String(index + 1)}`}
            onPress={() => {
              store.remove(path);
            }}
          />
        </div>
      ))}
      <Button
        kind="quiet"
        icon={Plus}
        onPress={() => {
          store.add(name);
        }}
      >
        <T id="form.add" />
      </Button>
    </fieldset>
  );
}

/** One field of a form, with all its values. */
export function FieldSlots(props: Props) {
  const { field, name } = props;
  if (field.isMany) return <Many {...props} />;
  return (
    <div className={cx((field.isLong || field.type === 'object') && css.wide)}>
      <Slot {...props} path={name} />
    </div>
  );
}
