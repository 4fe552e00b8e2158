import { useState } from 'react';
import type { Lean } from '#shared/domain/typed-date';
import { TypedDateField } from '#ui';
import { TODAY, useSample } from '../sample';
import { Columns, Stage } from '../Stage';

type Props = {
  readonly label: string;
  readonly first: string;
  readonly lean?: Lean;
  readonly warning?: string;
  readonly hint?: string;
};

function OneDate({ label, first, lean = 'ahead', warning, hint }: Props) {
  const [text, setText] = useState(first);
  return (
    <TypedDateField
      label={label}
      hint={hint}
      text={text}
      onChange={setText}
      today={TODAY}
      lean={lean}
      warning={text === first ? warning : undefined}
    />
  );
}

export function Dates() {
  const s = useSample();
  return (
    <Stage title={s('Typed date: what is typed, then what it means')}>
      <Columns>
        <OneDate label={s('Next date')} first="14.5" />
        <OneDate label={s('Next date')} first="+3d" warning={s('holiday; Sat 2 May?')} />
        <OneDate label={s('Next date')} first="" hint={s('14.5, +2w, next mon')} />
        <OneDate
          label={s('Taken on')}
          first="~April 2026"
          lean="behind"
          hint={s('Partial dates stay partial')}
        />
        <OneDate label={s('Taken on')} first="7.4 22:00" lean="behind" />
        <OneDate label={s('Held')} first="2025-06..2025-07" lean="behind" />
        <OneDate label={s('Next date')} first="31.4" />
        <OneDate label={s('Next date')} first="Fri 14.5.2026" />
        <OneDate label={s('Next date')} first={s('soon')} />
      </Columns>
    </Stage>
  );
}
