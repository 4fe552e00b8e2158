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
});
