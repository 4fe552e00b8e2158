import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentPolicy, pageServer, previewPolicy } from './pages';

const PAGE = '<meta name="csp-nonce" content="__CSP_NONCE__" />';

describe('the pages of the window', () => {
  let base = '';
  let ask: (url: string, method?: string) => Promise<Response>;
  beforeAll(() => {
    base = mkdtempSync(join(tmpdir(), 'rihai-pages-'));
    const folder = join(base, 'renderer');
    mkdirSync(join(folder, 'assets'), { recursive: true });
    mkdirSync(join(base, 'renderer-old'));
    writeFileSync(join(folder, 'index.html'), PAGE);
    writeFileSync(join(folder, 'assets', 'app.js'), 'void 0;');
    writeFileSync(join(folder, 'notes.txt'), 'a type that no page needs');
    writeFileSync(join(base, 'secret.html'), 'outside');
    writeFileSync(join(base, 'renderer-old', 'index.html'), 'outside');
    symlinkSync(join(base, 'secret.html'), join(folder, 'link.html'));
    symlinkSync(join(base, 'renderer-old'), join(folder, 'old'));
    const serve = pageServer(folder);
    ask = (url, method = 'GET') => serve({ url, method });
  });
  afterAll(() => {
    rmSync(base, { recursive: true, force: true });
  });

  it('are served from the built folder, each under its type', async () => {
    const script = await ask('app://rihai/assets/app.js');
    expect(script.status).toBe(200);
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await script.text()).toBe('void 0;');
  });

  it('carry a policy whose nonce is in the page and is never used twice', async () => {
    const nonces = new Set<string>();
    for (let times = 0; times < 3; times++) {
      const page = await ask('app://rihai/index.html');
      const nonce = /content="([^"]+)"/u.exec(await page.text())?.[1] ?? '';
      expect(Buffer.from(nonce, 'base64')).toHaveLength(16);
      expect(page.headers.get('content-security-policy')).toBe(contentPolicy(nonce));
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
  });

  it('may do what the policy says and nothing else', () => {
    expect(contentPolicy('N')).toBe(
      "default-src 'none'; script-src 'self'; connect-src 'none'; object-src 'none'; " +
        "frame-src 'none'; base-uri 'none'; form-action 'none'; " +
        "require-trusted-types-for 'script'; trusted-types rihai; " +
        "style-src 'self' 'nonce-N'; font-src 'self'; img-src 'self'; worker-src 'none'",
    );
  });

  it('that show one document may make a worker of our scripts, which goes by the same policy', async () => {
    expect(previewPolicy()).toBe(
      "default-src 'none'; script-src 'self'; connect-src 'none'; object-src 'none'; " +
        "frame-src 'none'; base-uri 'none'; form-action 'none'; " +
        "require-trusted-types-for 'script'; trusted-types rihai; worker-src 'self'",
    );
    const serve = pageServer(join(base, 'renderer'), previewPolicy);
    const script = await serve({ url: 'app://rihai/assets/app.js', method: 'GET' });
    expect(script.headers.get('content-security-policy')).toBe(previewPolicy());
  });

  it.each([
    ['a file that is not there', 'app://rihai/other.html'],
    ['the folder itself', 'app://rihai/'],
    ['dots', 'app://rihai/../secret.html'],
    ['encoded dots', 'app://rihai/%2e%2e/secret.html'],
    ['encoded dots and slashes', 'app://rihai/%2e%2e%2fsecret.html'],
    ['dots encoded twice', 'app://rihai/%252e%252e%252fsecret.html'],
    ['backslashes', 'app://rihai/..%5csecret.html'],
    ['a sibling that begins with the same name', 'app://rihai/..%2frenderer-old/index.html'],
    ['an absolute path', 'app://rihai//etc/passwd'],
    ['an encoded absolute path', 'app://rihai/%2fetc%2fpasswd'],
    ['a link to a file outside', 'app://rihai/link.html'],
    ['a link to a folder outside', 'app://rihai/old/index.html'],
    ['another host', 'app://other/index.html'],
    ['a look-alike host', 'app://rihai.evil/index.html'],
    ['no host', 'app:///index.html'],
    ['another scheme', 'file://rihai/index.html'],
    ['a type that no page needs', 'app://rihai/notes.txt'],
    ['a path that is no text', 'app://rihai/%E0%A4%A'],
    ['a path with a zero byte', 'app://rihai/index.html%00.html'],
    ['no address at all', 'rihai'],
  ])('answer 404 to %s', async (_what, url) => {
    const answered = await ask(url);
    expect(answered.status).toBe(404);
    expect(await answered.text()).toBe('');
  });

  it('are only read', async () => {
    expect((await ask('app://rihai/index.html', 'POST')).status).toBe(404);
  });
});
