import type { ReactNode, SyntheticEvent } from 'react';
import { useText } from '#i18n';
import { Button, Sheet, SheetHead, StartLayout } from '#ui';
import { T } from '#i18n';
import css from './Start.module.css';
import { STEPS, type Step } from './model';

type Props = {
  readonly step: Step;
  readonly title: ReactNode;
  readonly lead: ReactNode;
  readonly children: ReactNode;
  /** Words of the button that goes on. */
  readonly next: ReactNode;
  readonly onNext: () => void;
  readonly onBack?: (() => void) | undefined;
  readonly isPending?: boolean;
  readonly aside?: ReactNode;
};

const FORM = 'start-step';

/** One step of making a vault: Enter goes on, nothing typed is lost by going back. */
export function StepLayout(props: Props) {
  const { step, title, lead, children, next, onNext, onBack, isPending, aside } = props;
  const t = useText();
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (isPending !== true) onNext();
  };
  return (
    <StartLayout
      steps={STEPS.map((id) => ({ id, label: t(`start.step.${id}`) }))}
      current={step}
      aside={aside}
      go={
        <>
          <Button isLarge kind="main" type="submit" form={FORM} isPending={isPending}>
            {next}
          </Button>
          {onBack !== undefined && (
            <Button isLarge kind="quiet" onPress={onBack}>
              <T id="start.back" />
            </Button>
          )}
        </>
      }
    >
      <Sheet>
        <form id={FORM} onSubmit={submit}>
          <SheetHead isLarge title={title}>
            <p className={css.lead}>{lead}</p>
          </SheetHead>
          {children}
        </form>
      </Sheet>
    </StartLayout>
  );
}
