import { useQuery } from '@tanstack/react-query';
import { T } from '#i18n';
import { infoQuery } from '#renderer/app/queries';
import { SheetSection } from '#ui';
import { Fact } from './Fact';

/** Versions, for whoever helps. */
export function Program() {
  const { data } = useQuery(infoQuery);
  if (data === undefined) return null;
  return (
    <>
      <SheetSection title={<T id="settings.program" />} />
      <Fact label={<T id="settings.version" />}>
        <bdi>{data.version}</bdi>
      </Fact>
      <Fact label={<T id="settings.built" />}>
        <T
          id="settings.built.on"
          values={{ electron: data.electron, chromium: data.chromium, node: data.node }}
        />
      </Fact>
    </>
  );
}
