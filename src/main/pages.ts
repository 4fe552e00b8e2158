import { randomBytes } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

/** Our own scheme and host; no page comes from anywhere else. */
export const SCHEME = 'app';
const HOST = 'rihai';
export const ORIGIN = `${SCHEME}://${HOST}/`;
export const FIRST_PAGE = `${ORIGIN}index.html`;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
};

/** Policy of the window's page; the nonce is fresh in each served page (React Aria's one style takes it). */
export function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self'",
    "connect-src 'none'",
    "object-src 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types rihai',
  ].join('; ');
}

type Request = { readonly url: string; readonly method: string };

/** The file that a request means; undefined where it is none of the folder's own. */
async function fileOf({ url, method }: Request, folder: string): Promise<string | undefined> {
  const { protocol, host, pathname } = new URL(url);
  if (method !== 'GET' || protocol !== `${SCHEME}:` || host !== HOST) return undefined;
  const root = await realpath(folder);
  // Wherever dots and links lead, it has to be below the folder.
  const file = await realpath(join(root, decodeURIComponent(pathname)));
  return file.startsWith(root + sep) ? file : undefined;
}

async function respond(request: Request, folder: string): Promise<Response | undefined> {
  const file = await fileOf(request, folder);
  const type = TYPES[extname(file ?? '')];
  if (file === undefined || type === undefined) return undefined;
  const bytes = await readFile(file);
  const headers = { 'content-type': type, 'x-content-type-options': 'nosniff' };
  if (extname(file) !== '.html') return new Response(bytes, { headers });
  const nonce = randomBytes(16).toString('base64');
  const page = bytes.toString('utf8').replace('__CSP_NONCE__', nonce);
  const policy = { 'content-security-policy': contentPolicy(nonce) };
  return new Response(page, { headers: { ...headers, ...policy } });
}

/** Answers requests of the window with files of one folder, and 404 to everything else. */
export const pageServer =
  (folder: string) =>
  async (request: Request): Promise<Response> => {
    const answer = await respond(request, folder).catch(() => undefined);
    return answer ?? new Response(null, { status: 404 });
  };
