import { describe, expect, it } from 'vitest';
import { utf8 } from '#core/kernel/bytes';
import { judgePassphrase } from './passphrase';

describe('judging a passphrase while it is typed', () => {
  it('says why it would be refused, and how far it is', async () => {
    expect(await judgePassphrase(utf8(''))).toEqual({ score: 0, fault: 'empty' });
    expect(await judgePassphrase(Uint8Array.of(0xff))).toEqual({ score: 0, fault: 'not-text' });
    expect((await judgePassphrase(utf8('abc'))).fault).toBe('short');
    const known = await judgePassphrase(utf8('password password'));
    expect(known.fault).toBeDefined();
    expect(known.score).toBeLessThan(4);
  });

  it('accepts what a new vault accepts, and leaves the bytes as they were', async () => {
    const typed = utf8('walnut ferry lantern orbit quilt saddle');
    const before = typed.slice();
    expect(await judgePassphrase(typed)).toEqual({ score: 4, fault: undefined });
    expect(typed).toEqual(before);
  });
});
