import { eventually } from '@passerelle/testing';
import { existsSync, readFileSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export async function startChromium(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_BIN'] || places.find((path) => existsSync(path));
  if (!executablePath) {
    throw new Error('No Chromium: apt-get install -y chromium, or set CHROMIUM_BIN to the path of one.');
  }
  const quiet = [
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--lang=fr-FR', ...quiet],
    env: { ...process.env, LANGUAGE: 'fr_FR' },
  });
}

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Opens each page as in the reader's theme and width. CSP would keep axe out: the pages themselves run no script. */
export async function pageFor(browser: Browser, colorScheme: 'light' | 'dark', width: number): Promise<Page> {
  const context = await browser.newContext({
    colorScheme,
    viewport: { width, height: 800 },
    locale: 'fr-FR',
    bypassCSP: true,
  });
  return context.newPage();
}

/** Asked from here each time: a page with a strict CSP lets no text be evaluated in it later. */
export function until(page: Page, expression: string): Promise<void> {
  return eventually(async () => expect(await page.evaluate(expression)).toBe(true));
}

/** What axe finds against WCAG 2.2 AA and good practice, and whether something sticks out on the right. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const violations = await page.evaluate<Violation[]>('axe.run(document).then((found) => found.violations)');
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  const wide = await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth');
  return wide ? [...found, 'wider than the screen'] : found;
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}
