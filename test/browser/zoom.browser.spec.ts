import type { Page } from 'playwright-core';
import { faultsOf, until } from './chromium';
import { desks, heading } from './desks';
import { openLawTown } from './law-town';

// A desk at 200 % is half as wide and half as high; 320 pixels are a desk at 400 %, and a small phone.
const { at, town } = desks();
const screens = [
  { name: '200 %', width: 640, height: 400, scale: 2 },
  { name: '320 pixels', width: 320, height: 560, scale: 1 },
] as const;

beforeAll(async () => {
  await openLawTown(town());
}, 60_000);

describe.each(screens)('at $name', ({ width, ...screen }) => {
  const sit = async (login: string) => {
    const { page } = await at(login, 'light', width, screen);
    return page;
  };

  it.each(['paul.renard', 'nadia.lemoine', 'helene.dubois'])(
    'nothing sticks out of any page of %s, and what has the focus is seen',
    async (login) => {
      const page = await sit(login);
      await page.locator('nav a').first().waitFor({ state: 'attached' });
      for (const path of await pagesOf(page, login)) {
        await page.goto(town().url + path);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.waitForLoadState('networkidle').catch(() => undefined);
        expect([path, await stickingOut(page)]).toEqual([path, []]);
        expect([path, await hiddenFocus(page)]).toEqual([path, []]);
      }
    },
    180_000,
  );

  it('a need is noted for somebody who comes', async () => {
    const page = await sit('claire.marchand');
    await page.goto(`${town().url}/ccas/noter`);
    await heading(page, 'Noter un besoin');
    await page.locator('#person').fill('jeanne perez');
    await page.getByRole('option', { name: /Jeanne Perez/ }).click();
    await until(page, "document.activeElement?.id.startsWith('words-') === true");
    await page.keyboard.type('surendettement');
    await page.getByText(/Prochaine date libre/).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: /^Enregistrer/ }).click();
    await heading(page, 'Jeanne Perez');
    await page.getByText('Besoin noté pour Jeanne Perez').waitFor();
    expect(await stickingOut(page)).toEqual([]);
  }, 90_000);

  it('a date is moved for somebody on the phone', async () => {
    const page = await sit('lucie.martin');
    await page.goto(`${town().url}/acces-au-droit/dates`);
    await page.getByLabel('Nom de la personne').fill('lefort');
    await page
      .getByRole('list', { name: 'Demandes en cours' })
      .getByRole('link', { name: 'Karim Lefort' })
      .click();
    await page
      .getByRole('button', { name: /^Déplacer ici/ })
      .first()
      .click();
    await page
      .getByRole('status')
      .getByText(/^Rendez-vous/)
      .waitFor();
    expect(await faultsOf(page)).toEqual([]);
  }, 90_000);

  it('a dialog is read to its end, and its button reached', async () => {
    const page = await sit('claire.marchand');
    await page.goto(`${town().url}/ccas?voir=a-reorienter`);
    await page.getByRole('link', { name: /divorce/ }).focus();
    await page.keyboard.press('o');
    await page.getByLabel('Nouveau sujet').selectOption('debt');
    await page.getByText(/Prochaine date libre/).waitFor();
    const button = page.getByRole('button', { name: 'Réorienter' });
    await button.scrollIntoViewIfNeeded();
    expect(await hiddenFocus(page, 6)).toEqual([]);
    expect(await faultsOf(page)).toEqual([]);
  }, 90_000);
});

/** Each page that the rail leads to, and the files behind the lists. */
async function pagesOf(page: Page, login: string): Promise<string[]> {
  const listed = await page.evaluate<string[]>(
    "[...document.querySelectorAll('nav[aria-label=Pages] a')].map((link) => link.getAttribute('href'))",
  );
  const agent = await town().as(login);
  const { items } = await agent<{ items: { id: string }[] }>('/people/persons?q=nadia+benhamou');
  const files = [`/personnes/${items[0]!.id}`, '/accessibilite', ...(await needPages(login))];
  return [...new Set([...listed, ...files])].filter((path) => path !== '/');
}

async function needPages(login: string): Promise<string[]> {
  if (login === 'nadia.lemoine') {
    const agent = await town().as(login);
    const found = await agent<{ items: { needId: string }[] }>('/legal-access/requests?status=placed');
    return [`/acces-au-droit/dates?pour=${found.items[0]!.needId}`, '/acces-au-droit/permanences/nouvelle'];
  }
  const agent = await town().as(login);
  const { items } = await agent<{ items: { id: string }[] }>('/ccas/needs?status=placed');
  return [`/ccas/besoins/${items[0]!.id}`];
}

/** What one cannot read nor press without scrolling aside; a picture that scrolls in its own frame is not the page. */
const stickingOut = (page: Page) =>
  page.evaluate<string[]>(`(() => {
    const wide = document.documentElement.scrollWidth > innerWidth ? ['the page'] : [];
    const seen = [...document.querySelectorAll('main a, main button, main input, main select, main textarea, main h1, main h2')];
    const frames = (one) => { for (let at = one.parentElement; at; at = at.parentElement)
      if (/auto|scroll/.test(getComputedStyle(at).overflowX)) return true; return false; };
    const out = seen.filter((one) => {
      const { left, right, width } = one.getBoundingClientRect();
      const style = getComputedStyle(one);
      return width > 1 && style.visibility !== 'hidden' && !frames(one) && (left < -1 || right > innerWidth + 1);
    });
    return [...wide, ...out.map((one) => one.outerHTML.slice(0, 120))];
  })()`);

/** Goes on by Tab, and names what has the focus where a bar or the edge hides all of it (WCAG 2.4.11). */
async function hiddenFocus(page: Page, steps = 40): Promise<string[]> {
  const hidden: string[] = [];
  for (let step = 0; step < steps; step += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate<string | null>(`(() => {
      const held = document.activeElement;
      if (!held || held === document.body) return null;
      const { left, right, top, bottom } = held.getBoundingClientRect();
      const across = [left + 2, (left + right) / 2, right - 2];
      const down = [top + 2, (top + bottom) / 2, bottom - 2];
      const isSeen = across.some((x) => down.some((y) => {
        const there = document.elementFromPoint(x, y);
        return there && (there === held || held.contains(there) || there.contains(held));
      }));
      return isSeen ? null : held.outerHTML.slice(0, 120);
    })()`);
    if (found !== null) hidden.push(found);
  }
  return hidden;
}
