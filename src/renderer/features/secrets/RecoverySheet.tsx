import type { ReactNode } from 'react';
import { T } from '#i18n';
import { PrintPage } from '#ui';
import { PrintButton } from '../print/PrintButton';
import { groupsOf } from './groups';
import css from './Secrets.module.css';
import { useSheetLines, type SecretPapers } from './sheet-lines';

/** Prints the papers that are shown. */
export const PrintSheets = (papers: SecretPapers) => {
  const lines = useSheetLines(papers);
  return <PrintButton printable={{ what: 'recovery', lines }} />;
};

type PageProps = {
  readonly printed: string;
  readonly title: ReactNode;
  /** Who can open what with it, and where to keep it. */
  readonly what: ReactNode;
  readonly how: readonly ReactNode[];
};

/** A page with a secret in groups: printed or copied by hand, never saved. */
const SecretPage = ({ printed, title, what, how }: PageProps) => (
  <PrintPage>
    <div className={css.page}>
      <h2>{title}</h2>
      <p>{what}</p>
      <ol className={css.key}>
        {groupsOf(printed).map((group, at) => (
          <li key={`${String(at)}-${group}`} className={css.group}>
            <span className={css.number}>{at + 1}</span>
            <bdi>{group}</bdi>
          </li>
        ))}
      </ol>
      <ol className={css.how}>
        {how.map((step, at) => (
          <li key={at}>{step}</li>
        ))}
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

/** The page that opens the vault when the passphrase is gone. */
export const RecoverySheet = ({ recoveryKey }: { readonly recoveryKey: string }) => (
  <SecretPage
    printed={recoveryKey}
    title={<T id="start.sheet" />}
    what={<T id="start.sheet.what" />}
    how={[<T key="first" id="start.sheet.first" />, <T key="second" id="start.sheet.second" />]}
  />
);

type ShareProps = {
  readonly share: string;
  /** Which of the papers it is, from 1. */
  readonly number: number;
  readonly of: number;
  readonly needed: number;
};

/** One of the papers of which some together open the vault. */
export const ShareSheet = ({ share, ...values }: ShareProps) => (
  <SecretPage
    printed={share}
    title={<T id="share.sheet" values={values} />}
    what={<T id="share.sheet.what" values={values} />}
    how={[
      <T key="first" id="share.sheet.first" values={values} />,
      <T key="second" id="share.sheet.second" />,
    ]}
  />
);
