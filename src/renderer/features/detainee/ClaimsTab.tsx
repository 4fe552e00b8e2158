import { Check, MessageSquareQuote, Pencil } from 'lucide-react';
import { useState } from 'react';
import { Name, T, useDays, useText } from '#i18n';
import { Button, Chip, EmptyState, IconButton, SheetRow, SheetSection, text } from '#ui';
import { edtfOf, useFieldWords, useToday } from '../forms';
import { fieldOf, ValueText } from '../history/ValueText';
import { byField, subjectOf, type ClaimedKind, type Contested } from './claimed';
import css from './Detainee.module.css';
import type { ClaimRecord, PersonPage } from './model';
import { NewClaim, useSubjectName } from './NewClaim';
import type { OnForm } from './person-forms';
import { PreferPanel } from './PreferPanel';

type Props = { readonly page: PersonPage; readonly onForm: OnForm };

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
  readonly kind: ClaimedKind;
  readonly onForm: OnForm;
  readonly onPrefer: (claim: ClaimRecord) => void;
};

function ClaimRow({ claim, kind, onForm, onPrefer }: RowProps) {
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
            <ValueText kind={kind} path={field} value={value} />
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

type GroupProps = Omit<RowProps, 'claim' | 'kind'> & { readonly contested: Contested };

/** All that is claimed of one value. */
function Group({ contested: { subject, path, claims }, onForm, onPrefer }: GroupProps) {
  const words = useFieldWords();
  const nameOf = useSubjectName();
  return (
    <section>
      <SheetSection
        title={
          path === '' ? (
            <T id="detainee.claim.statement" />
          ) : (
            words.field(subject.kind, fieldOf(path))
          )
        }
        note={
          <>
            {subject.kind !== 'person' && <Name>{nameOf(subject)}</Name>}{' '}
            <T id="detainee.claims.count" values={{ count: claims.length }} />
          </>
        }
      />
      {claims.map((claim) => (
        <ClaimRow
          key={claim.id}
          claim={claim}
          kind={subject.kind}
          onForm={onForm}
          onPrefer={onPrefer}
        />
      ))}
    </section>
  );
}

/** What different people say of the same fact, with how far each can be relied on. */
export function ClaimsTab({ page, onForm }: Props) {
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
          {byField(page).map((contested) => (
            <Group
              key={`${contested.subject.id} ${contested.path}`}
              contested={contested}
              onForm={onForm}
              onPrefer={setChosen}
            />
          ))}
          <SheetRow>{add}</SheetRow>
        </>
      )}
      <NewClaim
        page={page}
        isOpen={isAdding}
        onClose={() => {
          setAdding(false);
        }}
      />
      <PreferPanel
        claim={chosen}
        kind={chosen === undefined ? 'person' : subjectOf(page, chosen).kind}
        onClose={() => {
          setChosen(undefined);
        }}
      />
    </>
  );
}
