import type { Result } from '#shared/ipc/result';
import { CallError, rihai } from '#renderer/app/bridge';
import { sayTrouble } from '#renderer/app/parts';

/** Lets one file be chosen; undefined where the dialog was closed. */
export async function chooseFile(): Promise<string | undefined> {
  const chosen = await rihai.files.chooseFiles();
  if (chosen.ok) return chosen.value[0]?.token;
  sayTrouble(new CallError(chosen.error));
  return undefined;
}

/** Lets a picture be chosen and reads its QR code; undefined where the dialog was closed. */
export async function chooseQr(): Promise<Result<{ readonly text: string }> | undefined> {
  const token = await chooseFile();
  return token === undefined ? undefined : rihai.preview.qr({ token });
}
