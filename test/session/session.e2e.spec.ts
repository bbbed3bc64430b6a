import { CookieBrowser } from '@passerelle/testing';
import { startConsoleTown, type ConsoleTown } from './console-town.spec';

const problemOf = async (answer: Response) => ({
  status: answer.status,
  ...((await answer.json()) as { name: string; detail: string }),
});
const ourOwn = { 'sec-fetch-site': 'same-origin' };

describe('signing in', () => {
  let town: ConsoleTown;
  beforeAll(async () => {
    town = await startConsoleTown();
  });
  afterAll(() => town.stop());

  it('leads back to where one was, with a cookie that says nothing', async () => {
    const browser = new CookieBrowser();
    const { at } = await browser.signIn(town, 'claire.marchand', '/ccas/a-traiter?tri=attente');
    expect(at).toBe(`${town.url}/ccas/a-traiter?tri=attente`);
    const sealed = browser.cookies.get(`passerelle-${new URL(town.url).port}`)!;
    expect(sealed.length).toBeLessThan(3_900);
    expect(Buffer.from(sealed, 'base64url').toString()).not.toMatch(/Claire|ccas-worker|91645/);
    // What a sign-in needs on its way is gone when it has arrived.
    expect([...browser.cookies.keys()].filter((name) => name.startsWith('passerelle'))).toHaveLength(1);
  });

  it('says who is there and what they may do', async () => {
    const browser = new CookieBrowser();
    await browser.signIn(town, 'nadia.lemoine');
    const answer = await browser.go(`${town.url}/session`);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const session = (await answer.json()) as { may: object[]; expiresAt: string };
    expect(session).toEqual({
      sub: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
      name: 'Nadia Lemoine',
      roles: ['legal-access-officer'],
      territories: ['91645'],
      may: expect.arrayContaining([{ act: 'schedule', subject: 'permanence' }]) as unknown,
      expiresAt: expect.any(String) as unknown,
    });
    expect(session.may).not.toContainEqual({ act: 'read', subject: 'need' });
    const hours = (Date.parse(session.expiresAt) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(11.9);
    expect(hours).toBeLessThanOrEqual(12);
  });

  it('is asked of whoever has no session', async () => {
    expect(await problemOf(await new CookieBrowser().go(`${town.url}/session`))).toMatchObject({
      status: 401,
      name: 'NotSignedIn',
    });
  });

  it('comes to nothing for a way back that this browser did not begin, or begins elsewhere', async () => {
    const [victim, other] = [new CookieBrowser(), new CookieBrowser()];
    const begun = await other.go(`${town.url}/session/sign-in`);
    const state = new URL(begun.headers.get('location')!).searchParams.get('state')!;
    for (const browser of [victim, other]) {
      const answer = await browser.go(`${town.url}/session/callback?code=stolen&state=${state}`);
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain('La connexion n’a pas abouti');
      expect(browser.cookies.has(`passerelle-${new URL(town.url).port}`)).toBe(false);
    }
    const { at } = await new CookieBrowser().signIn(town, 'claire.marchand', '//evil.example/x');
    expect(at).toBe(`${town.url}/`);
  });

  it('begins at the public address, whatever name led here', async () => {
    const elsewhere = town.url.replace('localhost', '127.0.0.1');
    const another = await town.another();
    const answer = await new CookieBrowser().go(`${another.url}/session/sign-in?to=/x`);
    expect(answer.headers.get('location')).toBe(`${town.url}/session/sign-in?to=%2Fx&here=1`);
    const again = await new CookieBrowser().go(`${another.url}/session/sign-in?to=/x&here=1`);
    expect(again.headers.get('location')).toContain(town.issuer);
    expect(elsewhere).not.toBe(town.url);
  });

  it('works whichever instance of the gateway is asked', async () => {
    const browser = new CookieBrowser();
    await browser.signIn(town, 'claire.marchand');
    const another = await town.another();
    expect((await browser.go(`${another.url}/session`)).status).toBe(200);
    const stranger = await town.another({ SESSION_KEY: 'another secret of at least thirty-two characters' });
    expect(await problemOf(await browser.go(`${stranger.url}/session`))).toMatchObject({
      name: 'SessionExpired',
    });
  });
});

describe('the API by cookie', () => {
  let town: ConsoleTown;
  let claire: CookieBrowser;
  beforeAll(async () => {
    town = await startConsoleTown();
    claire = new CookieBrowser();
    await claire.signIn(town, 'claire.marchand');
  });
  afterAll(() => town.stop());
  const persons = () => `${town.url}/api/people/persons`;

  it('hears who is signed in', async () => {
    expect(await (await claire.go(persons())).json()).toEqual({ calledBy: 'Claire Marchand' });
    const done = await claire.go(persons(), { method: 'POST', headers: ourOwn });
    expect(await done.json()).toEqual({ registeredBy: 'Claire Marchand' });
    const old = await claire.go(persons(), { method: 'POST', headers: { origin: town.url } });
    expect(old.status).toBe(201);
  });

  it('refuses by the service what the role does not allow', async () => {
    const helene = new CookieBrowser();
    await helene.signIn(town, 'helene.dubois');
    expect((await helene.go(`${persons()}/merges`)).status).toBe(200);
    expect(await problemOf(await helene.go(persons(), { method: 'POST', headers: ourOwn }))).toMatchObject({
      status: 403,
      name: 'NotAllowed',
    });
  });

  it.each([
    {},
    { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
    { 'sec-fetch-site': 'same-site', origin: 'http://localhost:9' },
    { origin: 'null' },
  ])('does nothing for another site: %j', async (headers) => {
    const answer = await claire.go(persons(), { method: 'POST', headers: headers as Record<string, string> });
    expect(await problemOf(answer)).toMatchObject({ status: 403, name: 'ForeignOrigin' });
  });

  it('leaves a bearer as it is, and whoever brings nothing to the service', async () => {
    const refused = await claire.go(persons(), {
      method: 'POST',
      headers: { authorization: 'Bearer not-a-token' },
    });
    expect(await problemOf(refused)).toMatchObject({ status: 401, name: 'TokenRefused' });
    expect(await problemOf(await new CookieBrowser().go(persons()))).toMatchObject({ name: 'TokenMissing' });
  });

  it('says that a session is over, for the page to ask for another', async () => {
    const late = new CookieBrowser();
    late.cookies.set(`passerelle-${new URL(town.url).port}`, 'sealed.by.nobody');
    const answer = await late.go(persons(), { method: 'POST', headers: ourOwn });
    expect(await problemOf(answer)).toMatchObject({
      status: 401,
      name: 'SessionExpired',
      detail: expect.stringContaining('ce que vous avez saisi reste') as unknown,
    });
  });
});

describe('a token that ends', () => {
  let town: ConsoleTown;
  beforeAll(async () => {
    // Shorter than the minute before its end in which a token is renewed.
    town = await startConsoleTown({}, { tokenSeconds: 50 });
  });
  afterAll(() => town.stop());

  it('is renewed on the way, and the browser keeps the new one', async () => {
    const browser = new CookieBrowser();
    await browser.signIn(town, 'claire.marchand');
    const name = `passerelle-${new URL(town.url).port}`;
    const first = browser.cookies.get(name);
    const answer = await browser.go(`${town.url}/api/people/persons`);
    expect(await answer.json()).toEqual({ calledBy: 'Claire Marchand' });
    expect(browser.cookies.get(name)).not.toBe(first);
    expect((await browser.go(`${town.url}/session`)).status).toBe(200);
    // The sign-in server goes away: the token in hand still counts, and nobody new comes in.
    await town.stopSignIn();
    expect((await browser.go(`${town.url}/api/people/persons`)).status).toBe(200);
    const stranger = await town.another({ PUBLIC_URL: 'http://127.0.0.1' });
    const page = await new CookieBrowser().go(`${stranger.url}/session/sign-in?here=1`);
    expect([page.status, await page.text()]).toEqual([
      503,
      expect.stringContaining('Le serveur de connexion ne répond pas'),
    ]);
  });
});

describe('signing out', () => {
  let town: ConsoleTown;
  beforeAll(async () => {
    town = await startConsoleTown();
  });
  afterAll(() => town.stop());

  it('ends the session here and at the sign-in server, and the cookie is of no use to who kept it', async () => {
    const browser = new CookieBrowser();
    await browser.signIn(town, 'claire.marchand');
    const kept = new Map(browser.cookies);
    const answer = await browser.go(`${town.url}/session/sign-out`, { method: 'POST', headers: ourOwn });
    const { to } = (await answer.json()) as { to: string };
    expect(to).toContain(`${town.issuer}/session/end?`);
    expect((await browser.go(`${town.url}/session`)).status).toBe(401);
    const thief = new CookieBrowser();
    for (const [name, value] of kept) thief.cookies.set(name, value);
    expect(await problemOf(await thief.go(`${town.url}/session`))).toMatchObject({ name: 'SessionExpired' });
  });

  it('sends a form on', async () => {
    const browser = new CookieBrowser();
    await browser.signIn(town, 'claire.marchand');
    const answer = await browser.go(`${town.url}/session/sign-out`, {
      method: 'POST',
      headers: ourOwn,
      body: new URLSearchParams(),
    });
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      expect.stringContaining(town.issuer),
    ]);
  });

  it('is not done for another site, and is nothing to whoever is not signed in', async () => {
    const browser = new CookieBrowser();
    await browser.signIn(town, 'claire.marchand');
    const forced = await browser.go(`${town.url}/session/sign-out`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(await problemOf(forced)).toMatchObject({ status: 403, name: 'ForeignOrigin' });
    expect((await browser.go(`${town.url}/session`)).status).toBe(200);
    const nobody = await new CookieBrowser().go(`${town.url}/session/sign-out`, {
      method: 'POST',
      headers: ourOwn,
    });
    expect(await nobody.json()).toEqual({ to: '/' });
  });
});
