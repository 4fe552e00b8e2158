import { Plus } from 'lucide-react';
import { Name, T, useDays, useText } from '#i18n';
import { Button, EmptyState, SheetRow, text } from '#ui';
import { edtfOf, useFieldWords, useToday } from '../forms';
import { RowHead } from '../parts/RowHead';
import css from './Case.module.css';
import { NEW, type CaseForm } from './case-forms';
import { labelIn, type CasePage } from './model';

type Props = { readonly page: CasePage; readonly onForm: (form: CaseForm) => void };
type Order = CasePage['orders'][number];

const dayIn = (order: Order): string => edtfOf(order.fields.on);

/** The order's own terms: until when, for how many days, how much bail. */
function Terms({ order }: { readonly order: Order }) {
  const t = useText();
  const days = useDays(useToday());
  const { until, days: length, bailAmount, sureties } = order.fields;
  const terms = [
    length !== undefined && t('case.order.days', { days: length }),
    until !== undefined && t('case.order.until', { date: days.words(edtfOf(until)) }),
    bailAmount !== undefined && t('case.order.bail', { amount: bailAmount }),
    sureties !== undefined && t('case.order.sureties', { count: sureties }),
  ].filter((term) => term !== false);
  return terms.length === 0 ? null : <span>{terms.join(', ')}</span>;
}

function OrderRow({ page, order, onForm }: Props & { readonly order: Order }) {
  const t = useText();
  const words = useFieldWords();
  const days = useDays(useToday());
  const { type, number, authority, gist, persons = [], on } = order.fields;
  const kind = type === undefined ? t('kind.order') : words.choice(type, 'order', 'type');
  const people = persons.map(({ value }) => labelIn(page, value.person)).filter(Boolean);
  return (
    <SheetRow margin={on === undefined ? undefined : days.words(edtfOf(on))}>
      <RowHead
        editLabel={t('case.order.edit', { order: kind })}
        onEdit={() => {
          onForm({ title: 'kind.order', kind: 'order', id: order.id });
        }}
      >
        <span className={text.name}>{kind}</span>
        {number !== undefined && <Name className={text.quiet}>{number}</Name>}
        <Terms order={order} />
      </RowHead>
      {authority !== undefined && (
        <p className={text.quiet}>
          <Name>{authority}</Name>
        </p>
      )}
      {gist !== undefined && (
        <p className={text.record}>
          <Name>{gist}</Name>
        </p>
      )}
      {people.length > 0 && (
        <p className={css.covered}>
          <T id="case.order.covers" values={{ names: <Name>{people.join(', ')}</Name> }} />
        </p>
      )}
    </SheetRow>
  );
}

/** Orders of the case, the latest first. */
export function OrdersTab({ page, onForm }: Props) {
  const add = (
    <Button
      icon={Plus}
      onPress={() => {
        onForm({ title: NEW.order, kind: 'order' });
      }}
    >
      <T id="case.add.order" />
    </Button>
  );
  if (page.orders.length === 0)
    return (
      <SheetRow>
        <EmptyState title={<T id="case.orders.none" />} action={add}>
          <T id="case.orders.how" />
        </EmptyState>
      </SheetRow>
    );
  const latestFirst = page.orders.toSorted((a, b) => (dayIn(a) < dayIn(b) ? 1 : -1));
  return (
    <>
      {latestFirst.map((order) => (
        <OrderRow key={order.id} page={page} order={order} onForm={onForm} />
      ))}
      <SheetRow>{add}</SheetRow>
    </>
  );
}
