import { FilePlus, TriangleAlert } from 'lucide-react';
import { Name, T, useText } from '#i18n';
import { Button, Chip, cx, EmptyState, SheetRow, text } from '#ui';
import { useFieldWords } from '../forms';
import css from './Case.module.css';
import { NEW, type CaseForm } from './case-forms';
import { DaysLost } from './DaysLost';
import { hasClocks } from './folded-clocks';
import { mergedCharges, type CasePage, type Charge, type MergedCharge } from './model';
import { ProceedingChain } from './ProceedingChain';

type Props = { readonly page: CasePage; readonly onForm: (form: CaseForm) => void };

type ChargeProps = { readonly merged: MergedCharge; readonly accused: number };

/** Whom a charge stands against: nothing where it is everyone. */
function Against({ merged, accused }: ChargeProps) {
  const { against } = merged;
  if (against.length === 0 || against.length === accused) return null;
  return (
    <p className={cx(text.quiet, text.small)}>
      {against.length > 2 ? (
        <T id="case.against.some" values={{ count: against.length, of: accused }} />
      ) : (
        <T id="case.against" values={{ names: <Name>{against.join(', ')}</Name> }} />
      )}
    </p>
  );
}

const bailKey = (flag: string): 'yes' | 'no' | 'unknown' =>
  flag === 'yes' || flag === 'no' ? flag : 'unknown';

/** What the rules say of the section: nothing where they do not know it. */
function Flags({ section }: { readonly section: Charge['section'] }) {
  const t = useText();
  const words = useFieldWords();
  if (section === undefined) return null;
  return (
    <>
      <span>{words.choice(section.cognizable)}</span>
      <span>{t(`case.bailable.${bailKey(section.bailable)}`)}</span>
      <span className={text.quiet}>{section.penalty}</span>
    </>
  );
}

/** What the court needs before it may proceed on the section. */
function Gates({ gates }: { readonly gates: readonly string[] }) {
  const t = useText();
  return gates.map((gate) => (
    <Chip key={gate} tone="due" icon={TriangleAlert}>
      {t('case.gate', { gate })}
    </Chip>
  ));
}

const LONGEST_NUMBER = 16;
const STATUTE = /^(?<statute>\p{L}[\p{L}.]*) (?<number>\S*\d\S*)$/u;

/** `PPC 506(ii)`: the number is what one looks for, the statute stands small before it. */
function SectionNumber({ written }: { readonly written: string }) {
  const { statute, number } = STATUTE.exec(written)?.groups ?? {};
  if (number === undefined) return <Name>{written}</Name>;
  return (
    <>
      <span className={css.statute}>{statute}</span> <Name>{number}</Name>
    </>
  );
}

function ChargeRow({ merged, accused }: ChargeProps) {
  const t = useText();
  const { charge, isDropped } = merged;
  const { record, section } = charge;
  const number = section?.written ?? record.label;
  // Words of one's own for a section find no room in the margin.
  const isLong = number.length > LONGEST_NUMBER;
  return (
    <SheetRow
      margin={
        <span className={cx(css.number, isDropped && css.dropped)}>
          {!isLong && <SectionNumber written={number} />}
        </span>
      }
    >
      <div className={css.charge}>
        <div>
          {isLong && <Name>{number} </Name>}
          {section === undefined ? (
            <span className={text.quieter}>{t('case.section.unknown')}</span>
          ) : (
            <Name>{section.label}</Name>
          )}
          {isDropped && (
            <span className={text.quieter}>
              {' '}
              <T id="case.charge.dropped" />
            </span>
          )}
          <Against merged={merged} accused={accused} />
        </div>
        <Flags section={section} />
      </div>
      {!isDropped && <Gates gates={section?.gates ?? []} />}
    </SheetRow>
  );
}

function Charges({ page }: { readonly page: CasePage }) {
  const charges = mergedCharges(page);
  if (charges.length === 0) return null;
  return (
    <section className={css.part}>
      <SheetRow
        margin={
          <span className={cx(text.quieter, text.small)}>
            <T id="case.column.section" />
          </span>
        }
      >
        <div className={cx(css.charge, css.columns)}>
          <h2 className={css.column}>
            <T id="case.column.charge" />
          </h2>
          <span>
            <T id="case.column.cognizable" />
          </span>
          <span>
            <T id="case.column.bail" />
          </span>
          <span>
            <T id="case.column.penalty" />
          </span>
        </div>
      </SheetRow>
      {charges.map((merged) => (
        <ChargeRow key={merged.key} merged={merged} accused={page.accused.length} />
      ))}
    </section>
  );
}

/** Charges, then every proceeding with its hearings, and what was lost. */
export function CaseTab({ page, onForm }: Props) {
  const t = useText();
  const { proceedings } = page;
  return (
    <>
      <Charges page={page} />
      {proceedings.length === 0 && (
        <SheetRow>
          <EmptyState
            title={<T id="case.proceedings.none" />}
            action={
              <Button
                icon={FilePlus}
                onPress={() => {
                  onForm({ title: NEW.proceeding, kind: 'proceeding' });
                }}
              >
                <T id="case.add.proceeding" />
              </Button>
            }
          >
            <T id="case.proceedings.how" />
          </EmptyState>
        </SheetRow>
      )}
      <div className={css.halves}>
        <div className={css.chains}>
          {proceedings.map((proceeding) => (
            <ProceedingChain
              key={proceeding.record.id}
              page={page}
              proceeding={proceeding}
              onForm={onForm}
            />
          ))}
        </div>
        <DaysLost page={page} />
      </div>
      {!hasClocks(page) && (
        <SheetRow margin={<span className={text.quieter}>{t('case.clocks')}</span>}>
          <p className={text.quiet}>
            <T id="case.clocks.none" /> <T id="case.clocks.how" />
          </p>
        </SheetRow>
      )}
    </>
  );
}
