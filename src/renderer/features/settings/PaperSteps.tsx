import { useState } from 'react';
import { T, useText } from '#i18n';
import { Button, OverWindow, Sheet, SheetHead, SheetRow, StartLayout } from '#ui';
import { GroupFields, useTypedGroups } from '../secrets/GroupFields';
import { askedGroups } from '../secrets/groups';
import { PrintSheets, RecoverySheet, ShareSheet } from '../secrets/RecoverySheet';
import { FormLayout } from '../start/FormLayout';
import css from './Settings.module.css';

/** One sheet, or shares of which some are needed. */
export type MadePapers = { readonly needed: number; readonly papers: readonly string[] };

type Props = { readonly made: MadePapers; readonly onClose: () => void };

const STEPS = ['paper', 'back'] as const;

/** The papers, shown once, then groups of each typed back. */
export function PaperSteps({ made, onClose }: Props) {
  const t = useText();
  const [step, setStep] = useState<(typeof STEPS)[number]>('paper');
  const isSplit = made.papers.length > 1;
  const word = isSplit ? 'shares' : 'sheet';
  return (
    <OverWindow label={t(`recovery.paper.${word}`)}>
      {step === 'paper' ? (
        <StartLayout
          isOver
          steps={STEPS.map((id) => ({ id, label: t(`recovery.step.${id}`) }))}
          current={step}
          aside={<Pages made={made} />}
          go={
            <>
              <Button
                isLarge
                kind="main"
                onPress={() => {
                  setStep('back');
                }}
              >
                <T id={isSplit ? 'recovery.paper.have' : 'start.sheet.next'} />
              </Button>
              <PrintSheets {...made} />
            </>
          }
        >
          <Sheet>
            <SheetHead isLarge title={<T id={`recovery.paper.${word}`} />}>
              <p className={css.lead}>
                <T id={`recovery.paper.${word}.lead`} values={{ needed: made.needed }} />
              </p>
            </SheetHead>
            <SheetRow>
              <p>
                <T id="start.sheet.keep" />
              </p>
              <p>
                <T id="recovery.paper.once" />
              </p>
            </SheetRow>
          </Sheet>
        </StartLayout>
      ) : (
        <TypedBack
          papers={made.papers}
          onBack={() => {
            setStep('paper');
          }}
          onClose={onClose}
        />
      )}
    </OverWindow>
  );
}

const Pages = ({ made: { papers, needed } }: { readonly made: MadePapers }) => {
  const [only] = papers;
  if (papers.length === 1) return <RecoverySheet recoveryKey={only ?? ''} />;
  return papers.map((share, at) => (
    <ShareSheet key={share} share={share} number={at + 1} of={papers.length} needed={needed} />
  ));
};

type BackProps = {
  readonly papers: readonly string[];
  readonly onBack: () => void;
  readonly onClose: () => void;
};

function TypedBack({ papers, onBack, onClose }: BackProps) {
  const t = useText();
  const [right, setRight] = useState<ReadonlySet<number>>(new Set());
  const [isTried, setTried] = useState(false);
  const close = (): void => {
    setTried(true);
    if (right.size === papers.length) onClose();
  };
  const tell = (at: number, isRight: boolean): void => {
    if (right.has(at) === isRight) return;
    setRight(new Set(isRight ? [...right, at] : [...right].filter((one) => one !== at)));
  };
  return (
    <FormLayout
      isOver
      steps={STEPS.map((id) => ({ id, label: t(`recovery.step.${id}`) }))}
      current="back"
      title={<T id="recovery.back.title" />}
      lead={<T id="recovery.back.lead" />}
      next={<T id="recovery.back.done" />}
      onNext={close}
      onBack={onBack}
    >
      {papers.map((paper, at) => (
        <PaperGroups
          key={paper}
          paper={paper}
          number={papers.length > 1 ? at + 1 : undefined}
          isFirst={at === 0}
          isTried={isTried}
          onRight={(isRight) => {
            tell(at, isRight);
          }}
        />
      ))}
    </FormLayout>
  );
}

type GroupsProps = {
  readonly paper: string;
  /** Of the papers of a splitting. */
  readonly number: number | undefined;
  readonly isFirst: boolean;
  readonly isTried: boolean;
  readonly onRight: (isRight: boolean) => void;
};

function PaperGroups({ paper, number, isFirst, isTried, onRight }: GroupsProps) {
  const groups = useTypedGroups(paper, askedGroups(paper), onRight);
  return (
    <SheetRow margin={number}>
      <GroupFields autoFocus={isFirst} groups={groups} isTried={isTried} />
    </SheetRow>
  );
}
