import { Controller, Get } from '@nestjs/common';
import { connect } from 'node:net';
import { defineFront } from '../define-service';
import { launchFront } from '../launch-front';
import { expectProblem, id, launch, lines, startThings, type Things } from './things-service.spec';

describe('a service over HTTP', () => {
  let things: Things;
  beforeAll(async () => {
    things = await startThings();
  });
  afterAll(() => things.stop());
  beforeEach(() => lines.splice(0));

  describe('a bad request', () => {
    it.each([
      ['unknown fields', { id, note: 'x', admin: true }, 'admin'],
      ['an operator as a value', { id: { $ne: '' }, note: 'x' }, 'id.$ne'],
      ['an operator as a field', { id, note: 'x', $where: '1' }, '$where'],
      ['a wrong type', { id, note: 1 }, 'note'],
      ['a note too long for its schema', { id, note: 'x'.repeat(10_001) }, 'note'],
    ])('with %s is refused by its field', async (_what, body, field) => {
      const answer = await things.post(JSON.stringify(body), {
        authorization: `Bearer ${await things.admin()}`,
      });
      expectProblem(answer, 422, 'InvalidInput');
      expect(answer.json!['errors']).toEqual([{ field, sentence: expect.stringMatching(/\.$/) }]);
    });

    it.each(['{"id":', '', '{"__proto__":{"admin":true}}', '{"a":{"constructor":{"prototype":{}}}}', '[1'])(
      'whose body is %s cannot be read',
      async (body) => expectProblem(await things.post(body, {}, '/things/free'), 400, 'UnreadableRequest'),
    );

    it('has no operator even where keys are free', async () => {
      expectProblem(await things.post('{"a":[{"$gt":""}]}', {}, '/things/free'), 422, 'InvalidInput');
      expect((await things.post('{"a":1}', {}, '/things/free')).json).toEqual({ keys: ['a'] });
    });

    it('of 1 MB is refused without being read', async () => {
      const answer = await things.post(JSON.stringify({ id, note: 'x'.repeat(1_000_000) }), {
        authorization: `Bearer ${await things.admin()}`,
      });
      expectProblem(answer, 413, 'RequestTooLarge');
    });

    it('in another format, or to another address, is told so', async () => {
      expectProblem(
        await things.call('/things', {
          method: 'POST',
          body: '<a/>',
          headers: { 'content-type': 'text/xml' },
        }),
        415,
        'UnsupportedFormat',
      );
      expectProblem(await things.call('/nowhere'), 404, 'UnknownAddress');
      expectProblem(await things.call('/things/refused', { method: 'DELETE' }), 404, 'UnknownAddress');
      expectProblem(await things.call('/things/%ff'), 400, 'UnreadableRequest');
      expectProblem(await things.call('/things/search?q[$ne]=x'), 422, 'InvalidInput');
    });

    it('that is not even HTTP ends with 400, and the service goes on', async () => {
      const said = await new Promise<string>((resolve) => {
        const socket = connect(Number(new URL(things.service.url).port), '127.0.0.1', () =>
          socket.write('NONSENSE\r\n\r\n'),
        );
        socket.on('data', (data) => resolve(data.toString()));
      });
      expect(said).toMatch(/^HTTP\/1\.1 400/);
      expect((await things.call('/health/live')).status).toBe(200);
    });
  });

  describe('an answer', () => {
    it('that is a refusal is a problem with its details', async () => {
      const answer = await things.call('/things/refused');
      expectProblem(answer, 409, 'SlotAlreadyTaken');
      expect(answer.json).toMatchObject({ detail: 'Ce créneau est pris.', next: 'demain' });
    });

    it('that failed tells nothing of the inside; the log tells it without personal values', async () => {
      const answer = await things.call('/things/broken');
      expectProblem(answer, 500, 'UnexpectedError');
      expect(answer.text).not.toMatch(/secret|marchand|stack/i);
      const log = lines.join('');
      expect(log).toContain('secret of the inside: [mail]');
      expect(log).toContain(answer.headers.get('x-request-id'));
    });

    it('is kept by no cache on its way', async () => {
      for (const path of ['/things/links/abc', '/things/refused', '/nowhere']) {
        const { headers } = await things.call(path);
        expect([headers.get('cache-control'), headers.get('x-content-type-options')]).toEqual([
          'no-store',
          'nosniff',
        ]);
      }
    });

    it('keeps the request id that the gateway gave, and no other text', async () => {
      expect(
        (await things.call('/health/live', { headers: { 'x-request-id': id } })).headers.get('x-request-id'),
      ).toBe(id);
      const forged = await things.call('/health/live', { headers: { 'x-request-id': '<script>' } });
      expect(forged.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    });
  });

  it('logs each request by its route, never its address, its search, its body or its token', async () => {
    const token = await things.admin();
    await things.noting(token);
    await things.call('/things/search?q=Marchand');
    await things.call('/things/links/eyJhbGciOiJIUzI1NiJ9.eyJpZCI6IngifQ.c2lnbmF0dXJl');
    await things.call('/somewhere/Marchand?q=Marchand');
    const log = lines.join('');
    expect(log).not.toMatch(/Marchand|eyJ|c2lnbmF0dXJl/);
    expect(lines.map((line) => JSON.parse(line) as { route?: string }).map(({ route }) => route)).toEqual(
      expect.arrayContaining(['/things', '/things/search', '/things/links/:token', 'none']),
    );
  });

  it('of another shape than it says is an error, in tests', async () => {
    expect((await things.call('/things/listed?said=yes')).json).toEqual({
      items: [{ at: '1970-01-01T00:00:00.000Z', said: 'yes' }],
    });
    expectProblem(await things.call('/things/listed?said=no'), 500, 'UnexpectedError');
    expect(lines.join('')).toContain(
      'ThingsController.listed answers another shape than it says: items.0.said',
    );
  });

  it('takes the long token of a signed link as a parameter', async () => {
    expect((await things.call(`/things/links/${'a'.repeat(900)}`)).json).toEqual({ length: 900 });
  });

  it('describes itself, in French, with its schemas, its rights and its problems', async () => {
    const { json } = await things.call('/openapi.json');
    const document = json as unknown as {
      info: { title: string };
      paths: Record<
        string,
        Record<
          string,
          {
            security?: object[];
            responses: Record<string, object>;
            requestBody?: object;
            parameters?: object[];
          }
        >
      >;
      components: { schemas: Record<string, { additionalProperties?: boolean; required?: string[] }> };
    };
    expect(document.info.title).toBe('Passerelle — Choses');
    const note = document.paths['/things']!['post']!;
    expect(note).toMatchObject({
      security: [{ bearer: [] }],
      'x-right': { action: 'list', subject: 'parked-event' },
    });
    expect(note.responses['default']).toMatchObject({ content: { 'application/problem+json': {} } });
    expect(document.components.schemas['NoteThing']).toMatchObject({
      additionalProperties: false,
      required: ['id', 'note'],
    });
    expect(document.components.schemas['Problem']).toBeDefined();
    // A named query too is the parameters that it holds.
    const listed = document.paths['/things/listed']!['get']!;
    expect(listed.parameters).toEqual([
      expect.objectContaining({ name: 'limit', in: 'query', required: false }),
      expect.objectContaining({ name: 'said', in: 'query', required: false, description: 'What it says.' }),
    ]);
    expect(listed.responses['200']).toMatchObject({
      content: { 'application/json': { schema: { $ref: '#/components/schemas/ListedThings' } } },
    });
    expect(document.components.schemas).toHaveProperty('ListedThings.properties.items');
    expect(document.paths['/things/search']!['get']!.security).toBeUndefined();
    expect(Object.keys(document.paths).filter((path) => /health|metrics|openapi/.test(path))).toEqual([]);
  });

  it('counts its requests by route and status', async () => {
    await things.call('/things/refused');
    const { text, type } = await things.call('/metrics');
    expect(type).toContain('text/plain');
    expect(text).toMatch(
      /passerelle_http_request_seconds_count\{.*method="GET",route="\/things\/refused",status="409".*\} \d/,
    );
    expect(text).toContain('process_cpu_user_seconds_total');
  });

  it('finishes what runs when it is asked to stop, and takes nothing new', async () => {
    const stopping = await launch(things.signIn.issuer);
    const running = fetch(`${stopping.url}/things/slow`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const stop = stopping.stop();
    await expect(running.then((response) => response.json())).resolves.toEqual({ done: true });
    const answered = performance.now();
    await stop;
    // Not kept waiting by a connection that the browser keeps.
    expect(performance.now() - answered).toBeLessThan(3_000);
    await expect(fetch(`${stopping.url}/health/live`)).rejects.toThrow('fetch failed');
  });

  it('refuses to start with a route that says nothing of who may call it', async () => {
    @Controller('forgetful')
    class ForgetfulController {
      @Get()
      forgotten() {}
    }
    const forgetful = defineFront({
      name: 'f',
      title: 'F',
      compose: () => ({ controllers: [ForgetfulController] }),
    });
    await expect(
      launchFront(forgetful, { NODE_ENV: 'test', PORT: '0', OIDC_ISSUER: things.signIn.issuer }),
    ).rejects.toThrow('ForgetfulController.forgotten says nothing');
  });
});
