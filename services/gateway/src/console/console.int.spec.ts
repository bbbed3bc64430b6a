import { createLogger, launchFront, type RunningService } from '@passerelle/platform';
import { testConsoleClient } from '@passerelle/testing';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gateway } from '../gateway.module';

const folder = mkdtempSync(join(tmpdir(), 'passerelle-dist-'));
const dist = join(folder, 'dist');
const script = `console.log("${'é'.repeat(2_000)}")`;
const page = { accept: 'text/html,application/xhtml+xml' };
let running: RunningService;

beforeAll(async () => {
  writeFileSync(join(folder, 'secret.js'), 'not served');
  running = await launchFront(
    gateway,
    {
      ...{ NODE_ENV: 'test', PORT: '0', PUBLIC_URL: 'http://localhost', CONSOLE_FOLDER: dist },
      ...{ OIDC_ISSUER: 'http://127.0.0.1:1', KAFKA_BROKERS: '127.0.0.1:1', ...testConsoleClient },
      SERVICE_URLS: 'people=http://127.0.0.1:1',
    },
    createLogger('gateway', 'silent'),
  );
});
afterAll(async () => {
  await running.stop();
  rmSync(folder, { recursive: true });
});
const get = (path: string, headers: Record<string, string> = {}) => fetch(running.url + path, { headers });

describe('the console', () => {
  it('says what to do while it is not built', async () => {
    const answer = await get('/', page);
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('npm run build');
  });

  it('is there as soon as it is built, at every address of its own', async () => {
    mkdirSync(join(dist, 'assets'), { recursive: true });
    writeFileSync(join(dist, 'index.html'), '<!doctype html><title>Console</title>');
    writeFileSync(join(dist, 'favicon.svg'), '<svg/>');
    writeFileSync(join(dist, 'assets/main-Ab12.js'), script);
    for (const path of ['/', '/ccas/a-traiter?tri=attente', '/personnes/8c1f.x']) {
      const answer = await get(path, page);
      expect([path, answer.status, await answer.text()]).toEqual([
        path,
        200,
        expect.stringContaining('Console'),
      ]);
      expect(answer.headers.get('cache-control')).toBe('no-cache');
      const policy = answer.headers.get('content-security-policy')!;
      expect(policy).toMatch(/^default-src 'self'; .*frame-ancestors 'none'/);
      expect(policy).not.toMatch(/script-src|unsafe-eval/);
    }
    writeFileSync(join(dist, 'index.html'), '<!doctype html><title>Newer</title>');
    expect(await (await get('/', page)).text()).toContain('Newer');
  });

  it('lets assets be kept for ever, and sends them packed', async () => {
    for (const [accepted, encoding] of [
      ['br, gzip', 'br'],
      ['gzip', 'gzip'],
      ['identity', null],
    ] as const) {
      const answer = await get('/assets/main-Ab12.js', { 'accept-encoding': accepted });
      expect(answer.headers.get('content-encoding')).toBe(encoding);
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
      expect(await answer.text()).toBe(script);
    }
    expect((await get('/favicon.svg')).headers.get('content-type')).toContain('image/svg+xml');
  });

  it('sends nothing again that the browser has', async () => {
    const etag = (await get('/', page)).headers.get('etag')!;
    expect((await get('/', { ...page, 'if-none-match': etag })).status).toBe(304);
    expect((await get('/', { ...page, 'if-none-match': '"other"' })).status).toBe(200);
  });

  it.each([
    '/assets/gone.js',
    '/assets/',
    '/api/nobody/x',
    '/p/',
    '/docs/x',
    '/session/x',
    '/live/x',
    '/etat/x',
    '/health/x',
  ])('is not what answers at %s', async (path) => {
    const answer = await get(path, page);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await answer.text()).not.toContain('Newer');
  });

  it('is not what answers a program, or a command', async () => {
    expect((await get('/ccas/a-traiter', { accept: 'application/json' })).status).toBe(404);
    expect((await fetch(running.url + '/ccas', { method: 'POST', headers: page })).status).toBe(404);
  });

  it.each([
    '/assets/../../secret.js',
    '/assets/%2e%2e/%2e%2e/secret.js',
    '/..%2fsecret.js',
    '/assets/.env',
    '/../secret.js',
  ])('shows nothing outside its folder: %s', async (path) => {
    // As it is written: fetch would tidy it up.
    const text = await new Promise<string>((resolve, reject) => {
      const { hostname, port } = new URL(running.url);
      request({ hostname, port, path }, (answer) => {
        let body = '';
        answer.on('data', (chunk) => (body += String(chunk))).on('end', () => resolve(body));
      })
        .on('error', reject)
        .end();
    });
    expect(text).not.toContain('not served');
    expect(text).toContain('UnknownAddress');
  });
});
