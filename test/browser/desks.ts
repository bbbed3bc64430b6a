import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startChromium } from './chromium';
import { startConsoleTown, type ConsoleTown } from './console-town';
import { sizes } from './screens';
import { complaintsOf, deskFor, signIn, type Desk } from './sign-in-by-keyboard';

/** A town and a browser for one file of tests; each test has desks of its own, closed after it. */
export function desks() {
  let town: ConsoleTown;
  let browser: Browser;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    [browser, town] = await Promise.all([startChromium(), startConsoleTown()]);
  }, 240_000);
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });
  afterAll(async () => {
    await browser?.close();
    await town?.stop();
  });

  /** Somebody signs in, and what their page complains of is kept. */
  async function at(
    login: string,
    colorScheme: 'light' | 'dark' = 'light',
    width: number = sizes.desk,
    screen: Pick<Desk, 'height' | 'scale'> = {},
  ) {
    const context = await deskFor(browser, { colorScheme, width, ...screen });
    contexts.push(context);
    const page = await context.newPage();
    const complaints = complaintsOf(page, town.url);
    await signIn(page, town.url, login);
    return { page, complaints };
  }

  return { at, town: () => town };
}

export const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor();
