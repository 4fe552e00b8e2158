import { Package, Printer, Tag, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { Name } from '#i18n';
import {
  Button,
  ClockChip,
  EmptyState,
  Facets,
  FilterChip,
  SelectionBar,
  ListSheet,
  SheetHead,
  Split,
  text,
  VirtualTable,
  type Column,
  type Sort,
} from '#ui';
import { personAt, type SamplePerson } from '../people';
import { nothing, useSample } from '../sample';
import { FrameWith } from './Whole';

const ROWS = 10_000;
const GROUP_EVERY = 20;
const LATE = 40;

function useColumns(): readonly Column<SamplePerson>[] {
  const s = useSample();
  return [
    {
      id: 'name',
      header: s('name'),
      track: 'minmax(0, 2.15fr)',
      isSortable: true,
      cell: ({ name, urdu }) => (
        <>
          <Name className={text.name}>{name}</Name>{' '}
          <Name lang="ur" className={text.quieter}>
            {urdu}
          </Name>
        </>
      ),
    },
    {
      id: 'regime',
      header: s('regime'),
      track: 'minmax(0, 0.7fr)',
      isExtra: true,
      cell: ({ regime }) => <span className={text.quiet}>{s(regime)}</span>,
    },
    {
      id: 'sections',
      header: s('sections'),
      track: 'minmax(0, 1.4fr)',
      cell: ({ sections }) => <Name className={text.quiet}>{sections}</Name>,
    },
    {
      id: 'court',
      header: s('court'),
      track: 'minmax(0, 1fr)',
      isExtra: true,
      cell: ({ court }) => <span className={text.quiet}>{s(court)}</span>,
    },
    {
      id: 'next',
      header: s('next date'),
      track: 'minmax(0, 1fr)',
      isSortable: true,
      cell: ({ next }) => s(next),
    },
    {
      id: 'clock',
      header: s('nearest clock'),
      track: 'minmax(0, 1.35fr)',
      cell: ({ clock: [state, words] }) => <ClockChip state={state}>{s(words)}</ClockChip>,
    },
    {
      id: 'seen',
      header: s('seen'),
      track: '2.75rem',
      align: 'end',
      isExtra: true,
      cell: ({ seen }) => <span className={text.quieter}>{seen}</span>,
    },
  ];
}

export function List() {
  const s = useSample();
  const columns = useColumns();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(['2', '5', '6']));
  const [facets, setFacets] = useState<ReadonlySet<string>>(new Set(['judicial']));
  const [sort, setSort] = useState<Sort>({ column: 'days', direction: 'descending' });
  const [opened, setOpened] = useState('');
  const toggle = (set: ReadonlySet<string>, id: string): ReadonlySet<string> => {
    const next = new Set(set);
    if (!next.delete(id)) next.add(id);
    return next;
  };
  return (
    <FrameWith
      current="detainees"
      notices={
        chosen.size > 0 && (
          <SelectionBar
            count={chosen.size}
            onClear={() => {
              setChosen(new Set());
            }}
          >
            <Button kind="quiet" icon={Package} onPress={nothing}>
              {s('Bundle')}
            </Button>
            <Button kind="quiet" icon={Tag} onPress={nothing}>
              {s('Tag')}
            </Button>
            <Button kind="quiet" icon={Printer} onPress={nothing}>
              {s('Print')}
            </Button>
          </SelectionBar>
        )
      }
    >
      <Split
        start={
          <Facets
            groups={[
              {
                id: 'status',
                label: s('Status'),
                values: [
                  { id: 'judicial', label: s('Judicial custody'), count: 31 },
                  { id: 'police', label: s('Police remand'), count: 7 },
                  { id: 'bail', label: s('On bail'), count: 14 },
                ],
              },
              {
                id: 'clock',
                label: s('Clock'),
                values: [
                  { id: 'breached', label: s('Breached'), count: 9 },
                  { id: 'due', label: s('Due in 7 days'), count: 8 },
                  { id: 'missing', label: s('Fact missing'), count: 11 },
                ],
              },
            ]}
            isChosen={(_, value) => facets.has(value)}
            onToggle={(_, value) => {
              setFacets(toggle(facets, value));
            }}
          />
        }
      >
        <ListSheet
          head={
            <SheetHead
              title={s('Held now')}
              note={
                <span>
                  {s('44 of 64')} <FilterChip onRemove={nothing}>{s('judicial')}</FilterChip>
                  {opened !== '' && <output>{opened}</output>}
                </span>
              }
              actions={
                <Button kind="main" icon={UserPlus} keys="P" onPress={nothing}>
                  {s('Person')}
                </Button>
              }
            />
          }
        >
          <VirtualTable
            label={s('People held')}
            margin={{
              id: 'days',
              header: s('days'),
              track: '',
              isSortable: true,
              cell: ({ days }) => days,
            }}
            columns={columns}
            rowCount={ROWS}
            rowAt={(index) => (index > LATE && index < LATE + 3 ? undefined : personAt(index))}
            groupAt={(index) =>
              index % GROUP_EVERY === 0
                ? { label: s('District Jail Naubahar'), count: GROUP_EVERY - 1 }
                : undefined
            }
            nameOf={({ name }) => name}
            sort={sort}
            onSort={(column) => {
              setSort({
                column,
                direction: sort.direction === 'ascending' ? 'descending' : 'ascending',
              });
            }}
            onOpen={({ name }) => {
              setOpened(name);
            }}
            isChosen={({ id }) => chosen.has(id)}
            onChoose={({ id }) => {
              setChosen(toggle(chosen, id));
            }}
            empty={<EmptyState title={s('Nobody is on this list.')} />}
          />
        </ListSheet>
      </Split>
    </FrameWith>
  );
}
