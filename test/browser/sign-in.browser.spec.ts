import { type Browser } from 'playwright-core';
import { startConsoleTown, type ConsoleTown } from '../session/console-town.spec';
import { faultsOf, pageFor, startChromium } from './chromium';

jest.setTimeout(120_000);

// In a real browser, by keyboard alone: what a browser sends by itself (cookies, Sec-Fetch-Site) is what the gateway counts on.
describe('signing in and out', () => {
  let town: ConsoleTown;
  let browser: Browser;
  beforeAll(async () => {
    [town, browser] = await Promise.all([startConsoleTown(), startChromium()]);
  });
  afterAll(async () => {
    await browser?.close();
    await town?.stop();
  });

  it.each([
    ['light', 1_280],
    ['light', 320],
    ['dark', 1_280],
    ['dark', 320],
  ] as const)('%s, %i px', async (theme, width) => {
    const page = await pageFor(browser, theme, width);
    const ask = (script: string) => page.evaluate<unknown>(script);
    const type = async (...words: string[]) => {
      for (const [at, word] of words.entries()) {
        if (at > 0) await page.keyboard.press('Tab');
        await page.keyboard.type(word);
      }
      await page.keyboard.press('Enter');
    };
    await page.goto(`${town.url}/session/sign-in?to=/etat?depuis=ici`);
    expect(await faultsOf(page)).toEqual([]);
    await type('lucie.martin', 'wrong');
    await page.waitForSelector('[role=alert]');
    expect(await faultsOf(page)).toEqual([]);
    await type('', 'demo');
    await page.waitForURL(`${town.url}/etat?depuis=ici`);
    expect(await faultsOf(page)).toEqual([]);

    expect(await ask('document.cookie')).toBe('');
    const persons = '/api/people/persons';
    const post = `fetch('${persons}', { method: 'POST' }).then((answer) => answer.json())`;
    expect(await ask(post)).toEqual({ registeredBy: 'Lucie Martin' });
    const live = `new Promise((resolve) => {
      const source = new EventSource('/live');
      source.onopen = () => { source.close(); resolve('open') };
      source.onerror = () => resolve('refused');
    })`;
    expect(await ask(live)).toBe('open');

    // Another origin of the same site, whose cookies these are too.
    await page.goto(`${town.issuer}/connexion/unknown`);
    await ask(`fetch('${town.url}${persons}', { method: 'POST', credentials: 'include', mode: 'no-cors' })`);
    expect(town.registrations()).toBe(1);

    await page.goto(`${town.url}/etat`);
    const out = `fetch('/session/sign-out', { method: 'POST' }).then((answer) => answer.json())`;
    await page.goto(((await ask(out)) as { to: string }).to);
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${town.url}/`);
    expect(await ask(`fetch('/session').then(({ status }) => status)`)).toBe(401);
    await page.goto(`${town.url}/session/callback`);
    expect(await faultsOf(page)).toEqual([]);
    town.forgetRegistrations();
    await page.context().close();
  });
});
