import { Ellipsis, PenLine, Plus, Printer } from 'lucide-react';
import { Button, IconButton, Kbd } from '#ui';
import { nothing, useSample } from '../sample';
import { Stage } from '../Stage';

export function Buttons() {
  const s = useSample();
  return (
    <>
      <Stage title={s('Button: one main a view')}>
        <Button kind="main" onPress={nothing}>
          {s('Set date')}
        </Button>
        <Button onPress={nothing}>{s('Print')}</Button>
        <Button kind="quiet" onPress={nothing}>
          {s('Leave')}
        </Button>
        <Button kind="risk" onPress={nothing}>
          {s('Purge')}
        </Button>
      </Stage>
      <Stage title={s('With sign and keys')}>
        <Button kind="main" icon={Plus} keys="P" onPress={nothing}>
          {s('Person')}
        </Button>
        <Button icon={PenLine} onPress={nothing}>
          {s('Write')}
        </Button>
        <Button isLarge kind="main" keys="↵" onPress={nothing}>
          {s('Open')}
        </Button>
      </Stage>
      <Stage title={s('Off: says why. Pending: keeps its place')}>
        <Button off={s('The hearing has no date yet')}>{s('Set date')}</Button>
        <Button isPending onPress={nothing}>
          {s('Export')}
        </Button>
        <Button kind="main" isPending onPress={nothing}>
          {s('Open')}
        </Button>
      </Stage>
      <Stage title={s('Sign alone, with its word on hover and focus')}>
        <IconButton icon={Printer} label={s('Print the day')} onPress={nothing} />
        <IconButton icon={Ellipsis} kind="plain" label={s('More')} keys="M" onPress={nothing} />
        <Kbd>Ctrl K</Kbd>
      </Stage>
    </>
  );
}
