import { useQuery } from '@tanstack/react-query';
import { Name, T, useDays } from '#i18n';
import { rihai, value } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { SheetRow, SheetSection } from '#ui';
import { Fact } from './Fact';

/** The law the clocks go by, as of when, and what to beware of. */
export function Rules() {
  const days = useDays('');
  const { data, error } = useQuery({
    queryKey: ['reference', 'pack', {}],
    queryFn: () => value(rihai.reference.pack({})),
  });
  return (
    <>
      <SheetSection title={<T id="settings.rules" />} />
      {error !== null && (
        <SheetRow>
          <CodedError error={error} />
        </SheetRow>
      )}
      {data !== undefined && (
        <>
          <Fact label={<T id="settings.pack" />}>
            <Name>{data.title}</Name>
          </Fact>
          <Fact label={<T id="settings.asOf" />}>{days.words(data.asOf)}</Fact>
          <Fact label={<T id="settings.caveat" />}>{data.caveat}</Fact>
          <Fact label={<T id="settings.held" />}>
            <T
              id="settings.held.counts"
              values={{
                rules: data.rules.length,
                sections: data.sections.length,
                courts: data.courts.length,
              }}
            />
          </Fact>
        </>
      )}
    </>
  );
}
