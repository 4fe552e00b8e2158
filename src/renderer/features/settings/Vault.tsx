import { useQuery } from '@tanstack/react-query';
import { PencilOff } from 'lucide-react';
import { isRecordKind } from '#shared/domain/kinds';
import { Name, T, useDays } from '#i18n';
import { CodedError } from '#renderer/app/parts';
import { vaultQuery } from '#renderer/app/queries';
import { Chip, SheetRow, SheetSection } from '#ui';
import { useFieldWords } from '../forms/words';
import { Fact } from './Fact';
import css from './Settings.module.css';

/** Facts of the open vault: whose hand, how to verify it, what is in it, when it locks. */
export function Vault() {
  const words = useFieldWords();
  const { data, error } = useQuery(vaultQuery);
  const days = useDays('');
  return (
    <>
      <SheetSection title={<T id="settings.vault" />} />
      {error !== null && (
        <SheetRow>
          <CodedError error={error} />
        </SheetRow>
      )}
      {data !== undefined && (
        <>
          {data.isReadOnly && (
            <SheetRow>
              <Chip tone="due" icon={PencilOff}>
                <T id="settings.readOnly" />
              </Chip>
            </SheetRow>
          )}
          <Fact label={<T id="settings.hand" />}>
            {data.hand === '' ? <T id="settings.hand.recovery" /> : <Name>{data.hand}</Name>}
          </Fact>
          {data.fingerprint !== undefined && (
            <Fact label={<T id="settings.fingerprint" />}>
              <bdi className={css.digits}>{data.fingerprint}</bdi>
              <span className={css.hint}>
                <T id="settings.fingerprint.hint" />
              </span>
            </Fact>
          )}
          {data.slot > 0 && <Fact label={<T id="settings.slot" />}>{data.slot}</Fact>}
          <Fact label={<T id="settings.today" />}>
            <T id="settings.today.in" values={{ day: days.words(data.today), zone: data.zone }} />
          </Fact>
          <Fact label={<T id="settings.records" />}>
            <span className={css.counts}>
              {data.records.length === 0 && <T id="settings.records.none" />}
              {data.records.map(({ kind, records, trashed }) => (
                <span key={kind}>
                  {isRecordKind(kind) ? words.kind(kind) : kind} <b>{records - trashed}</b>
                </span>
              ))}
            </span>
          </Fact>
        </>
      )}
    </>
  );
}
