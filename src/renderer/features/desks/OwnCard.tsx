import { useQuery } from '@tanstack/react-query';
import { Download, QrCode, Siren } from 'lucide-react';
import { useState } from 'react';
import { Name, T, useText } from '#i18n';
import { rihai, value } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { Button, SheetRow, text } from '#ui';
import { useStep } from '../settings/use-step';
import css from './Desks.module.css';
import { Digits } from './Digits';
import { SeizedNotice } from './SeizedNotice';
import { useSaved } from './use-saved';

type Props = { readonly name: string; readonly digits: readonly string[] | undefined };

/** What one hands to others: name, digits to read out, a QR code to show, and the file. */
export function OwnCard({ name, digits }: Props) {
  return (
    <SheetRow>
      {digits === undefined ? (
        <p className={css.lead}>
          <T id="desks.own.none" />
        </p>
      ) : (
        <div className={css.own}>
          <div className={css.ownText}>
            <Name className={css.ownName}>{name}</Name>
            <Digits digits={digits} isLarge />
            <p className={css.lead}>
              <T id="desks.own.lead" />
            </p>
            <Acts />
          </div>
          <OwnQr name={name} />
        </div>
      )}
    </SheetRow>
  );
}

/** Handing it over, and saying that this desk is in other hands. */
function Acts() {
  const t = useText();
  const { isPending, error, run } = useStep();
  const { saved, save } = useSaved(run);
  const [isSeized, setSeized] = useState(false);
  const write = (as: 'card' | 'qr'): void => {
    void save(t(`desks.own.${as}File`), (token) => rihai.cards.saveOwn({ token, as }));
  };
  return (
    <>
      <div className={css.acts}>
        <Button
          icon={Download}
          isPending={isPending}
          onPress={() => {
            write('card');
          }}
        >
          <T id="desks.own.save" />
        </Button>
        <Button
          icon={QrCode}
          isPending={isPending}
          onPress={() => {
            write('qr');
          }}
        >
          <T id="desks.own.saveQr" />
        </Button>
        <Button
          kind="quiet"
          icon={Siren}
          onPress={() => {
            setSeized(true);
          }}
        >
          <T id="desks.own.seized" />
        </Button>
      </div>
      <p role="status" className={text.quiet}>
        {saved !== undefined && <T id="desks.saved" values={{ file: <bdi>{saved}</bdi> }} />}
      </p>
      {error !== undefined && <CodedError error={error} />}
      {isSeized && (
        <SeizedNotice
          onClose={() => {
            setSeized(false);
          }}
        />
      )}
    </>
  );
}

/** Dark on white in both themes: that is what cameras read. */
function OwnQr({ name }: { readonly name: string }) {
  const t = useText();
  const { data, error } = useQuery({
    queryKey: ['cards', 'ownQr'],
    queryFn: () => value(rihai.cards.ownQr()),
  });
  if (error !== null) return <CodedError error={error} />;
  if (data === undefined) return null;
  const side = String(data.side);
  return (
    <svg
      className={css.qr}
      role="img"
      aria-label={t('desks.own.qr', { name })}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
    >
      <path d={data.path} />
    </svg>
  );
}
