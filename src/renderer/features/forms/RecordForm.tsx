import { ChevronDown, ChevronUp, Trash2 } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import { T, useText } from '#i18n';
import { Button, type Option } from '#ui';
import type { RecordId } from '#shared/domain/ids';
import type { RecordKind } from '#shared/domain/kinds';
import { rihai } from '#renderer/app/bridge';
import { CodedError, run } from '#renderer/app/parts';
import { useFocusOnFault } from '../parts/use-focus-on-fault';
import { FieldSlots } from './FieldSlots';
import { FIRST_FIELDS, furtherFields } from './first-fields';
import css from './forms.module.css';
import type { FormStore, Value } from './model';
import { useFields } from './reference';
import { useHeldRecord } from './use-held-record';
import { useNewRecord } from './use-new-record';
import { useFieldWords } from './words';

/** What the references of a form are likely to name, by field: the holds of this person, say. */
export type Offers = Readonly<Record<string, readonly Option[]>>;

type Shared = {
  readonly kind: RecordKind;
  /** What is asked first, in this order; else what the kind usually asks. */
  readonly fields?: readonly string[];
  /** Fields that are not asked at all: the screen has set them. */
  readonly without?: readonly string[];
  readonly offers?: Offers;
};

type HeldProps = Shared & {
  readonly id: RecordId;
  /** With this it can be put into the trash from here; called when it was. */
  readonly onTrashed?: () => void;
};

type NewProps = Shared & {
  readonly id?: undefined;
  /** Values it starts with; those of fields that are not shown are written all the same. */
  readonly defaults?: readonly Value[];
  /** The record it will belong to: what is typed is kept there as a draft. */
  readonly owner?: RecordId;
  /** Fields without which it is not written. */
  readonly needed?: readonly string[];
  /** What is wrong with a value of `defaults` that stands outside the form. */
  readonly problem?: string | undefined;
  /** It was written. */
  readonly onSaved: (id: RecordId) => void;
  readonly onCancel?: () => void;
};

type FieldsProps = Shared & { readonly store: FormStore; readonly autoFocus?: boolean };

function Fields({ kind, store, fields, without = [], offers, autoFocus = false }: FieldsProps) {
  const registry = useFields(kind);
  const [isOpen, setOpen] = useState(false);
  if (registry === undefined) return null;
  const first = fields ?? FIRST_FIELDS[kind];
  const further = furtherFields(kind, Object.keys(registry), first);
  const shown = [...first, ...(isOpen ? further : [])].filter((name) => !without.includes(name));
  const hasMore = further.some((name) => !without.includes(name));
  return (
    <>
      <div className={css.fields}>
        {shown.map((name, index) => {
          const field = registry[name];
          return (
            field && (
              <FieldSlots
                key={name}
                store={store}
                name={name}
                field={field}
                offers={offers?.[name]}
                autoFocus={autoFocus && index === 0}
              />
            )
          );
        })}
      </div>
      {hasMore && (
        <div>
          <Button
            kind="quiet"
            icon={isOpen ? ChevronUp : ChevronDown}
            aria-expanded={isOpen}
            onPress={() => {
              setOpen(!isOpen);
            }}
          >
            <T id={isOpen ? 'form.less' : 'form.more'} />
          </Button>
        </div>
      )}
    </>
  );
}

function HeldForm(props: HeldProps) {
  const { store, record, error } = useHeldRecord(props.id, props.kind);
  if (error !== null) return <CodedError error={error} />;
  if (record === undefined) return null;
  return (
    <div className={css.form}>
      <Fields {...props} store={store} />
      {props.onTrashed && (
        <TrashButton id={props.id} kind={props.kind} onTrashed={props.onTrashed} />
      )}
    </div>
  );
}

type TrashProps = {
  readonly id: RecordId;
  readonly kind: RecordKind;
  readonly onTrashed: () => void;
};

/** Puts the record into the trash; Undo at the foot takes it out again. */
function TrashButton({ id, kind, onTrashed }: TrashProps) {
  const t = useText();
  const words = useFieldWords();
  const trash = async (): Promise<void> => {
    const said = t('form.trashed', { kind: words.kind(kind) });
    const result = await run(rihai.records.trash({ id }), said);
    if (result.ok) onTrashed();
  };
  return (
    <div>
      <Button
        kind="quiet"
        icon={Trash2}
        onPress={() => {
          void trash();
        }}
      >
        <T id="form.trash" />
      </Button>
    </div>
  );
}

function NewForm(props: NewProps) {
  const { kind, defaults = [], owner, needed, problem, onSaved, onCancel } = props;
  const { store, save, isSaving, isEmpty, faults, drop } = useNewRecord(
    kind,
    defaults,
    owner,
    needed,
  );
  const [isRefused, setRefused] = useState(false);
  const form = useFocusOnFault(faults);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const isStopped = isEmpty || problem !== undefined;
    setRefused(isStopped);
    if (isStopped) return;
    void save().then((id) => {
      if (id !== undefined) onSaved(id);
    });
  };
  return (
    <form ref={form} className={css.form} onSubmit={submit} noValidate>
      <Fields {...props} store={store} autoFocus />
      <div className={css.foot}>
        <Button type="submit" kind="main" isPending={isSaving}>
          <T id="form.save" />
        </Button>
        {onCancel !== undefined && (
          <Button
            kind="quiet"
            onPress={() => {
              drop();
              onCancel();
            }}
          >
            <T id="ui.cancel" />
          </Button>
        )}
        {isRefused && isEmpty && (
          <p role="alert" className={css.empty}>
            <T id="form.empty" />
          </p>
        )}
        {isRefused && problem !== undefined && (
          <p role="alert" className={css.empty}>
            {problem}
          </p>
        )}
        {faults > 0 && (
          <p role="alert" className={css.empty}>
            <T id="form.faults" values={{ count: faults }} />
          </p>
        )}
      </div>
    </form>
  );
}

/**
 * A form for any kind of record, built from the registry.
 *
 * - With `id` it edits a record in place: every field is saved by itself when it is left
 *   (choices at once), Undo is offered at the foot, faults stay at their field. With
 *   `onTrashed` it can be put into the trash.
 * - Without `id` it makes a new one: `defaults` are its first values
 *   (`[{ path: 'person', value: id }]`), `owner` the record it belongs to, `onSaved(id)` is
 *   called when it was written in one action, `needed` names fields it is not written
 *   without, `problem` says what is wrong with a value of `defaults` that stands outside the form:
 *   nothing is written until it is mended, `onCancel` adds a Cancel that drops the draft.
 *
 * `fields` chooses what is asked first, `without` what is not asked, `offers` gives likely
 * answers for references: `{ hold: [{ id, label }] }`. What is typed survives a lock.
 * Put it into a `FormPanel`, or on a sheet.
 */
export function RecordForm(props: HeldProps | NewProps) {
  // A form of another record starts anew.
  return props.id === undefined ? <NewForm {...props} /> : <HeldForm key={props.id} {...props} />;
}
