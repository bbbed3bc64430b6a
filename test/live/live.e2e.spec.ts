import { parisDay } from '@passerelle/calendar';
import {
  CookieBrowser,
  eventually,
  freePort,
  startServiceProcess,
  testConsoleClient,
  uniquePrefix,
  type ServiceProcess,
} from '@passerelle/testing';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSignInServer } from '../../deploy/local/sign-in/sign-in-server';
import { Line } from './heard';

jest.setTimeout(120_000);

/** Of letters only, and like no other: a look-alike would be asked about. */
const aName = () =>
  `Q${Array.from({ length: 12 }, () => String.fromCharCode(97 + Math.floor(Math.random() * 26))).join('')}`;

// Real services, real Kafka, two gateways as processes, people who sign in as people do.
describe('what happens, in every browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-live-'));
  const stops: (() => Promise<unknown>)[] = [];
  const lines: Line[] = [];
  let town: { url: string };
  let gateways: ServiceProcess[];

  beforeAll(async () => {
    const [signInPort, port] = [await freePort(), await freePort()];
    const [issuer, publicUrl] = [`http://localhost:${signInPort}`, `http://localhost:${port}`];
    const secret = testConsoleClient.OIDC_CLIENT_SECRET;
    const signIn = await startSignInServer({
      ...{
        port: signInPort,
        issuer,
        publicUrl,
        folder,
        notificationsSecret: 'unused',
        consoleSecret: secret,
      },
    });
    stops.push(() => signIn.stop());
    const prefix = uniquePrefix('live');
    const common = {
      ...{ OIDC_ISSUER: issuer, MONGODB_DATABASE_PREFIX: prefix, TOPIC_PREFIX: prefix, LOG_LEVEL: 'warn' },
      SERVED_TERRITORIES: '91645,91477',
      LINK_SIGNING_KEY: 'a key for links of at least thirty-two characters',
    };
    const services = await Promise.all(['people', 'ccas'].map((name) => startServiceProcess(name, common)));
    stops.push(...services.map((service) => () => service.stop()));
    const variables = {
      ...{ ...common, ...testConsoleClient, PUBLIC_URL: publicUrl, HOST: 'localhost' },
      SERVICE_URLS: `people=${services[0]!.url},ccas=${services[1]!.url}`,
    };
    gateways = await Promise.all([
      startServiceProcess('gateway', { ...variables, PORT: String(port) }),
      startServiceProcess('gateway', { ...variables, HOST: '127.0.0.1' }),
    ]);
    stops.unshift(...gateways.map((one) => () => one.stop()));
    town = { url: publicUrl };
  });
  afterEach(() => {
    for (const line of lines.splice(0)) line.close();
  });
  afterAll(async () => {
    for (const stop of stops) await stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function signedIn(login: string) {
    const browser = new CookieBrowser();
    await browser.signIn(town, login);
    return browser;
  }
  async function listening(browser: CookieBrowser, gateway = 0, lastId?: string) {
    const url = gateway === 0 ? town.url : gateways[gateway]!.url;
    const line = await Line.open(browser, url, lastId);
    lines.push(line);
    return line;
  }
  async function command(browser: CookieBrowser, path: string, body: object) {
    const answer = await browser.go(`${town.url}/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status} ${await answer.text()}`);
  }
  /** A command by cookie, through the first gateway. */
  async function noteNeed(browser: CookieBrowser) {
    const [id, personId] = [randomUUID(), randomUUID()];
    await command(browser, 'people/persons', { id: personId, firstName: 'Zoé', lastName: aName() });
    const words = 'Je ne rembourse plus mes crédits';
    await command(browser, 'ccas/needs', {
      id,
      personId,
      words,
      topic: 'debt',
      contactedOn: parisDay(new Date()),
    });
    return id;
  }
  /** Both gateways hear: their first `again` has come, or came before we listened. */
  async function bothHear(browser: CookieBrowser) {
    await eventually(async () => {
      const [one, two] = [await listening(browser), await listening(browser, 1)];
      const id = await noteNeed(browser);
      await eventually(async () => expect(keys(one)).toContain(id), { withinMs: 3_000 });
      await eventually(async () => expect(keys(two)).toContain(id), { withinMs: 3_000 });
    });
  }
  const keys = (line: Line) => line.about('ccas.need').map(({ data }) => data['key']);

  it('is told by every gateway to those who may know, and says nothing of anybody', async () => {
    const [claire, helene] = [await signedIn('claire.marchand'), await signedIn('helene.dubois')];
    await bothHear(claire);
    const [elsewhere, admin] = [await signedIn('karim.petit'), await signedIn('admin')];
    const [colleague, supervisor] = [await listening(claire), await listening(helene, 1)];
    const [stranger, administrator] = [await listening(elsewhere), await listening(admin, 1)];
    const asked = performance.now();
    const id = await noteNeed(claire);
    await eventually(async () => expect(keys(colleague)).toContain(id));
    await eventually(async () => expect(keys(supervisor)).toContain(id));
    const first = [colleague, supervisor].map((line) =>
      line.about('ccas.need').find(({ data }) => data['key'] === id)!,
    );
    process.stderr.write(
      `two commands to two browsers: ${first.map(({ at }) => Math.round(at - asked))} ms\n`,
    );
    for (const { data } of first) {
      expect(data).toEqual({
        ...{ topic: 'ccas.need', key: id, territory: '91645' },
        type: expect.stringMatching(/^Need/) as unknown,
        at: expect.stringMatching(/^\d{4}-.*Z$/) as unknown,
      });
    }
    expect(stranger.about('ccas.need')).toEqual([]);
    expect(administrator.about('ccas.need')).toEqual([]);
    expect(colleague.about('people.person')).toHaveLength(1);
    expect(administrator.about('people.person')).toEqual([]);
  });

  it('is told again to a browser that lost its line, and where nobody knows, that nobody does', async () => {
    const claire = await signedIn('claire.marchand');
    await bothHear(claire);
    const line = await listening(claire);
    const first = await noteNeed(claire);
    await eventually(async () => expect(keys(line)).toContain(first));
    await eventually(async () => expect(line.about('people.person')).toHaveLength(1));
    line.close();
    const missed = await noteNeed(claire);
    await eventually(async () => {
      const back = await listening(claire, 0, line.lastId);
      await eventually(async () => expect(keys(back)).toContain(missed), { withinMs: 1_000 });
      expect(keys(back)).not.toContain(first);
      expect(back.agains).toBe(0);
    });
    const elsewhere = await listening(claire, 1, line.lastId);
    await eventually(async () => expect(elsewhere.agains).toBe(1));
  });

  it('is told to nobody without a session, and no more once it has ended', async () => {
    const answer = await new CookieBrowser().go(`${town.url}/live`);
    expect([answer.status, ((await answer.json()) as { name: string }).name]).toEqual([401, 'NotSignedIn']);
    const claire = await signedIn('claire.marchand');
    const line = await listening(claire);
    await claire.go(`${town.url}/session/sign-out`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    await eventually(async () => expect(line.ended).toBe(true));
  });

  it('holds no gateway up that stops', async () => {
    const line = await listening(await signedIn('claire.marchand'), 1);
    const asked = performance.now();
    expect(await gateways[1]!.stop()).toBe(0);
    expect(performance.now() - asked).toBeLessThan(4_500);
    await eventually(async () => expect(line.ended).toBe(true));
  });
});
