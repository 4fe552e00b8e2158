import { useQuery } from '@tanstack/react-query';
import { FolderOpen } from 'lucide-react';
import { useState } from 'react';
import type { Level } from '#shared/domain/levels';
import type { SharePurpose } from '#shared/domain/sharing';
import { Name, T, useText } from '#i18n';
import { CallError, rihai } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { Button, Panel, RadioGroup, Select, text } from '#ui';
import { Strictness } from '../bundles/Strictness';
import { cardsQuery } from '../desks/model';
import { GoLink } from '../parts/GoLink';
import { useStep } from '../settings/use-step';
import { choosePlace, type Place } from './choose-place';
import css from '../parts/Carried.module.css';

type Chosen = {
  readonly place: (Place & { readonly carrier: string | undefined }) | undefined;
  readonly group: string | undefined;
  readonly purpose: SharePurpose;
  readonly level: Level | 'purpose';
  readonly history: 'full' | 'current';
  readonly files: 'all' | 'none';
  readonly part: Part;
};

/** MiB: as much as FAT32 holds in one file; a CD; what many servers and mails take. */
const PARTS = ['4095', '650', '100', '20'] as const;
type Part = (typeof PARTS)[number];
const FILES = ['all', 'none'] as const;

const FRESH: Chosen = {
  ...{ place: undefined, group: undefined, purpose: 'committee', level: 'purpose' },
  ...{ history: 'full', files: 'all', part: '4095' },
};

type PartProps = {
  readonly chosen: Chosen;
  readonly onChange: (change: Partial<Chosen>) => void;
};

/** The folder, by the dialog of the system, and what seems to carry it. */
function WhichPlace({ chosen: { place }, onChange }: PartProps) {
  const [error, setError] = useState<CallError>();
  const choose = async (): Promise<void> => {
    const found = await choosePlace();
    if (found === undefined) return;
    const looked = await rihai.folders.look({ token: found.token });
    setError(looked.ok ? undefined : new CallError(looked.error));
    onChange({ place: looked.ok ? { ...found, carrier: looked.value.carrier } : undefined });
  };
  return (
    <div className={css.choice}>
      <div className={css.folder}>
        <Button icon={FolderOpen} autoFocus onPress={() => void choose()}>
          <T id="folders.place" />
        </Button>
        {place !== undefined && <Name>{place.name}</Name>}
      </div>
      <p className={text.quiet}>
        {place?.carrier === undefined ? (
          <T id="folders.place.how" />
        ) : (
          <T id="folders.place.carrier" values={{ carrier: <Name>{place.carrier}</Name> }} />
        )}
      </p>
      {error !== undefined && <CodedError error={error} />}
    </div>
  );
}

/** For whom: a group, because whoever is in it gets the same. */
function WhichGroup({ chosen, onChange }: PartProps) {
  const t = useText();
  const { data } = useQuery(cardsQuery);
  const groups = data?.groups ?? [];
  if (data !== undefined && groups.length === 0)
    return (
      <p className={css.lead}>
        <T id="folders.group.none" />{' '}
        <GoLink to={{ to: 'exchange', tab: 'desks' }}>
          <T id="bundles.found.desks" />
        </GoLink>
      </p>
    );
  return (
    <Select
      label={t('folders.group')}
      placeholder={t('folders.group.choose')}
      value={chosen.group}
      onChange={(group) => {
        onChange({ group });
      }}
      options={groups.map(({ name, members }) => ({
        ...{ id: name, label: name },
        note: t('folders.group.members', { count: members.length }),
      }))}
    />
  );
}

/** Attachments, and how long one file may be. */
function Besides({ chosen, onChange }: PartProps) {
  const t = useText();
  return (
    <>
      <RadioGroup
        label={t('bundles.files')}
        isInline
        value={chosen.files}
        onChange={(files) => {
          onChange({ files });
        }}
        options={FILES.map((id) => ({ id, label: t(`bundles.files.${id}`) }))}
      />
      <Select
        label={t('folders.part')}
        hint={t('folders.part.how')}
        placeholder={t('folders.part')}
        value={chosen.part}
        onChange={(part) => {
          onChange({ part });
        }}
        options={PARTS.map((id) => ({ id, label: t(`folders.part.${id}`) }))}
      />
    </>
  );
}

/** What is missing before it can be set up, in words. */
function useMissing({ place, group }: Chosen): string | undefined {
  const t = useText();
  if (place === undefined) return t('folders.place.first');
  return group === undefined ? t('folders.group.first') : undefined;
}

/** Begins to use a folder for a group. */
export function AddFolder({ onClose }: { readonly onClose: () => void }) {
  const { isPending, error, run } = useStep();
  const [chosen, setChosen] = useState<Chosen>(FRESH);
  const missing = useMissing(chosen);
  const onChange = (change: Partial<Chosen>): void => {
    setChosen((was) => ({ ...was, ...change }));
  };
  const add = async (): Promise<void> => {
    const { place, group, purpose, level, history, files, part } = chosen;
    if (place === undefined || group === undefined || isPending) return;
    const result = await run(() =>
      rihai.folders.add({
        ...{ token: place.token, group, purpose, history, files, partMib: Number(part) },
        ...(level !== 'purpose' && { level }),
      }),
    );
    if (result.ok) onClose();
  };
  return (
    <Panel
      isOpen
      onClose={onClose}
      title={<T id="folders.add" />}
      foot={
        <>
          <Button kind="main" isPending={isPending} off={missing} onPress={() => void add()}>
            <T id="folders.add.verb" />
          </Button>
          <p className={css.beside}>
            <T id="folders.add.how" />
          </p>
        </>
      }
    >
      <div className={css.form}>
        <WhichPlace chosen={chosen} onChange={onChange} />
        <WhichGroup chosen={chosen} onChange={onChange} />
        <Strictness choice={chosen} onChange={onChange} />
        <Besides chosen={chosen} onChange={onChange} />
        {error !== undefined && <CodedError error={error} />}
      </div>
    </Panel>
  );
}
