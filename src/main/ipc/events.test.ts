import { describe, expect, it, vi } from 'vitest';
import { teller } from './events';

const told = () => {
  const send = vi.fn();
  return { ...teller(send), send };
};

describe('what the window is told', () => {
  it('is what the contract names', () => {
    const { tell, pass, send } = told();
    tell('idleSoon', { seconds: 20 });
    pass('vaultGone', {});
    expect(send.mock.calls).toEqual([
      ['idleSoon', { seconds: 20 }],
      ['vaultGone', {}],
    ]);
  });

  it.each(['secrets', 'constructor', '__proto__', ''])('is never by the name of %j', (name) => {
    const { pass, send } = told();
    expect(() => {
      pass(name, {});
    }).toThrow('not in the contract');
    expect(send).not.toHaveBeenCalled();
  });
});
