import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { isAppError } from '#shared/errors/app-error';
import { applySettings, chooseCipher, type OpenMode } from './pragmas';

/** The setting that is said not to have taken. */
function refusedFor(mode: OpenMode, prepare: (connection: Database.Database) => void): unknown {
  const connection = new Database(':memory:');
  prepare(connection);
  try {
    applySettings(connection, mode);
    return 'none';
  } catch (error) {
    return isAppError(error, 'db/settings') ? error.params['name'] : error;
  } finally {
    connection.close();
  }
}

describe('the settings of a database', () => {
  test('are refused where one does not take: memory has no WAL', () => {
    expect(refusedFor('writing', chooseCipher)).toBe('journal_mode');
    expect(refusedFor('reading', chooseCipher)).toBe('journal_mode');
  });

  test('are refused under any other cipher than ours', () => {
    expect(refusedFor('writing', () => undefined)).toBe('cipher');
    const older = (connection: Database.Database) => {
      chooseCipher(connection);
      connection.pragma('legacy=3');
    };
    expect(refusedFor('writing', older)).toBe('legacy');
  });
});
