import { Check, MessageSquareQuote, Pencil } from 'lucide-react';
import { useState } from 'react';
import { Name, T, useDays, useText } from '#i18n';
import { Button, Chip, EmptyState, IconButton, SheetRow, SheetSection, text } from '#ui';
import { edtfOf, useFieldWords, useToday } from '../forms';
import { ValueText } from '../history/ValueText';
import css from './Detainee.module.css';
import type { ClaimRecord, PersonPage } from './model';
import { NewClaim } from './NewClaim';
import type { OnForm } from './person-forms';
import { PreferPanel } from './PreferPanel';

type Props = { readonly page: PersonPage; readonly onForm: OnForm };

const GRADES = ['confirmed', 'probable', 'possible', undefined, 'doubtful', 'improbable'];
const grade = ({ fields }: ClaimRecord): number =>
  GRADES.indexOf(fields.certainty === 'unknown' ? undefined : fields.certainty);

/** Claims by the field they are about, the better graded first. */
function byField(
  claims: readonly ClaimRecord[],
): readonly (readonly [string, readonly ClaimRecord[]])[] {
  const fields = [...new Set(claims.map(({ fields }) => fields.field ?? ''))];
  return fields.map((field) => [
    field,
    claims
      .filter((claim) => (claim.fields.field ?? '') === field)
      .toSorted((a, b) => grade(a) - grade(b)),
  ]);
}

/** Who says it, how far that can be relied on, as of when. */
function Grading({ claim }: { readonly claim: ClaimRecord }) {
  const words = useFieldWords();
  const days = useDays(useToday());
  const { source, reliability, certainty, asOf } = claim.fields;
  const parts = [
    source,
    reliability && words.choice(reliability, 'claim', 'reliability'),
    certainty && words.choice(certainty, 'claim', 'certainty'),
    asOf && days.words(edtfOf(asOf)),
  ].filter(Boolean);
  return <Name className={text.quiet}>{parts.join(', ')}</Name>;
}

type RowProps = {
  readonly claim: ClaimRecord;
  readonly onForm: OnForm;
  readonly onPrefer: (claim: ClaimRecord) => void;
};

function ClaimRow({ claim, onForm, onPrefer }: RowProps) {
  const t = useText();
  const { field = '', value, words, preferred, preferredReason } = claim.fields;
  const isPreferred = preferred === true;
  return (
    <SheetRow>
      <div className={css.line}>
        <span className={text.name}>
          {value === undefined ? (
            <T id="detainee.claim.statement" />
          ) : (
            <ValueText kind="person" path={field} value={value} />
          )}
        </span>
        <Grading claim={claim} />
        {isPreferred && (
          <Chip tone="met" icon={Check}>
            <T id="detainee.claim.preferred" />
          </Chip>
        )}
        <span className={text.push}>
          {value !== undefined && field !== '' && !isPreferred && (
            <Button
              kind="quiet"
              icon={Check}
              onPress={() => {
                onPrefer(claim);
              }}
            >
              <T id="detainee.claim.prefer" />
            </Button>
          )}
          <IconButton
            icon={Pencil}
            label={t('detainee.claim.edit')}
            onPress={() => {
              onForm({ title: 'kind.claim', kind: 'claim', id: claim.id });
            }}
          />
        </span>
      </div>
      {words !== undefined && (
        <p className={text.record}>
          <T id="today.lastOrder" values={{ order: <Name>{words}</Name> }} />
        </p>
      )}
      {isPreferred && preferredReason !== undefined && (
        <p className={text.quiet}>
          <T id="detainee.claim.because" values={{ reason: <Name>{preferredReason}</Name> }} />
        </p>
      )}
    </SheetRow>
  );
}

/** What different people say of the same fact, with how far each can be relied on. */
export function ClaimsTab({ page, onForm }: Props) {
  const words = useFieldWords();
  const [isAdding, setAdding] = useState(false);
  const [chosen, setChosen] = useState<ClaimRecord>();
  const add = (
    <Button
      icon={MessageSquareQuote}
      onPress={() => {
        setAdding(true);
      }}
    >
      <T id="detainee.add.claim" />
    </Button>
  );
  return (
    <>
      {page.claims.length === 0 ? (
        <div className={css.empty}>
          <EmptyState title={<T id="detainee.claims.none" />} action={add}>
            <T id="detainee.claims.how" />
          </EmptyState>
        </div>
      ) : (
        <>
          {byField(page.claims).map(([field, claims]) => (
            <section key={field}>
              <SheetSection
                title={
                  field === '' ? (
                    <T id="detainee.claim.statement" />
                  ) : (
                    words.field('person', field.split('/')[0] ?? field)
                  )
                }
                note={<T id="detainee.claims.count" values={{ count: claims.length }} />}
              />
              {claims.map((claim) => (
                <ClaimRow key={claim.id} claim={claim} onForm={onForm} onPrefer={setChosen} />
              ))}
            </section>
          ))}
          <SheetRow>{add}</SheetRow>
        </>
      )}
      <NewClaim
        person={page.record.id}
        isOpen={isAdding}
        onClose={() => {
          setAdding(false);
        }}
      />
      <PreferPanel
        claim={chosen}
        onClose={() => {
          setChosen(undefined);
        }}
      />
    </>
  );
}
