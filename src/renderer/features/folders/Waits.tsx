import { Name, T, useText } from '#i18n';
import { useErrorWords } from '#renderer/app/errors';
import { CallError } from '#renderer/app/bridge';
import { SheetRow, text } from '#ui';
import { useMomentParts, useMoments } from '../history/use-moments';
import { FactsRow } from '../parts/FactsRow';
import type { Folder, Wait } from './model';

/** Who has not said yet that they took what was sent. */
export function Outstanding({ outstanding }: Pick<Folder, 'outstanding'>) {
  const moment = useMoments();
  return outstanding.map(({ name, bundles, sinceMs }) => (
    <SheetRow key={name} isContinued>
      <T
        id="folders.outstanding"
        values={{
          name: <Name className={text.name}>{name}</Name>,
          count: bundles,
          when: moment(sinceMs),
        }}
      />
    </SheetRow>
  ));
}

/** Why one file was not taken in. */
function Why({ wait: { reason, code } }: { readonly wait: Wait }) {
  const words = useErrorWords();
  if (reason === 'refused' && code !== undefined)
    return <>{words(new CallError({ code, params: {} })).what}</>;
  return <T id={`folders.wait.${reason}`} />;
}

function WaitRow({ wait }: { readonly wait: Wait }) {
  const t = useText();
  const parts = useMomentParts();
  const { name, from, madeMs } = wait;
  return (
    <SheetRow margin={madeMs === undefined ? t('folders.waits') : parts(madeMs).day}>
      <FactsRow>
        <span>
          {from !== undefined && <Name className={text.name}>{from}</Name>}{' '}
          <bdi className={text.quiet}>{name}</bdi>
        </span>
        <span className={text.quiet}>
          <Why wait={wait} />
        </span>
      </FactsRow>
    </SheetRow>
  );
}

/** Files that were not taken in the last time. Those for others are as they should be: their number is enough. */
export function Waits({ waits }: Pick<Folder, 'waits'>) {
  const rows = waits.filter(({ reason }) => reason !== 'not-for-you');
  const others = waits.length - rows.length;
  return (
    <>
      {rows.map((wait) => (
        <WaitRow key={`${wait.name} ${wait.reason}`} wait={wait} />
      ))}
      {others > 0 && (
        <SheetRow isContinued>
          <span className={text.quiet}>
            <T id="folders.waits.others" values={{ count: others }} />
          </span>
        </SheetRow>
      )}
    </>
  );
}
