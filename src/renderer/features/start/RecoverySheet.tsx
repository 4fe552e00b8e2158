import { Printer } from 'lucide-react';
import { T } from '#i18n';
import { Button, PrintPage } from '#ui';
import { groupsOf } from './model';
import css from './Start.module.css';

const print = (): void => {
  window.print();
};

export const PrintButton = () => (
  <Button icon={Printer} onPress={print}>
    <T id="start.sheet.print" />
  </Button>
);

/** The page that opens the vault when the passphrase is gone: printed or copied by hand, never saved. */
export function RecoverySheet({ recoveryKey }: { readonly recoveryKey: string }) {
  return (
    <PrintPage>
      <div className={css.page}>
        <h2>
          <T id="start.sheet" />
        </h2>
        <p>
          <T id="start.sheet.what" />
        </p>
        <ol className={css.key}>
          {groupsOf(recoveryKey).map((group, at) => (
            <li key={`${String(at)}-${group}`} className={css.group}>
              <span className={css.number}>{at + 1}</span>
              <bdi>{group}</bdi>
            </li>
          ))}
        </ol>
        <ol className={css.how}>
          <li>
            <T id="start.sheet.first" />
          </li>
          <li>
            <T id="start.sheet.second" />
          </li>
        </ol>
        <div className={css.hand}>
          <span>
            <T id="start.sheet.keptBy" />
          </span>
          <span>
            <T id="start.sheet.printedOn" />
          </span>
        </div>
      </div>
    </PrintPage>
  );
}
