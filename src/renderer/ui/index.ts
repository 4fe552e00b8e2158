export { FilterChip } from './bars/FilterChip';
export { SelectionBar } from './bars/SelectionBar';
export { Strength } from './bars/Strength';
export { Button, type ButtonKind } from './button/Button';
export { IconButton } from './button/IconButton';
export { HearingChain, type ChainHearing, type ChainKind } from './chain/HearingChain';
export { Chip, type ChipTone } from './chip/Chip';
export { Checkbox } from './choice/Checkbox';
export { ComboBox } from './choice/ComboBox';
export { RadioGroup } from './choice/RadioGroup';
export { Segmented } from './choice/Segmented';
export { Select, type Option } from './choice/Select';
export { ClockChip, ClockPopover } from './clock/ClockChip';
export { ClockReasoning, type ClockStep } from './clock/ClockReasoning';
export type { ClockState } from './clock/clock-signs';
export { CommandBox } from './command/CommandBox';
export type { CommandGroup, CommandItem } from './command/model';
export { ConflictValue, type ConflictSide } from './conflict/ConflictValue';
export { CustodyPicture } from './custody/CustodyPicture';
export { EventTable } from './custody/EventTable';
export type {
  CourtMark,
  CustodyClock,
  CustodyData,
  CustodyEventRow,
  CustodyHold,
  CustodyKind,
  CustodyNote,
  CustodyPlacement,
} from './custody/model';
export { cx } from './cx';
export { Dialog } from './dialog/Dialog';
export { Panel } from './dialog/Panel';
export { DropArea } from './drop/DropArea';
export { EmptyState } from './empty/EmptyState';
export { ErrorNote } from './error/ErrorNote';
export { Facets, type FacetGroup, type FacetValue } from './facets/Facets';
export { FactStrip, type Fact } from './facts/FactStrip';
export { PassphraseField } from './field/PassphraseField';
export { SearchField } from './field/SearchField';
export { TextArea, TextField } from './field/TextField';
export { AppFrame, Split } from './frame/AppFrame';
export { Sidebar, type Place, type SavedView } from './frame/Sidebar';
export { HoldButton } from './hold/HoldButton';
export { Icon } from './icon/Icon';
export { Inspector, InspectorRow, InspectorSection } from './inspector/Inspector';
export { LockLayout } from './lock/LockLayout';
export { OverWindow, PrintPage, StartLayout } from './lock/StartLayout';
export { Menu, type MenuEntry } from './menu/Menu';
export { NoticeRegion, type NoticeItem } from './notice/NoticeRegion';
export { Progress } from './progress/Progress';
export { ListSheet, Sheet, SheetHead, SheetRow, SheetSection } from './sheet/Sheet';
export { Status, type StatusSign } from './status/Status';
export { steady } from './steady';
export type { Column, Group, Sort } from './table/columns';
export { VirtualTable } from './table/VirtualTable';
export { Tabs, type TabItem } from './tabs/Tabs';
export { Tally } from './tally/Tally';
export { Kbd } from './text/Kbd';
export { ShortcutList, type Shortcut, type ShortcutGroup } from './text/ShortcutList';
export { default as text } from './text/text.module.css';
export { TypedDateField } from './typed-date/TypedDateField';
export { UndoBar } from './undo/UndoBar';
