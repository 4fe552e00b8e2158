import { describe, expect, it, vi } from 'vitest';
import { EVENTS } from '#shared/ipc/contract';
import { teller } from './events';

const told = (isChecked: boolean) => {
  const send = vi.fn();
  return { ...teller({ events: EVENTS, isChecked, send }), send };
};

describe('what the window is told', () => {
  it('is what the contract names', () => {
    const { tell, pass, send } = told(true);
    tell('idleSoon', { seconds: 20 });
    pass('vaultGone', {});
    expect(send.mock.calls).toEqual([
      ['idleSoon', { seconds: 20 }],
      ['vaultGone', {}],
    ]);
  });

  it.each(['secrets', 'constructor', '__proto__', ''])('is never by the name of %j', (name) => {
    for (const isChecked of [true, false]) {
      const { pass, send } = told(isChecked);
      expect(() => {
        pass(name, {});
      }).toThrow('not in the contract');
      expect(send).not.toHaveBeenCalled();
    }
  });
});
