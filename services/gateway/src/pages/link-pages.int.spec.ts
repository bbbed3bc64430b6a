import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLogger, launchFront, type RunningService } from '@passerelle/platform';
import { testConsoleClient } from '@passerelle/testing';
import { gateway } from '../gateway.module';

const asked = {
  state: 'open',
  topicLabel: 'Droit de la famille',
  waitingCount: 5,
  urgentCount: 2,
  answerBy: '2026-12-01T07:00:00Z',
  places: [
    {
      id: 'a1',
      name: 'Espace <Veil>',
      address: '3 rue de Paron',
      openings: [{ weekday: 4, from: '09:00', to: '17:30' }],
    },
  ],
  suggestion: { durationMinutes: 120, slotMinutes: 30 },
};
const accepted = {
  state: 'answered',
  topicLabel: 'Droit de la famille',
  answer: {
    answer: 'accept',
    startsAt: '2026-12-10T13:00:00Z',
    endsAt: '2026-12-10T16:00:00Z',
    slots: 6,
    placeName: 'Espace Veil',
    placeAddress: '3 rue de Paron',
  },
};
const declined = { state: 'answered', topicLabel: 'Droit de la famille', answer: { answer: 'decline' } };
const appointment = {
  state: 'planned',
  topicLabel: 'Aide aux victimes',
  appointment: {
    startsAt: '2026-12-03T13:00:00Z',
    endsAt: '2026-12-03T13:30:00Z',
    placeName: 'Espace Veil',
    placeAddress: '3 rue de Paron',
  },
  request: 'placed',
};

let legalAccess: Server;
let running: RunningService;
const acts: { url: string; body: unknown }[] = [];
/** What legal access says to the next act; undefined is a yes. */
let refusal: { status: number; name: string; detail: string; errors?: object[] } | undefined;
/** What it shows, and what it shows after an act. */
let view: object = asked;
let after: object = accepted;
const logged: string[] = [];

beforeAll(async () => {
  legalAccess = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      const answer = (status: number, body: object) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      if (request.method === 'GET') {
        const gone = 'status' in view ? (view as { status: number }).status : 200;
        return answer(gone, view);
      }
      acts.push({ url: request.url!, body: JSON.parse(text) as unknown });
      return refusal ? answer(refusal.status, refusal) : answer(200, after);
    });
  });
  await new Promise<void>((resolve) => legalAccess.listen(0, '127.0.0.1', resolve));
  const logger = createLogger('gateway', 'info', {
    write: (line: string) => void logged.push(line),
  } as never);
  running = await launchFront(
    gateway,
    {
      ...{ NODE_ENV: 'test', PORT: '0', PUBLIC_URL: 'http://localhost' },
      ...{ OIDC_ISSUER: 'http://127.0.0.1:1', KAFKA_BROKERS: '127.0.0.1:1', ...testConsoleClient },
      SERVICE_URLS: `legal-access=http://127.0.0.1:${(legalAccess.address() as AddressInfo).port}`,
    },
    logger,
  );
});

afterAll(async () => {
  await running.stop();
  legalAccess.closeAllConnections();
  legalAccess.close();
});

beforeEach(() => {
  acts.length = 0;
  refusal = undefined;
  view = asked;
  after = accepted;
});

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJpZCI6IjEifQ.abcdef';
const get = (path: string) => fetch(running.url + path);
const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(running.url + path, { method: 'POST', body: new URLSearchParams(fields), headers });
const date = {
  answer: 'accept',
  date: '2026-12-10',
  time: '14:00',
  durationMinutes: '180',
  slotMinutes: '30',
  placeId: 'a1',
};

describe('the page of a partner', () => {
  it('shows what is asked, and acts on nothing', async () => {
    const response = await get(`/p/${TOKEN}`);
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toContain('5 personnes, dont 2 en urgence');
    expect(page).toContain('avant le mardi 1er décembre');
    expect(page).toContain('Espace &lt;Veil&gt;');
    expect(page).toContain('Ouvert jeudi de 9 h à 17 h 30');
    expect(acts).toEqual([]);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
  });

  it('sends the date to legal access and says what comes next', async () => {
    const page = await (await post(`/p/${TOKEN}`, date)).text();
    expect(acts).toEqual([
      {
        url: `/partner-answers/${TOKEN}`,
        body: {
          answer: 'accept',
          date: '2026-12-10',
          time: '14:00',
          durationMinutes: 180,
          slotMinutes: 30,
          placeId: 'a1',
        },
      },
    ]);
    expect(page).toContain('la permanence est fixée');
    expect(page).toMatch(/jeudi 10 décembre 2026, de\s+14\u00a0h à\s+17\u00a0h/);
    expect(page).toContain('6 au plus');
  });

  it('sends a refusal with its reason', async () => {
    after = declined;
    const page = await (await post(`/p/${TOKEN}`, { answer: 'decline', reason: 'Fermés' })).text();
    expect(acts).toEqual([
      { url: `/partner-answers/${TOKEN}`, body: { answer: 'decline', reason: 'Fermés' } },
    ]);
    expect(page).toContain('Votre refus est enregistré');
  });

  it('keeps what was typed when something is missing, and points at it', async () => {
    const response = await post(`/p/${TOKEN}`, {
      ...date,
      time: '',
      placeId: 'other',
      placeName: 'Le "Palais"',
    });
    const page = await response.text();
    expect(response.status).toBe(422);
    expect(page).toContain('href="#time"');
    expect(page).toContain('aria-invalid="true"');
    expect(page).toContain('value="2026-12-10"');
    expect(page).toContain('value="Le &quot;Palais&quot;"');
    expect(acts).toEqual([]);
  });

  it('keeps what was typed when legal access says no to a field', async () => {
    const sentence = 'Ce lieu n’est pas ouvert à cette heure.';
    refusal = {
      status: 409,
      name: 'OutsideOpening',
      detail: sentence,
      errors: [{ field: 'time', sentence }],
    };
    const response = await post(`/p/${TOKEN}`, date);
    const page = await response.text();
    expect(response.status).toBe(409);
    expect(page).toContain(`<a href="#time">${sentence}</a>`);
    expect(page).toContain('value="14:00"');
  });

  it.each([
    [410, 'LinkExpired', 'Ce lien a expiré'],
    [403, 'LinkForged', 'pas valable'],
    [409, 'LinkAlreadyUsed', 'Vous avez déjà répondu'],
    [503, 'Unavailable', 'Réessayez dans quelques minutes'],
  ])('says in a sentence why a link does not work (%i %s)', async (status, name, words) => {
    view = { status, name, detail: 'Contactez la mairie.' };

    for (const response of [
      await get(`/p/${TOKEN}`),
      await post(`/p/${TOKEN}`, date),
      await get(`/r/${TOKEN}`),
    ]) {
      expect(response.status).toBe(status);
      expect(response.headers.get('content-type')).toContain('text/html');
      expect(await response.text()).toContain(words);
    }
    expect(acts).toEqual([]);
  });

  it('shows the first answer to whoever opens the link again', async () => {
    view = accepted;
    expect(await (await get(`/p/${TOKEN}`)).text()).toContain('la permanence est fixée');
    view = declined;
    expect(await (await get(`/p/${TOKEN}`)).text()).toContain('Votre refus est enregistré');
  });

  it('acts for its own form only', async () => {
    const other = await post(`/p/${TOKEN}`, date, { 'sec-fetch-site': 'cross-site' });
    const asJson = await fetch(`${running.url}/p/${TOKEN}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(date),
    });
    expect([other.status, asJson.status]).toEqual([415, 415]);
    expect(acts).toEqual([]);
  });
});

describe('the page of a resident', () => {
  beforeEach(() => (view = appointment));

  it('shows when and where, never why', async () => {
    const page = await (await get(`/r/${TOKEN}`)).text();
    expect(page).toMatch(/jeudi 3 décembre 2026,\s+14\u00a0h/);
    expect(page).toContain('3 rue de Paron');
    expect(page).not.toContain('victimes');
    expect(acts).toEqual([]);
  });

  it.each([
    [{ answer: 'confirm' }, { answer: 'confirm' }, 'confirmed', 'placed', 'nous vous attendons'],
    [
      { answer: 'cancel', wantsAnother: 'yes' },
      { answer: 'cancel', wantsAnother: true },
      'cancelled',
      'waiting',
      'Vous gardez votre place',
    ],
    [
      { answer: 'cancel', wantsAnother: 'yes' },
      { answer: 'cancel', wantsAnother: true },
      'cancelled',
      'placed',
      'Un autre rendez-vous est fixé',
    ],
    [
      { answer: 'cancel', wantsAnother: 'no' },
      { answer: 'cancel', wantsAnother: false },
      'cancelled',
      'returned',
      'Le CCAS en est informé',
    ],
  ])('%j is sent as %j and said', async (fields, body, state, request, words) => {
    after = { ...appointment, state, request };
    const page = await (await post(`/r/${TOKEN}`, fields)).text();
    expect(acts).toEqual([{ url: `/appointment-answers/${TOKEN}`, body }]);
    expect(page).toContain(words);
  });

  it.each([
    ['confirmed', 'Vous avez dit que vous viendrez'],
    ['cancelled', 'Votre rendez-vous est annulé'],
    ['over', 'Ce rendez-vous est passé'],
  ])('shows one that is %s', async (state, words) => {
    view = { ...appointment, state };
    expect(await (await get(`/r/${TOKEN}`)).text()).toContain(words);
  });

  it('does nothing when the form says neither', async () => {
    expect((await post(`/r/${TOKEN}`, {})).status).toBe(422);
    expect(acts).toEqual([]);
  });
});

it('never writes a link in the logs', () => {
  expect(logged.length).toBeGreaterThan(10);
  expect(logged.join('')).toContain('/p/:token');
  expect(logged.join('')).not.toContain('eyJ');
});
