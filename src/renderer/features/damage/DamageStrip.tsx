import { useQuery } from '@tanstack/react-query';
import { OctagonAlert } from 'lucide-react';
import { T } from '#i18n';
import { vaultQuery } from '#renderer/app/queries';
import { Icon } from '#ui';
import css from './Damage.module.css';
import { Ways } from './Ways';

/** Above every sheet while the vault shows damage: what it is, and a way out. */
export function DamageStrip() {
  const { data } = useQuery(vaultQuery);
  if (data?.damage === undefined) return null;
  return (
    <div className={css.strip}>
      <Icon of={OctagonAlert} />
      <p className={css.words} role="alert">
        <b>
          <T id={`damage.${data.damage}`} />
        </b>{' '}
        <T id={data.isReadOnly ? 'damage.stopped' : 'damage.told'} />
      </p>
      <Ways />
    </div>
  );
}
