import { describe, expect, it } from 'vitest';
import { syncedFolderOf } from './synced-folder';

describe('a folder that is copied elsewhere', () => {
  it.each(['/home/s/Dropbox/office', '/home/s/OneDrive - Sample Firm/v', '/mnt/Google Drive/v'])(
    'is noticed by its name: %s',
    (dir) => {
      expect(syncedFolderOf(dir)).toBeDefined();
    },
  );

  it.each(['/home/s/office', '/home/s/boxes/v', '/srv/dropbox-papers-1/v'])(
    'is not seen where there is none: %s',
    (dir) => {
      expect(syncedFolderOf(dir)).toBeUndefined();
    },
  );

  it.each(['.stfolder', '.dropbox.cache', '.sync_0a1b2c.db', '.tmp.driveupload'])(
    'is noticed by what lies in it: %s',
    (mark) => {
      const list = (dir: string) => (dir === '/home/s/papers' ? [mark, 'office'] : []);
      expect(syncedFolderOf('/home/s/papers/office', list)).toBe('papers');
      expect(syncedFolderOf('/home/s/office', list)).toBeUndefined();
    },
  );

  it('is noticed where a Mac keeps what it sends to iCloud', () => {
    const dir = '/Users/s/Library/Mobile Documents/com~apple~CloudDocs/office';
    expect(syncedFolderOf(dir)).toBe('Mobile Documents');
  });
});
