import { Contact, Ellipsis, PenLine, Scale, Tag, Trash2, UserRound } from 'lucide-react';
import { useState } from 'react';
import {
  Button,
  CommandBox,
  Dialog,
  DropArea,
  IconButton,
  Menu,
  Panel,
  ShortcutList,
  type CommandGroup,
} from '#ui';
import { nothing, useSample } from '../sample';
import { Stage } from '../Stage';

export function Floating() {
  const s = useSample();
  const [said, setSaid] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [isHelpOpen, setHelpOpen] = useState(false);
  return (
    <Stage title={s('What floats')}>
      <Menu
        label={s('More')}
        trigger={<IconButton icon={Ellipsis} kind="plain" label={s('More')} />}
        entries={[
          { id: 'tag', label: s('Tag'), icon: Tag, keys: 'T' },
          { id: 'write', label: s('Write for this person'), icon: PenLine },
          { id: 'merge', label: s('Merge'), isDisabled: true },
          { id: 'trash', label: s('Move to the trash'), icon: Trash2, isRisk: true },
        ]}
        onAction={setSaid}
      />
      <Button
        onPress={() => {
          setOpen(true);
        }}
      >
        {s('Save this list')}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => {
          setOpen(false);
        }}
        title={s('Save this list unsealed?')}
        verb={s('Save unsealed')}
        onVerb={() => {
          setSaid('saved');
          setOpen(false);
        }}
        other={<Button onPress={nothing}>{s('Make a bundle instead')}</Button>}
      >
        {s(
          '41 names will be readable by anyone who gets the file. Phones and addresses are left out. The export is noted in the activity log.',
        )}
      </Dialog>
      <Button
        keys="F1"
        onPress={() => {
          setHelpOpen(true);
        }}
      >
        {s('Keys')}
      </Button>
      <Panel
        isOpen={isHelpOpen}
        onClose={() => {
          setHelpOpen(false);
        }}
        title={s('Keys')}
        foot={<Button onPress={nothing}>{s('Print')}</Button>}
      >
        <ShortcutList
          groups={[
            {
              id: 'all',
              label: s('Everywhere'),
              shortcuts: [
                { keys: 'Ctrl K', does: s('Find or do') },
                { keys: 'Ctrl L', does: s('Lock') },
              ],
            },
            {
              id: 'list',
              label: s('In a list'),
              shortcuts: [
                { keys: 'Enter', does: s('Open the row') },
                { keys: 'Space', does: s('Choose the row') },
              ],
            },
          ]}
        />
      </Panel>
      <output>{said}</output>
      <DropArea
        onFiles={(files) => {
          setSaid(files.map(({ name }) => name).join(', '));
        }}
      >
        {s('Anything up to 2 GB. Each file is hashed as it comes in.')}
      </DropArea>
    </Stage>
  );
}

export function Command() {
  const s = useSample();
  const [isOpen, setOpen] = useState(true);
  const [query, setQuery] = useState('khay');
  const [said, setSaid] = useState('');
  const groups: readonly CommandGroup[] = [
    {
      id: 'people',
      label: s('people'),
      items: [
        {
          id: 'zafar',
          label: 'Zafar Khayali ظفر خیالی',
          icon: UserRound,
          end: s('jail, 21 d'),
          canAct: true,
        },
        { id: 'amna', label: 'Amna Khayali', icon: Contact, end: s('his wife') },
      ],
    },
    {
      id: 'cases',
      label: s('cases'),
      items: [{ id: 'state', label: 'State v. Khayali', icon: Scale, end: 'Spl. 17/2026' }],
    },
    {
      id: 'do',
      label: s('do'),
      items: [{ id: 'write', label: 'Write for Zafar Khayali', icon: PenLine }],
    },
  ];
  const found = groups.map((group) => ({
    ...group,
    items: group.items.filter(({ label }) => label.toLowerCase().includes(query.toLowerCase())),
  }));
  return (
    <Stage title={s('Command box, Ctrl K')}>
      <Button
        onPress={() => {
          setOpen(true);
        }}
      >
        {s('Find or do')}
      </Button>
      <CommandBox
        isOpen={isOpen}
        onClose={() => {
          setOpen(false);
        }}
        query={query}
        onQuery={setQuery}
        groups={found}
        onOpen={(id) => {
          setSaid(`open ${id}`);
          setOpen(false);
        }}
        onAct={(id) => {
          setSaid(`act ${id}`);
          setOpen(false);
        }}
      />
      <output>{said}</output>
    </Stage>
  );
}
