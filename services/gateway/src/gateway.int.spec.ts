import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLogger, launchFront, type RunningService } from '@passerelle/platform';
import { testConsoleClient } from '@passerelle/testing';
import { gateway } from './gateway.module';

interface Seen {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

const seen: Seen[] = [];
let answer: (request: Seen, response: ServerResponse) => void;
let service: Server;
let running: RunningService;
let silent: Server;

const portOf = (server: Server) => (server.address() as AddressInfo).port;
const listening = (server: Server) => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const call = (path: string, init: RequestInit = {}) => fetch(running.url + path, init);
const json = (status: number, body: object) => (_request: Seen, response: ServerResponse) =>
  response
    .writeHead(status, { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' })
    .end(JSON.stringify(body));

beforeAll(async () => {
  service = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const one = { method: request.method!, url: request.url!, headers: request.headers, body };
      if (request.url === '/health/ready') return json(200, { status: 'ok' })(one, response);
      seen.push(one);
      answer(one, response);
    });
  });
  silent = createServer(() => undefined);
  const gone = createServer();
  await Promise.all([listening(service), listening(silent), listening(gone)]);
  const deadPort = portOf(gone);
  gone.close();
  running = await launchFront(
    gateway,
    {
      ...{ NODE_ENV: 'test', PORT: '0', PUBLIC_URL: 'http://localhost' },
      ...{ OIDC_ISSUER: 'http://127.0.0.1:1', KAFKA_BROKERS: '127.0.0.1:1', ...testConsoleClient },
      UPSTREAM_TIMEOUT_MS: '400',
      SERVICE_URLS: `people=http://127.0.0.1:${portOf(service)},legal-access=http://127.0.0.1:${portOf(service)},ccas=http://127.0.0.1:${deadPort},directory=http://127.0.0.1:${portOf(silent)}`,
    },
    createLogger('gateway', 'silent'),
  );
});

afterAll(async () => {
  await running.stop();
  for (const server of [service, silent]) {
    server.closeAllConnections();
    server.close();
  }
});

beforeEach(() => {
  seen.length = 0;
  answer = json(200, {});
});

describe('forwarding', () => {
  it('keeps the method, the query, the body and the bearer, and begins a trace', async () => {
    answer = json(201, { id: 'a' });
    const response = await call('/api/people/persons?limit=2', {
      method: 'POST',
      headers: { authorization: 'Bearer x', 'content-type': 'application/json', 'x-territory': '91645' },
      body: '{"id":"a"}',
    });
    expect([response.status, await response.json()]).toEqual([201, { id: 'a' }]);
    expect(seen).toEqual([
      expect.objectContaining({
        method: 'POST',
        url: '/persons?limit=2',
        body: '{"id":"a"}',
        headers: expect.objectContaining({
          authorization: 'Bearer x',
          'x-territory': '91645',
          traceparent: expect.stringMatching(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/),
          'x-request-id': response.headers.get('x-request-id'),
          'x-forwarded-for': '127.0.0.1',
        }),
      }),
    ]);
  });

  it('keeps the caller’s trace, drops cookies and what only a proxy may say', async () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    await call('/api/people/persons', {
      headers: {
        traceparent,
        cookie: 'session=secret',
        'x-forwarded-for': '10.0.0.1',
        forwarded: 'for=10.0.0.1',
      },
    });
    expect(seen[0]!.headers).toMatchObject({ traceparent, 'x-forwarded-for': '127.0.0.1' });
    expect(seen[0]!.headers).not.toHaveProperty('cookie');
    expect(seen[0]!.headers).not.toHaveProperty('forwarded');
  });

  it('lets the refusal of a service through as it is', async () => {
    answer = json(409, { name: 'LookalikeFound', detail: 'Une personne ressemble.', candidates: [1] });
    const response = await call('/api/people/persons', { method: 'POST' });
    expect(response.status).toBe(409);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toEqual({
      name: 'LookalikeFound',
      detail: 'Une personne ressemble.',
      candidates: [1],
    });
  });

  it('passes an answer on while it is being written', async () => {
    let finish = () => {};
    answer = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n');
      finish = () => response.end('data: 2\n\n');
    };
    const reader = (await call('/api/people/live')).body!.getReader();
    expect(new TextDecoder().decode((await reader.read()).value)).toBe('data: 1\n\n');
    finish();
    expect(new TextDecoder().decode((await reader.read()).value)).toBe('data: 2\n\n');
  });

  it.each([
    ['/api/ccas/needs', 503, 'ServiceUnavailable', 'Le service « CCAS » ne répond pas'],
    ['/api/directory/partners', 504, 'ServiceTooSlow', 'Annuaire des partenaires'],
    ['/api/unknown/x', 404, 'UnknownService', 'Aucun service'],
    ['/api/people/metrics', 404, 'UnknownAddress', 'n’existe pas'],
    ['/nothing', 404, 'UnknownAddress', 'n’existe pas'],
  ])('%s is a problem of %i', async (path, status, name, words) => {
    const response = await call(path);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({ status, name, detail: expect.stringContaining(words) });
    expect(seen).toEqual([]);
  });

  it('asks a service that says it is not ready once, not ten times', async () => {
    answer = json(503, { name: 'Starting' });
    expect((await call('/api/people/persons')).status).toBe(503);
    expect(seen).toHaveLength(1);
  });

  it('refuses a body that no service would take', async () => {
    const response = await call('/api/people/persons', { method: 'POST', body: 'x'.repeat(300_000) });
    expect([response.status, ((await response.json()) as { name: string }).name]).toEqual([
      413,
      'RequestTooLarge',
    ]);
    expect(seen).toEqual([]);
  });
});

describe('what is made of several services’ answers', () => {
  const bearer = { authorization: 'Bearer x', 'x-territory': '91645' };

  it('asks each with the reader’s own token, oldest first, and says who did not answer', async () => {
    let first = true;
    answer = (request, response) => {
      const parkedAt = first ? '2026-11-24T10:00:00Z' : '2026-11-24T09:00:00Z';
      first = false;
      json(200, { items: [{ id: parkedAt, parkedAt }], total: 1 })(request, response);
    };
    const response = await call('/api/parked-events', { headers: bearer });
    expect(await response.json()).toEqual({
      items: [
        expect.objectContaining({ parkedAt: '2026-11-24T09:00:00Z' }),
        expect.objectContaining({ parkedAt: '2026-11-24T10:00:00Z' }),
      ],
      total: 2,
      missing: ['CCAS', 'Annuaire des partenaires'],
    });
    expect(seen.map(({ url, headers }) => [url, headers.authorization, headers['x-territory']])).toEqual([
      ['/parked?limit=200', 'Bearer x', '91645'],
      ['/parked?limit=200', 'Bearer x', '91645'],
    ]);
  }, 15_000);

  it('asks for days in Paris, and keeps the latest lines of all', async () => {
    answer = (request, response) => {
      const items = [{ at: '2026-11-24T10:00:00Z' }, { at: '2026-11-23T10:00:00Z' }];
      json(200, { items, total: 7 })(request, response);
    };
    const query = 'actor=claire&from=2026-07-01&to=2026-11-24&limit=3';
    const response = await call(`/api/access-log?${query}`, { headers: bearer });
    const { items, total } = (await response.json()) as { items: { at: string }[]; total: number };
    expect(items.map(({ at }) => at.slice(8, 10))).toEqual(['24', '24', '23']);
    expect(total).toBe(14);
    expect(new URL(seen[0]!.url, 'http://x').search.slice(1).split('&').map(decodeURIComponent)).toEqual([
      'actor=claire',
      'from=2026-06-30T22:00:00.000Z',
      'to=2026-11-24T23:00:00.000Z',
      'limit=3',
    ]);
    expect((await call('/api/access-log?limit=0', { headers: bearer })).status).toBe(422);
  }, 15_000);

  describe('a copy of all that is held about a person', () => {
    const [kept, merged, copyId] = [
      '01a20c24-dc65-757c-9628-224d10b950dd',
      '01a20c24-dc65-757c-9628-224d10b950de',
      '01a20c24-dc65-757c-9628-224d10b950df',
    ];
    const make = () =>
      call(`/api/persons/${merged}/copies`, {
        method: 'POST',
        headers: { ...bearer, 'content-type': 'application/json' },
        body: JSON.stringify({ id: copyId }),
      });

    it('is journaled before any service is asked, and says that it is not whole when one is away', async () => {
      answer = (request, response) => {
        if (request.url.endsWith('/files'))
          return json(200, { keptId: kept, ids: [kept, merged] })(request, response);
        if (request.method === 'POST') return json(201, { id: copyId })(request, response);
        const fact = { label: 'Vos mots', value: '<b>« mon loyer »</b>' };
        const item = { id: 'n', title: 'Besoin', at: '2026-11-24T09:00:00Z', facts: [fact] };
        json(200, { parts: [{ title: 'Besoins', items: [item] }] })(request, response);
      };
      const { copy, page } = (await (await make()).json()) as { copy: Record<string, unknown>; page: string };
      expect(seen.map(({ method, url }) => `${method} ${url}`)).toEqual([
        `GET /persons/${merged}/files`,
        `POST /persons/${kept}/copies`,
        `GET /persons/${kept}/held?also=${merged}`,
        `GET /persons/${kept}/held?also=${merged}`,
      ]);
      expect(copy).toMatchObject({
        ...{ id: copyId, personId: kept, ids: [kept, merged], complete: false },
        missing: ['CCAS', 'Annuaire des partenaires'],
      });
      expect(page).toContain('Cette copie n’est pas complète.');
      expect(page).toContain('mardi 24 novembre, 10 h');
      expect(page).toContain('&lt;b&gt;« mon loyer »&lt;/b&gt;');
      expect(page).not.toMatch(/<script|http:/);
    }, 15_000);

    it('is not made when the directory refuses to journal it', async () => {
      answer = (request, response) => {
        if (request.url.endsWith('/files'))
          return json(200, { keptId: kept, ids: [kept] })(request, response);
        json(403, { name: 'NotAllowed', detail: 'Votre rôle ne permet pas cette action.' })(
          request,
          response,
        );
      };
      expect((await make()).status).toBe(403);
      expect(seen).toHaveLength(2);
    });
  });

  it('answers the services’ own refusal, and asks nobody for who is not signed in', async () => {
    answer = json(403, { name: 'NotAllowed', detail: 'Votre rôle ne permet pas cette action.' });
    const refused = await call('/api/parked-events', { headers: bearer });
    expect([refused.status, await refused.json()]).toMatchObject([403, { name: 'NotAllowed' }]);
    seen.length = 0;
    expect((await call('/api/parked-events')).status).toBe(401);
    expect(seen).toEqual([]);
  }, 15_000);
});

describe('the whole system', () => {
  it('is ready when every service is, and says which is not', async () => {
    const response = await call('/health/ready');
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({
      status: 'error',
      details: { people: { status: 'up' }, ccas: { status: 'down', why: 'cannot be reached' } },
    });
  });

  it('is described at one address, as far as it answers', async () => {
    answer = json(200, { paths: { '/persons': { get: { summary: 'Chercher' } } } });
    const document = (await (await call('/openapi.json')).json()) as { paths: object };
    expect(Object.keys(document.paths)).toEqual([
      '/api/people/persons',
      '/api/legal-access/persons',
      '/api/parked-events',
      '/api/access-log',
      '/api/persons/{id}/copies',
    ]);
    const page = await (await call('/docs')).text();
    expect(page).toContain('/api/people/persons');
    expect(page).toContain('Chercher');
  });

  it('says what answers to whoever asks, without a sign-in', async () => {
    const response = await call('/etat');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    const page = await response.text();
    expect(page).toContain('CCAS : ne répond pas');
    expect(page).not.toMatch(/<script|style=/);
    expect((await call('/passerelle.css')).headers.get('content-type')).toContain('text/css');
  });
});
