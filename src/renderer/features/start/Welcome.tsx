import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Ban, Check, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { ERROR_CODES, type ErrorCode } from '#shared/errors/codes';
import { T, type MessageKey } from '#i18n';
import { CallError, rihai } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { infoQuery } from '#renderer/app/queries';
import { Button, Icon, Sheet, SheetHead, SheetRow, SheetSection, StartLayout } from '#ui';
import { WipeLocked } from '../wipe/WipeLocked';
import type { Folder } from './model';
import css from './Start.module.css';

type Props = {
  readonly trouble: string | undefined;
  readonly onMake: () => void;
  readonly onRestore: () => void;
  readonly onSample: (folder: Folder) => void;
  readonly onChosen: () => void;
};

const PROMISED: readonly MessageKey[] = [
  'start.promise.encrypted',
  'start.promise.offline',
  'start.promise.lock',
  'start.promise.undo',
];

const NOT_PROMISED: readonly MessageKey[] = [
  'start.not.unlocked',
  'start.not.coercion',
  'start.not.forgotten',
  'start.not.handed',
  'start.not.erased',
  'start.not.disk',
];

const isCode = (text: string): text is ErrorCode => ERROR_CODES.some((code) => code === text);

const troubleOf = (code: string | undefined): CallError | undefined =>
  code === undefined
    ? undefined
    : new CallError({ code: isCode(code) ? code : 'internal', params: {} });

/** What the program promises and what it cannot, before anything is trusted to it. */
export function Welcome({ trouble, onMake, onRestore, onSample, onChosen }: Props) {
  const { error, open, sample } = useChoosing({ trouble, onSample, onChosen });
  return (
    <StartLayout
      steps={[]}
      current=""
      go={
        <>
          <Button isLarge kind="main" onPress={onMake}>
            <T id="start.make" />
          </Button>
          <Button isLarge onPress={() => void open()}>
            <T id="start.open" />
          </Button>
          <Button isLarge onPress={onRestore}>
            <T id="lock.restore" />
          </Button>
          <Button isLarge kind="quiet" onPress={() => void sample()}>
            <T id="start.sample" />
          </Button>
        </>
      }
    >
      <Sheet>
        <SheetHead isLarge title={<T id="start.title" />}>
          <p className={css.lead}>
            <T id="start.lead" />
          </p>
        </SheetHead>
        <Wiped />
        {error !== undefined && (
          <SheetRow>
            <CodedError error={error} />
            {trouble === 'vault/header-damaged' && <WipeLocked />}
          </SheetRow>
        )}
        <Lines heading="start.promise" icon={Check} lines={PROMISED} />
        <Lines heading="start.not" icon={Ban} lines={NOT_PROMISED} />
      </Sheet>
    </StartLayout>
  );
}

/** The session before this one destroyed a vault. */
function Wiped() {
  const { data: program } = useQuery(infoQuery);
  if (program?.wiped === undefined) return null;
  return (
    <SheetRow>
      <p role="status">
        <T id={`start.wiped.${program.wiped}`} />
      </p>
    </SheetRow>
  );
}

type Choosing = Pick<Props, 'trouble' | 'onSample' | 'onChosen'>;

/** Dialogs for a folder, and what came of them. */
function useChoosing({ trouble, onSample, onChosen }: Choosing) {
  const client = useQueryClient();
  const [error, setError] = useState(troubleOf(trouble));
  const ask = async (purpose: 'newVault' | 'openVault'): Promise<Folder | undefined> => {
    setError(undefined);
    const result = await rihai.files.chooseFolder({ purpose });
    if (result.ok) return result.value;
    setError(new CallError(result.error));
    return undefined;
  };
  const open = async (): Promise<void> => {
    const folder = await ask('openVault');
    if (folder === undefined) return;
    const result = await rihai.vault.choose({ token: folder.token });
    if (!result.ok) setError(new CallError(result.error));
    else if (result.value.trouble !== undefined) setError(troubleOf(result.value.trouble));
    else {
      client.setQueryData(['vault', 'state'], result.value);
      onChosen();
    }
  };
  const sample = async (): Promise<void> => {
    const folder = await ask('newVault');
    if (folder !== undefined) onSample(folder);
  };
  return { error, open, sample };
}

type LinesProps = {
  readonly heading: MessageKey;
  readonly icon: LucideIcon;
  readonly lines: readonly MessageKey[];
};

const Lines = ({ heading, icon, lines }: LinesProps) => (
  <>
    <SheetSection title={<T id={heading} />} />
    {lines.map((id) => (
      <SheetRow key={id} margin={<Icon of={icon} />}>
        <T id={id} />
      </SheetRow>
    ))}
  </>
);
