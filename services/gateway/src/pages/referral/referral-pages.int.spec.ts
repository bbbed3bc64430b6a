import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLogger, launchFront, type RunningService } from '@passerelle/platform';
import { testConsoleClient } from '@passerelle/testing';
import { gateway } from '../../gateway.module';

const shown = {
  topicLabel: 'Mobilité',
  sentAt: '2026-11-24T09:00:00Z',
  urgency: 'urgent',
  answerBy: '2026-12-24T07:00:00Z',
  message: 'Cherche une <aide> au permis.\nDisponible le mercredi.',
  contactWay: 'direct',
  contact: 'Karim Lefort, 06 39 98 00 00',
};
const open = { state: 'open', asked: false, exchange: [], ...shown };
const asked = {
  ...{ ...open, asked: true },
  exchange: [{ kind: 'question', text: 'A-t-il le code ?', at: '2026-11-25T09:00:00Z' }],
};
const accepted = { state: 'accepted', exchange: [], ...shown };
const over = (how: string) => ({ state: 'over', how, topicLabel: 'Mobilité', sentAt: shown.sentAt });

let ccas: Server;
let running: RunningService;
const acts: { url: string; body: unknown }[] = [];
/** What the CCAS shows, and what it says to an act. */
let view: object = open;
let after: object & { status?: number } = accepted;

beforeAll(async () => {
  ccas = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      const isAct = request.method === 'POST';
      if (isAct) acts.push({ url: request.url!, body: JSON.parse(text) as unknown });
      const answer = (isAct ? after : view) as { status?: number };
      response
        .writeHead(answer.status ?? 200, { 'content-type': 'application/json' })
        .end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => ccas.listen(0, '127.0.0.1', resolve));
  running = await launchFront(
    gateway,
    {
      ...{ NODE_ENV: 'test', PORT: '0', PUBLIC_URL: 'http://localhost' },
      ...{ OIDC_ISSUER: 'http://127.0.0.1:1', KAFKA_BROKERS: '127.0.0.1:1', ...testConsoleClient },
      SERVICE_URLS: `ccas=http://127.0.0.1:${(ccas.address() as AddressInfo).port}`,
    },
    createLogger('gateway', 'silent'),
  );
});
afterAll(async () => {
  await running.stop();
  ccas.closeAllConnections();
  ccas.close();
});
beforeEach(() => {
  acts.length = 0;
  view = open;
  after = accepted;
});

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJpZCI6IjEifQ.abcdef';
const get = async () => (await fetch(`${running.url}/o/${TOKEN}`)).text();
const post = (fields: Record<string, string>) =>
  fetch(`${running.url}/o/${TOKEN}`, { method: 'POST', body: new URLSearchParams(fields) });

describe('the page of a partner about a person', () => {
  it('shows the least that is needed to answer, and acts on nothing', async () => {
    const page = await get();
    expect(page).toContain('Cherche une &lt;aide&gt; au permis.\nDisponible le mercredi.');
    expect(page).toContain('Karim Lefort, 06 39 98 00 00');
    expect(page).toContain('(urgent)');
    expect(page).toContain('avant le jeudi 24 décembre');
    expect(acts).toEqual([]);
  });

  it('reaches the person through the CCAS where that was chosen', async () => {
    view = { ...open, contactWay: 'through-ccas', contact: undefined };
    expect(await get()).toContain('Passez par le CCAS');
  });

  it('sends what is answered to the CCAS, and says what comes next', async () => {
    const page = await (await post({ answer: 'accept' })).text();
    expect(acts).toEqual([{ url: `/referral-answers/${TOKEN}`, body: { answer: 'accept' } }]);
    expect(page).toContain('Merci, vous recevez cette personne');
    after = over('declined');
    expect(await (await post({ answer: 'decline', reason: 'Complet.' })).text()).toContain(
      'Votre refus est enregistré',
    );
  });

  it('sends a question under the id that the page was made with, so that a double click is one question', async () => {
    const id = / name="id" value="([0-9a-f-]{36})"/.exec(await get())![1]!;
    after = asked;
    const page = await (await post({ answer: 'ask', id, question: 'A-t-il le code ?' })).text();
    expect(acts[0]!.body).toEqual({ answer: 'ask', id, question: 'A-t-il le code ?' });
    expect(page).toContain('Votre question est transmise');
    view = asked;
    expect(await get()).toMatch(/A-t-il le code \?[^]*Une autre question \?/);
  });

  it('keeps what was typed when something is missing, and points at it', async () => {
    const id = '3b241101-e2bb-4255-8caf-4136c566a962';
    const response = await post({ answer: 'ask', id, question: '' });
    const page = await response.text();
    expect(response.status).toBe(422);
    expect(page).toContain('href="#question"');
    expect(page).toContain(`value="${id}"`);
    expect(acts).toEqual([]);
  });

  it('asks what became of the person once it accepted', async () => {
    view = accepted;
    expect(await get()).toContain('Nous n’avons finalement pas pu');
    expect((await post({ answer: 'close' })).status).toBe(422);
    after = over('closed');
    const page = await (await post({ answer: 'close', outcome: 'met', words: '' })).text();
    expect(acts[0]!.body).toEqual({ answer: 'close', outcome: 'met' });
    expect(page).toContain('le CCAS est informé');
  });

  it.each([
    ['declined', 'Votre refus est enregistré'],
    ['expired', 'Le délai de réponse est passé'],
    ['withdrawn', 'Cette demande est retirée'],
    ['closed', 'le CCAS est informé'],
  ])('says nothing of the person once it is %s', async (how, words) => {
    view = over(how);
    const page = await get();
    expect(page).toContain(words);
    expect(page).not.toMatch(/Karim|permis/);
  });

  it('says in a sentence why an answer comes too late', async () => {
    const detail = 'Le CCAS a retiré cette orientation : il n’y a plus rien à faire.';
    after = { status: 409, name: 'ReferralWithdrawn', detail } as object;
    const page = await (await post({ answer: 'accept' })).text();
    expect(page).toContain('Cette demande est retirée');
    expect(page).toContain(detail);
  });
});
