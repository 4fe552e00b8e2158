import { randomBytes } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

/** Our own scheme and host; no page comes from anywhere else. */
export const SCHEME = 'app';
const HOST = 'rihai';
export const ORIGIN = `${SCHEME}://${HOST}/`;
export const FIRST_PAGE = `${ORIGIN}index.html`;
export const PREVIEW_PAGE = `${ORIGIN}preview.html`;
export const PRINT_PAGE = `${ORIGIN}print.html`;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
};

const CLOSED = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'none'",
  "object-src 'none'",
  "frame-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types rihai',
];

/** Policy of the window's page; the nonce is fresh in each served page (React Aria's one style takes it). */
export const contentPolicy = (nonce: string): string =>
  [
    ...CLOSED,
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self'",
    "worker-src 'none'",
  ].join('; ');

/** Policy of a page that shows one document: scripts of ours, one of them as a worker, and nothing else. */
export const previewPolicy = (): string => [...CLOSED, "worker-src 'self'"].join('; ');

/** Policy of the page that is printed: our script, style and fonts, and pictures it has made itself. */
export const printPolicy = (): string =>
  [...CLOSED, "style-src 'self'", "font-src 'self'", 'img-src data:', "worker-src 'none'"].join(
    '; ',
  );

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

type Policy = (nonce: string) => string;

async function respond(
  request: Request,
  folder: string,
  policyOf: Policy,
): Promise<Response | undefined> {
  const file = await fileOf(request, folder);
  const type = TYPES[extname(file ?? '')];
  if (file === undefined || type === undefined) return undefined;
  const bytes = await readFile(file);
  const nonce = randomBytes(16).toString('base64');
  const headers = {
    'content-type': type,
    'x-content-type-options': 'nosniff',
    // Of a script too: as a worker it goes by the policy it came with.
    'content-security-policy': policyOf(nonce),
  };
  if (extname(file) !== '.html') return new Response(bytes, { headers });
  return new Response(bytes.toString('utf8').replace('__CSP_NONCE__', nonce), { headers });
}

/** Answers requests of a window with files of one folder, and 404 to everything else. */
export const pageServer =
  (folder: string, policyOf: Policy = contentPolicy) =>
  async (request: Request): Promise<Response> => {
    const answer = await respond(request, folder, policyOf).catch(() => undefined);
    return answer ?? new Response(null, { status: 404 });
  };
