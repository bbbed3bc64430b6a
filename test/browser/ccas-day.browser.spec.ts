import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { faultsOf, until } from './chromium';
import { desks, heading } from './desks';
import { shoot, sizes, type Size } from './screens';

// A CCAS worker's day, on every service of the town, nothing mocked.
const { at, town } = desks();
const focused = (page: Page) =>
  page.evaluate<string>("document.activeElement?.id || document.activeElement?.textContent || ''");

it('receives somebody known, by keyboard alone, and sees what follows before saving', async () => {
  const { page, complaints } = await at('claire.marchand');
  await heading(page, 'À traiter');
  await page.keyboard.press('n');
  await heading(page, 'Noter un besoin');
  expect(await focused(page)).toBe('person');
  // A slip of the keyboard, and no accent.
  await page.keyboard.type('elise gonzales');
  await page.getByRole('option', { name: /Élise Gonzalez/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await until(page, "document.activeElement?.id.startsWith('words-') === true");
  await page.keyboard.type('licenciement abusif, pas de lettre');
  await page.getByText(/Prochaine date libre/).waitFor();
  expect(await page.getByText(/Accès au droit · Droit du travail/).count()).toBe(1);
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await heading(page, 'Élise Gonzalez');
  await page.getByText('Besoin noté pour Élise Gonzalez').waitFor();
  // The appointment was made by another service meanwhile: it appears without reloading.
  await page
    .getByRole('cell', { name: /^Rendez-vous fixé/ })
    .first()
    .waitFor();
  // Who hears the page is told where they are, and the tab says so too.
  const isTold = (title: string) =>
    until(
      page,
      `document.activeElement?.tagName === 'H1' && document.activeElement.textContent === '${title}'` +
        ` && document.title === '${title} · Passerelle'`,
    );
  await isTold('Élise Gonzalez');
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder(/Nom, téléphone/).waitFor();
  await page.keyboard.type('mess');
  await page.getByRole('menuitem', { name: /Messages/ }).waitFor();
  await page.keyboard.press('Enter');
  await heading(page, 'Messages');
  await isTold('Messages');
  expect(complaints).toEqual([]);
}, 120_000);

it('enters nobody twice, notes two needs of a new person, and undoes it with one key', async () => {
  const { page } = await at('claire.marchand');
  await page.keyboard.press('n');
  await heading(page, 'Noter un besoin');
  await page.keyboard.type('ousmane dialo');
  await page.getByRole('option', { name: /Nouvelle personne/ }).waitFor();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await until(page, "document.activeElement?.id === 'firstName'");
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('02/01/1979');
  await page.getByRole('heading', { name: 'Est-ce l’une de ces personnes ?' }).waitFor();
  expect(await page.getByRole('button', { name: /C’est cette personne.*Ousmane Diallo/ }).count()).toBe(1);
  expect(await faultsOf(page)).toEqual([]);
  // Another person after all: the form says so, and then only creates.
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Aminata');
  await page.getByRole('heading', { name: 'Est-ce l’une de ces personnes ?' }).waitFor({ state: 'detached' });
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: 'Il manque une chose' }).waitFor();
  await page.getByRole('link', { name: /Notez ce que dit la personne/ }).press('Enter');
  await page.keyboard.type('veut une place en crèche');
  await page.getByText(/Aucun service ne suit encore ce domaine/).waitFor();
  await page.getByRole('button', { name: 'Ajouter un autre besoin' }).press('Enter');
  await until(page, "document.activeElement?.id.startsWith('words-') === true");
  await page.keyboard.type('passera voir');
  await page.keyboard.press('Control+Enter');
  await heading(page, 'Aminata Dialo');
  await page.getByText('2 besoins notés pour Aminata Dialo').waitFor();
  await page.getByRole('row').nth(2).waitFor();
  expect(await page.getByRole('row').count()).toBe(3);
  await page.keyboard.press('z');
  await page.getByText('C’est annulé').waitFor();
  await page.getByText('La personne y renonce').first().waitFor();
}, 120_000);

it('classifies by one key, takes it back by another, reorients with a reason, and takes that back', async () => {
  const { page } = await at('claire.marchand');
  await heading(page, 'À traiter');
  await page.goto(`${town().url}/ccas/classer`);
  await page.getByRole('heading', { level: 2, name: /voir avec le maire/ }).waitFor();
  await page.keyboard.press('1');
  await page.getByRole('heading', { level: 2, name: /elle repassera/ }).waitFor();
  await page.keyboard.press('z');
  await page.getByText('C’est annulé').waitFor();
  await page.getByRole('heading', { level: 2, name: /voir avec le maire/ }).waitFor();
  await page.keyboard.press('5');
  await page.getByText(/Classé dans «.Soutien à la parentalité/).waitFor();
  await page.getByRole('heading', { level: 2, name: /elle repassera/ }).waitFor();

  await page.goto(`${town().url}/ccas?voir=a-reorienter`);
  await page.getByRole('link', { name: /divorce/ }).focus();
  await page.keyboard.press('o');
  await page.getByRole('dialog', { name: 'Réorienter le besoin' }).waitFor();
  await page.getByLabel('Nouveau sujet').selectOption('debt');
  await page.getByText(/Prochaine date libre/).waitFor();
  await page.getByRole('button', { name: 'Réorienter' }).press('Enter');
  await page.getByText('Dites pourquoi.').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByLabel('Raison').fill('Elle parle surtout de ses dettes.');
  await page.getByRole('button', { name: 'Réorienter' }).press('Enter');
  await page.getByText(/Réorienté vers «.Dettes et surendettement/).waitFor();
  await page.getByRole('button', { name: 'Annuler' }).press('Enter');
  await page.getByText('C’est annulé').waitFor();
}, 120_000);

it('a supervisor follows what a need set off, and never reads what was said', async () => {
  const { page } = await at('helene.dubois');
  await heading(page, 'À traiter');
  await page.goto(`${town().url}/ccas/besoins?sujet=housing-law`);
  await page.getByRole('link', { name: 'Logement' }).first().press('Enter');
  await heading(page, 'Suivi d’un besoin');
  await page.getByText('Besoin noté').first().waitFor();
  const text = await page.locator('main').innerText();
  expect(text).not.toMatch(/expulsion|bailleur|garantie|Notes internes|Réorienter/);
  expect(await faultsOf(page)).toEqual([]);
}, 60_000);

it('exports exactly what is filtered', async () => {
  const { page } = await at('paul.renard');
  await heading(page, 'À traiter');
  await page.goto(`${town().url}/ccas/besoins?domaine=youth`);
  await page.getByRole('link', { name: /permis/ }).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Exporter (CSV)' }).press('Enter'),
  ]);
  const lines = readFileSync(await download.path(), 'utf8')
    .split('\r\n')
    .slice(0, -1);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^\u{feff}Nom;Prénom;/u);
  expect(lines[1]).toMatch(/^Lefort;Karim;2007-06-04;.*permis;Jeunesse;Mobilité;/);
}, 60_000);

it('sees what a colleague does within a second, without a row that moves', async () => {
  const { page } = await at('claire.marchand');
  await heading(page, 'À traiter');
  await page.getByRole('link', { name: /permis/ }).waitFor();
  const rows = () => page.locator('[data-row-link]').allTextContents();
  const before = await rows();
  const colleague = await town().as('paul.renard');
  const { items } = await colleague<{ items: { id: string }[] }>('/people/persons?q=pons');
  const began = performance.now();
  await colleague('/ccas/needs', {
    ...{
      id: crypto.randomUUID(),
      personId: items[0]!.id,
      words: 'garde d’enfant le mercredi, crèche',
      urgency: 'urgent',
    },
    contactedOn: new Date().toISOString().slice(0, 10),
  });
  await page.getByText('1 nouveau besoin').waitFor();
  expect(performance.now() - began).toBeLessThan(1_000);
  expect(await rows()).toEqual(before);
  await page.getByRole('button', { name: 'Afficher' }).press('Enter');
  await page.getByRole('link', { name: /le mercredi/ }).waitFor();
  // Nor does one whose words say nothing clear wait to be seen.
  const vague = performance.now();
  await colleague('/ccas/needs', {
    ...{ id: crypto.randomUUID(), personId: items[0]!.id, words: 'un papier à remplir', urgency: 'normal' },
    contactedOn: new Date().toISOString().slice(0, 10),
  });
  await page.getByText('1 nouveau besoin').waitFor();
  expect(performance.now() - vague).toBeLessThan(1_000);
}, 60_000);

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  it.each(['desk', 'phone'] as const)(
    'every page is without a fault of axe, and pictured, on a %s',
    async (size: Size) => {
      const { page } = await at('paul.renard', colorScheme, sizes[size]);
      await heading(page, 'À traiter');
      for (const [name, path, settled] of await pages()) {
        await page.goto(town().url + path);
        await page.locator(settled).first().waitFor();
        await page.waitForLoadState('networkidle').catch(() => undefined);
        expect([name, await faultsOf(page)]).toEqual([name, []]);
        await shoot(page, name, colorScheme, size);
      }
      await page.keyboard.press('Control+k');
      await page.getByPlaceholder(/Nom, téléphone/).waitFor();
      await page.keyboard.type('gonz');
      await page
        .getByRole('menuitem', { name: /Élise Gonzalez/ })
        .first()
        .waitFor();
      expect(['palette', await faultsOf(page)]).toEqual(['palette', []]);
      await shoot(page, 'palette', colorScheme, size);
    },
    180_000,
  );
});

it('prints a list as a list: no rail, no bar, no button', async () => {
  const { page } = await at('paul.renard');
  await heading(page, 'À traiter');
  await page.goto(`${town().url}/ccas/besoins`);
  await page.locator('[data-row-link]').first().waitFor();
  await page.emulateMedia({ media: 'print' });
  for (const hidden of ['nav', 'header', 'button', 'search']) {
    expect([hidden, await page.locator(hidden).filter({ visible: true }).count()]).toEqual([hidden, 0]);
  }
  expect(await page.locator('[data-row-link]').filter({ visible: true }).count()).toBeGreaterThan(5);
  expect((await page.locator('table').boundingBox())!.width).toBeGreaterThan(sizes.desk * 0.9);
  await shoot(page, 'ccas-besoins-print', 'light', 'desk');
}, 60_000);

it('loses nothing at 320 pixels', async () => {
  const { page } = await at('paul.renard', 'light', 320);
  await heading(page, 'À traiter');
  for (const [name, path, settled] of await pages()) {
    await page.goto(town().url + path);
    await page.locator(settled).first().waitFor();
    expect([name, await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')]).toEqual(
      [name, false],
    );
  }
}, 120_000);

/** Name of the picture, address, and what is there once the page has its content. */
async function pages(): Promise<(readonly [string, string, string])[]> {
  const officer = await town().as('paul.renard');
  const placed = await officer<{ items: { id: string; personId: string; workerId: string }[] }>(
    '/ccas/needs?status=placed',
  );
  const { items } = await officer<{ items: { id: string }[] }>('/people/persons?q=nadia+benhamou');
  const need = placed.items.find(({ personId }) => personId === items[0]!.id)!;
  return [
    ['ccas-a-traiter', '/ccas', '[data-row-link]'],
    ['ccas-noter', `/ccas/noter?personne=${items[0]!.id}`, 'main >> text=code '],
    ['ccas-classer', '/ccas/classer', 'main h2'],
    ['ccas-besoins', '/ccas/besoins', '[data-row-link]'],
    ['ccas-charge', '/ccas/charge', '[data-row-link]'],
    ['ccas-confier', `/ccas/charge/confier?de=${need.workerId}`, '[data-row-link]'],
    ['ccas-besoin', `/ccas/besoins/${need.id}`, 'main ol time'],
    ['personne', `/personnes/${items[0]!.id}`, '[data-row-link]'],
    ['messages', '/messages', 'main li, main p'],
    ['accessibilite', '/accessibilite', 'main h2'],
  ];
}
