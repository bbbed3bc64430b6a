import { CannotImport } from '../cannot-import';
import { Api, RowRefused, type ApiOptions } from './api';

function api(answers: (Response | Error)[], more: Partial<ApiOptions> = {}) {
  const calls: { url: string; init: RequestInit }[] = [];
  const renewals: boolean[] = [];
  const made = new Api({
    gateway: 'http://gateway',
    territory: '91645',
    token: async (renew) => {
      renewals.push(renew);
      return renew ? 'second' : 'first';
    },
    wait: async () => undefined,
    fetch: (async (url: string, init: RequestInit) => {
      calls.push({ url, init });
      const next = answers.length > 1 ? answers.shift()! : answers[0]!;
      if (next instanceof Error) throw next;
      return next.clone();
    }) as typeof fetch,
    ...more,
  });
  return { made, calls, renewals };
}
const answer = (status: number, body: object = {}) => Response.json(body, { status });

describe('calling the API', () => {
  it('sends the bearer and the territory', async () => {
    const { made, calls } = api([answer(201, { id: 'a' })]);
    await expect(made.post('/api/ccas/needs', { id: 'a' })).resolves.toEqual({ id: 'a' });
    expect(calls[0]).toMatchObject({
      url: 'http://gateway/api/ccas/needs',
      init: { body: '{"id":"a"}', headers: { authorization: 'Bearer first', 'x-territory': '91645' } },
    });
  });

  it('waits for a service that is away, and never gives the row up meanwhile', async () => {
    const { made, calls } = api([
      new TypeError('fetch failed'),
      answer(503),
      answer(504),
      answer(429),
      answer(200, { id: 'a' }),
    ]);
    await expect(made.post('/x', {})).resolves.toEqual({ id: 'a' });
    expect(calls).toHaveLength(5);
  });

  it('says meanwhile why nothing moves', async () => {
    const said: string[] = [];
    const away = answer(503, { detail: 'Le service « CCAS » ne répond pas.' });
    const { made } = api([away, answer(502), answer(200)], { onWait: (why) => said.push(why) });
    await made.post('/x', {});
    expect(said).toEqual(['Le service « CCAS » ne répond pas.', 'Passerelle répond 502.']);
  });

  it('notices at once that nothing is there, or something else', async () => {
    await expect(api([new TypeError('fetch failed')]).made.check()).rejects.toThrow(
      'Passerelle est-elle démarrée ?',
    );
    await expect(api([answer(404)]).made.check()).rejects.toThrow('ce n’est pas Passerelle');
    await expect(api([answer(200)]).made.check()).resolves.toBeUndefined();
  });

  it('stops the import when it stays away', async () => {
    const { made } = api([answer(503, { detail: 'Le service « CCAS » ne répond pas.' })], { patienceMs: -1 });
    await expect(made.post('/x', {})).rejects.toThrow('Le service « CCAS » ne répond pas.');
    await expect(made.post('/x', {})).rejects.toThrow(CannotImport);
  });

  it('renews an expired token once', async () => {
    const { made, renewals } = api([answer(401), answer(200, { id: 'a' })]);
    await expect(made.post('/x', {})).resolves.toEqual({ id: 'a' });
    expect(renewals).toEqual([false, true]);
    await expect(api([answer(401)]).made.post('/x', {})).rejects.toThrow(CannotImport);
  });

  it.each([403, 404])('stops the import on %i: no row would go through', async (status) => {
    await expect(api([answer(status)]).made.post('/x', {})).rejects.toThrow(CannotImport);
  });

  it('gives back what concerns the row alone, with the sentences of the service', async () => {
    const refused = answer(422, {
      name: 'InvalidInput',
      detail: 'La demande est incomplète.',
      errors: [{ field: 'words', sentence: 'Ce texte est trop long.' }],
    });
    const error = await api([refused])
      .made.post('/x', {})
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RowRefused);
    expect(error).toMatchObject({
      rule: 'InvalidInput',
      message: 'La demande est incomplète. words : Ce texte est trop long.',
    });
  });

  it('does nothing more once stopped', async () => {
    const { made, calls } = api([answer(200)], { signal: AbortSignal.abort() });
    await expect(made.post('/x', {})).rejects.toThrow();
    expect(calls).toEqual([]);
  });
});
