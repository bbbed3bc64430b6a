import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { addDays, frenchDay, parisDay } from '@passerelle/calendar';
import { faultsOf, until } from './chromium';
import { desks, heading } from './desks';
import { openLawTown, personIdOf, type LawTown } from './law-town';
import { shoot, sizes, type Size } from './screens';

// The day of an officer and of a reception agent, on every service of the town, nothing mocked.
const { at, town } = desks();
let law: LawTown;

beforeAll(async () => {
  law = await openLawTown(town());
}, 60_000);
const tomorrow = () => frenchDay(addDays(parisDay(new Date()), 1));

it('opens on who waits, the longest wait first, and on what partners owe', async () => {
  const { page, complaints } = await at('nadia.lemoine');
  await heading(page, 'À traiter');
  const waiting = page.getByRole('table', { name: 'Demandes qui attendent une date' });
  await waiting.getByRole('link', { name: 'Élise Gonzalez' }).waitFor();
  const names = await waiting.getByRole('link', { name: /Gonzalez|Diallo|Marchal/ }).allTextContents();
  expect(names).toEqual(['Élise Gonzalez', 'Ousmane Diallo', 'Louise Marchal']);
  await page.getByText('Accord du CCAS attendu avant de demander une permanence').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect(complaints).toEqual([]);
}, 120_000);

it('moves an appointment while its person is on the phone, by keyboard, and takes it back', async () => {
  const { page } = await at('lucie.martin');
  await heading(page, 'Noter un besoin');
  await page.goto(`${town().url}/acces-au-droit/dates`);
  await heading(page, 'Trouver une date');
  await page.getByLabel('Nom de la personne').fill('lefort');
  const inList = page.getByRole('list', { name: 'Demandes en cours' });
  await inList.getByRole('link', { name: 'Karim Lefort' }).press('Enter');
  const move = page.getByRole('button', { name: new RegExp(`Déplacer ici : ${tomorrow()}`) }).first();
  await move.press('Enter');
  await page
    .getByRole('status')
    .getByText(new RegExp(`Rendez-vous ${tomorrow()}`))
    .waitFor();
  await page
    .getByRole('definition')
    .getByText(new RegExp(`Rendez-vous ${tomorrow()}`))
    .waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('z');
  await page.getByText('C’est annulé').waitFor();
  await page.getByRole('definition').getByText(new RegExp(tomorrow())).waitFor({ state: 'detached' });
  // It is tomorrow that they want, after all.
  await move.press('Enter');
  await page
    .getByRole('definition')
    .getByText(new RegExp(`Rendez-vous ${tomorrow()}`))
    .waitFor();
}, 120_000);

it('prints the list of tomorrow for the front desk', async () => {
  const { page } = await at('lucie.martin');
  await page.goto(`${town().url}/acces-au-droit/liste`);
  await heading(page, 'Liste du lendemain');
  await page.getByRole('link', { name: 'Karim Lefort' }).waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button', { name: 'Imprimer' }).isVisible()).toBe(false);
  expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
  expect(await page.getByText('Karim Lefort').isVisible()).toBe(true);
  await shoot(page, 'droit-liste-print', 'light', 'desk');
}, 60_000);

it('notes by one key that somebody without an appointment came', async () => {
  const { page } = await at('nadia.lemoine');
  await heading(page, 'À traiter');
  await page.getByRole('link', { name: 'Élise Gonzalez' }).waitFor();
  const colleague = await town().as('lucie.martin');
  const jeanne = await personIdOf(colleague, 'jeanne+perez');
  await colleague(`/legal-access/sessions/${law.todaySessionId}/walk-ins`, {
    ...{ id: randomUUID(), personId: jeanne, topic: 'victim-support' },
  });
  // What a colleague did appears without reloading.
  const today = page.getByRole('table', { name: 'Rendez-vous du jour et présences à noter' });
  await today.getByRole('link', { name: 'Jeanne Perez' }).waitFor();
  await sleep(Math.max(0, law.beginsAt.getTime() - Date.now()));
  await today.getByRole('button', { name: 'Venue : Jeanne Perez' }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await today
    .getByRole('row', { name: /Jeanne Perez/ })
    .locator('[data-row-link]')
    .focus();
  await page.keyboard.press('v');
  await page.getByText('Présence notée : Jeanne Perez').waitFor();
}, 150_000);

it('turns the weeks by the arrows, and cancels a session once it is said who is affected', async () => {
  const { page } = await at('nadia.lemoine');
  await page.goto(`${town().url}/acces-au-droit/agenda`);
  await heading(page, /^Semaine du/);
  await page.locator('[data-session]').first().waitFor();
  const title = await page.getByRole('heading', { level: 1 }).textContent();
  await page.keyboard.press('ArrowRight');
  await until(page, `document.querySelector('h1').textContent !== ${JSON.stringify(title)}`);
  await page.locator('[data-session]').filter({ hasText: 'Juriste' }).last().press('Enter');
  await page.getByRole('dialog', { name: /Juriste, Salle B/ }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Annuler la séance…' }).press('Enter');
  await page.getByText(/Personne n’a de rendez-vous/).waitFor();
  await page.getByRole('button', { name: 'Annuler la séance' }).press('Enter');
  await page.getByText('Séance annulée.').waitFor();
  await page.locator('[data-session]').filter({ hasText: 'Annulée' }).waitFor();
  await page.getByRole('link', { name: 'Par professionnel' }).press('Enter');
  await page.getByRole('region', { name: 'Juriste' }).waitFor();
  const lit = page.getByRole('navigation', { name: 'Agenda' }).locator('[aria-current]');
  expect(await lit.allTextContents()).toEqual(['Par professionnel']);
}, 90_000);

it('opens a permanence once its dates are seen, and ends it', async () => {
  const { page } = await at('nadia.lemoine');
  await page.goto(`${town().url}/acces-au-droit/permanences/nouvelle?sujet=family-law`);
  await heading(page, 'Ouvrir une permanence');
  await page.getByRole('button', { name: 'Ouvrir la permanence' }).press('Enter');
  await page.getByText('Choisissez un lieu.').first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByLabel('Lieu').selectOption({ label: 'Maison des services publics' });
  await page.getByLabel('Salle').selectOption({ label: 'Bureau 1' });
  await page.getByLabel('Qui reçoit').selectOption({ label: 'Avocat' });
  await page.getByLabel('Une semaine sur deux').check();
  await page.getByLabel('mercredi').check();
  await page
    .getByRole('region', { name: 'Premières dates' })
    .getByText(/^mercredi/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Ouvrir la permanence' }).press('Enter');
  await heading(page, 'Permanences');
  await page.getByText('Un mercredi sur deux').waitFor();
  await page.getByRole('button', { name: /Mettre fin : .*Un mercredi sur deux/ }).press('Enter');
  await page.getByText(/séances? (est|sont) annulée/).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Mettre fin', exact: true }).press('Enter');
  await page.getByText('La permanence s’arrête').waitFor();
}, 90_000);

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  it.each(['desk', 'phone'] as const)(
    'every page is without a fault of axe, and pictured, on a %s',
    async (size: Size) => {
      const { page } = await at('nadia.lemoine', colorScheme, sizes[size]);
      await heading(page, 'À traiter');
      for (const [name, path, settled] of await pages()) {
        await page.goto(town().url + path);
        await page.locator(settled).first().waitFor();
        await page.waitForLoadState('networkidle').catch(() => undefined);
        expect([name, await faultsOf(page)]).toEqual([name, []]);
        await shoot(page, name, colorScheme, size);
      }
    },
    180_000,
  );
});

it('loses nothing at 320 pixels', async () => {
  const { page } = await at('nadia.lemoine', 'light', 320);
  await heading(page, 'À traiter');
  for (const [name, path, settled] of await pages()) {
    await page.goto(town().url + path);
    await page.locator(settled).first().waitFor();
    expect([name, await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')]).toEqual(
      [name, false],
    );
  }
}, 120_000);

async function requestOf(call: <Answer>(path: string) => Promise<Answer>, name: string) {
  const personId = await personIdOf(call, name);
  const { items } = await call<{ items: { needId: string; topic: string }[] }>(
    `/legal-access/requests?personId=${personId}`,
  );
  return items.find(({ topic }) => topic === 'residence-permit')!;
}

/** Name of the picture, address, and what is there once the page has its content. */
async function pages(): Promise<(readonly [string, string, string])[]> {
  const karim = await requestOf(await town().as('nadia.lemoine'), 'karim+lefort');
  return [
    ['droit-a-traiter', '/acces-au-droit', '[data-row-link]'],
    ['droit-dates', `/acces-au-droit/dates?pour=${karim.needId}`, 'main section button'],
    ['droit-dates-personne', '/acces-au-droit/dates', 'main ul[aria-label="Demandes en cours"] a'],
    ['droit-agenda', '/acces-au-droit/agenda', '[data-session]'],
    ['droit-agenda-professionnels', '/acces-au-droit/agenda?par=professionnel', '[data-session]'],
    ['droit-liste', '/acces-au-droit/liste', 'main h3'],
    ['droit-attentes', '/acces-au-droit/attentes', 'main details'],
    ['droit-permanences', '/acces-au-droit/permanences', 'main td'],
    ['droit-permanence-nouvelle', '/acces-au-droit/permanences/nouvelle', 'main fieldset'],
  ];
}
