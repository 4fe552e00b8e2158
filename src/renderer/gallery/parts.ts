import type { ComponentType } from 'react';
import { Buttons } from './parts/Buttons';
import { Choices } from './parts/Choices';
import { Lock, Start } from './parts/Cover';
import { Dates } from './parts/Dates';
import { Day } from './parts/Day';
import { Fields } from './parts/Fields';
import { Command, Floating } from './parts/Floating';
import { List } from './parts/List';
import { Person } from './parts/Person';
import { Signs } from './parts/Signs';
import { States } from './parts/States';

type Part = {
  readonly name: string;
  readonly Show: ComponentType;
  /** It fills the window and brings its own landmarks. */
  readonly isWhole: boolean;
};

const piece = (name: string, Show: ComponentType): Part => ({ name, Show, isWhole: false });
const whole = (name: string, Show: ComponentType): Part => ({ name, Show, isWhole: true });

export const PARTS: readonly Part[] = [
  piece('buttons', Buttons),
  piece('fields', Fields),
  piece('choices', Choices),
  piece('dates', Dates),
  piece('signs', Signs),
  piece('states', States),
  piece('floating', Floating),
  piece('command', Command),
  whole('day', Day),
  whole('list', List),
  whole('person', Person),
  whole('lock', Lock),
  whole('start', Start),
];
