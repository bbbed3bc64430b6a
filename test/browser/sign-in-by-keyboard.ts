import type { Browser, BrowserContext, Page } from 'playwright-core';

export interface Desk {
  readonly colorScheme: 'light' | 'dark';
  readonly width: number;
  readonly height?: number;
  /** Pixels of the screen for one of the page: 2 is what a zoom of 200 % makes of a desk, on half its width and height. */
  readonly scale?: number;
}

/** A French desk or phone. The content security policy stays on: what it forbids is a fault that is told. */
export async function deskFor(browser: Browser, desk: Desk): Promise<BrowserContext> {
  const { colorScheme, width, height = 900, scale = 1 } = desk;
  const viewport = { width, height };
  return browser.newContext({ colorScheme, locale: 'fr-FR', viewport, deviceScaleFactor: scale });
}

/** As an agent does in the morning: from the console's own page, without the mouse. */
export async function signIn(page: Page, url: string, login: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('link', { name: 'Se connecter' }).press('Enter');
  await page.waitForSelector('input[name=login]');
  await page.keyboard.type(login);
  await page.keyboard.press('Tab');
  await page.keyboard.type('demo');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${url}/**`);
  await page.waitForSelector('h1');
}

/** What our pages say in the console when something is wrong, a violation of their policy included. */
export function complaintsOf(page: Page, url: string): string[] {
  const said: string[] = [];
  page.on('pageerror', (error) => said.push(String(error)));
  page.on('console', (message) => {
    // Before signing in, /session answers 401: that is its answer. The sign-in server has no icon.
    const ofOurs = message.location().url.startsWith(url) && !message.text().includes('401');
    if (message.type() === 'error' && ofOurs) said.push(message.text());
  });
  return said;
}
