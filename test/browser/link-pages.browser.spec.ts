import type { Browser, Page } from 'playwright-core';
import { faultsOf, pageFor, startChromium } from './chromium';
import { startLinkedTown, type LinkedTown } from './linked-town';

let town: LinkedTown;
let browser: Browser;

beforeAll(async () => {
  [browser, town] = await Promise.all([startChromium(), startLinkedTown()]);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await town.stop();
});

const errorSummaryHasFocus = (page: Page) =>
  page.evaluate<boolean>("document.activeElement?.getAttribute('role') === 'alert'");

it('a partner and a resident answer by keyboard alone, in both themes, on a phone and on a desk, without a fault of axe', async () => {
  const { link, needIds } = await town.partnerLink(4);
  for (const theme of ['light', 'dark'] as const) {
    for (const width of [1_100, 320]) {
      const page = await pageFor(browser, theme, width);
      for (const path of ['/', '/docs', link.replace(town.url, ''), '/p/not-a-link', '/r/not-a-link']) {
        await page.goto(town.url + path);
        expect([path, theme, width, await faultsOf(page)]).toEqual([path, theme, width, []]);
      }
      await page.goto(link);
      await page.locator('#placeName').fill('Palais de justice');
      await page.locator('text=Proposer cette date').press('Enter');
      await page.waitForSelector('[role=alert]');
      expect(await errorSummaryHasFocus(page)).toBe(true);
      expect(await page.inputValue('#placeName')).toBe('Palais de justice');
      expect(await faultsOf(page)).toEqual([]);
      await page.context().close();
    }
  }

  const page = await pageFor(browser, 'light', 1_100);
  await page.goto(link);
  await page.locator('#date').fill(nextMonday());
  await page.locator('#time').fill('10:00');
  await page.locator(`[id="placeId-${town.placeId}"]`).press('Space');
  await page.locator('text=Proposer cette date').press('Enter');
  await page.waitForSelector('text=la permanence est fixée');
  expect(await faultsOf(page)).toEqual([]);

  await page.goto(await town.residentLink(needIds[0]!));
  expect(await faultsOf(page)).toEqual([]);
  await page.locator('text=Confirmer ma venue').press('Enter');
  await page.waitForSelector('text=nous vous attendons');
  expect(await faultsOf(page)).toEqual([]);
  await page.goto(await town.residentLink(needIds[0]!));
  await page.locator('text=Annuler ce rendez-vous').press('Enter');
  await page.waitForSelector('text=Votre rendez-vous est annulé');
  expect(await faultsOf(page)).toEqual([]);
}, 240_000);

function nextMonday(): string {
  const day = new Date();
  day.setUTCDate(day.getUTCDate() + 7 + ((8 - day.getUTCDay()) % 7));
  return day.toISOString().slice(0, 10);
}
