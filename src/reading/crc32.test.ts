import { describe, expect, it } from 'vitest';
import { crc32 } from './crc32';

describe('the sum of a part of a ZIP file', () => {
  it('is the one that the standard gives for its sample', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
    expect(crc32(new Uint8Array())).toBe(0);
  });
});
