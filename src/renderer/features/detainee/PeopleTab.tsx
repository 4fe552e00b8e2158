import { Link2, Pencil } from 'lucide-react';
import { Name, T, useText } from '#i18n';
import { Button, EmptyState, IconButton, SheetRow, Status, text } from '#ui';
import { useFieldWords } from '../forms';
import { GoLink } from '../parts/GoLink';
import css from './Detainee.module.css';
import type { PersonPage } from './model';
import { linkForm, type OnForm } from './person-forms';

type Props = { readonly page: PersonPage; readonly onForm: OnForm };
type Linked = PersonPage['contacts'][number];

/** How someone can be reached without doing harm. */
export function SafeWay({ contact }: Pick<Linked, 'contact'>) {
  const { safeWay, safeHours, mayBeTold, phones = [] } = contact.fields;
  const lines = [
    [safeWay, safeHours].filter(Boolean).join(', '),
    phones.map(({ value }) => [value.number, value.note].filter(Boolean).join(' ')).join(', '),
  ].filter((line) => line !== '');
  return (
    <>
      {lines.map((line) => (
        <p key={line} className={text.quiet}>
          <Name>{line}</Name>
        </p>
      ))}
      {mayBeTold !== undefined && (
        <p className={text.quiet}>
          <T id="detainee.mayBeTold" values={{ what: <Name>{mayBeTold}</Name> }} />
        </p>
      )}
    </>
  );
}

function ContactRow({ linked, onForm }: { readonly linked: Linked; readonly onForm: OnForm }) {
  const t = useText();
  const words = useFieldWords();
  const { link, contact } = linked;
  const { role, note } = link.fields;
  return (
    <SheetRow margin={role && words.choice(role, 'link', 'role')}>
      <div className={css.line}>
        <GoLink to={{ to: 'people', id: contact.id }} className={text.name}>
          <Name>{contact.label}</Name>
        </GoLink>
        {note !== undefined && <Name className={text.quiet}>{note}</Name>}
        <span className={text.push}>
          <IconButton
            icon={Pencil}
            label={t('detainee.link.edit', { name: contact.label })}
            onPress={() => {
              onForm({ title: 'kind.link', kind: 'link', id: link.id });
            }}
          />
        </span>
      </div>
      <SafeWay contact={contact} />
    </SheetRow>
  );
}

/** Family, counsel and everyone else tied to the person, with the safe way to reach each. */
export function PeopleTab({ page, onForm }: Props) {
  const add = (
    <Button
      icon={Link2}
      onPress={() => {
        onForm(linkForm(page.record.id));
      }}
    >
      <T id="detainee.add.link" />
    </Button>
  );
  if (page.contacts.length === 0)
    return (
      <div className={css.empty}>
        <EmptyState title={<T id="detainee.people.none" />} action={add}>
          <T id="detainee.people.how" />
        </EmptyState>
      </div>
    );
  return (
    <>
      <SheetRow>
        <Status sign="privileged" isQuiet>
          <T id="detainee.privileged" />
        </Status>
      </SheetRow>
      {page.contacts.map((linked) => (
        <ContactRow key={linked.link.id} linked={linked} onForm={onForm} />
      ))}
      <SheetRow>{add}</SheetRow>
    </>
  );
}
