import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol, type Session } from 'electron';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
};

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: false } },
  ]);
}

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

const refuse = (): Response => new Response(null, { status: 404 });

/** Serves the built window from one folder, and nothing outside it. */
export function servePages(session: Session, folder: string): void {
  session.protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    if (url.host !== 'rihai') return refuse();
    const path = normalize(join(folder, decodeURIComponent(url.pathname)));
    const type = TYPES[extname(path)];
    if (!path.startsWith(folder + sep) || type === undefined) return refuse();
    const bytes = await readFile(path).catch(() => undefined);
    if (bytes === undefined) return refuse();
    const headers = { 'content-type': type, 'x-content-type-options': 'nosniff' };
    if (extname(path) !== '.html') return new Response(bytes, { headers });
    const nonce = randomBytes(16).toString('base64');
    const page = bytes.toString('utf8').replace('__CSP_NONCE__', nonce);
    return new Response(page, {
      headers: { ...headers, 'content-security-policy': contentPolicy(nonce) },
    });
  });
}
