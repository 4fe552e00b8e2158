import type { ReactNode, SyntheticEvent } from 'react';
import { T } from '#i18n';
import { Button, Sheet, SheetHead, StartLayout } from '#ui';
import css from './Start.module.css';

type Props = {
  readonly steps: readonly { readonly id: string; readonly label: string }[];
  readonly current: string;
  /** It lies over the window of an open vault. */
  readonly isOver?: boolean;
  readonly aside?: ReactNode;
  readonly title: ReactNode;
  readonly lead: ReactNode;
  /** Words of the button that goes on. */
  readonly next: ReactNode;
  readonly onNext: () => void;
  readonly onBack?: (() => void) | undefined;
  readonly isPending?: boolean | undefined;
  readonly children: ReactNode;
};

const FORM = 'start-form';

/** A form that has the window to itself: Enter goes on, nothing typed is lost by going back. */
export function FormLayout(props: Props) {
  const { title, lead, next, onNext, onBack, isPending, children, ...layout } = props;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (isPending !== true) onNext();
  };
  return (
    <StartLayout
      {...layout}
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
