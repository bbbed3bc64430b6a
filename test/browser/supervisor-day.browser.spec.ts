import type { Page } from 'playwright-core';
import { faultsOf, until } from './chromium';
import { desks, heading } from './desks';

// A supervisor's day: the work of everybody, never what was said to them, and nothing done in their place.
const { at, town } = desks();

/** What residents said, and what agents noted of it. */
const said =
  /expulsion|licenciée|bailleur|garantie|à qui s’adresser|voir avec le maire|aide au permis|pour son fils|repassera|après 17/;

async function needOf(words: RegExp): Promise<string> {
  const worker = await town().as('claire.marchand');
  const { items } = await worker<{ items: { id: string; words?: string }[] }>('/ccas/needs');
  return items.find((need) => words.test(need.words ?? ''))!.id;
}
const shown = (page: Page) => page.locator('main').innerText();

it('opens on the work of everybody, the topics in place of the words', async () => {
  const { page, complaints } = await at('helene.dubois');
  await heading(page, 'À traiter');
  await page.locator('[data-row-link]').first().waitFor();
  expect(await page.locator('[data-row-link]').count()).toBeGreaterThan(3);
  expect(await shown(page)).not.toMatch(said);
  expect(await page.getByRole('link', { name: /^Noter un besoin/ }).count()).toBe(0);
  await page.keyboard.press('n');
  await page.keyboard.press('s');
  await heading(page, 'À traiter');
  // The go-ahead that an officer owes is seen, and left to the officer.
  await page.getByText(/Demander une permanence/).waitFor();
  expect(await page.getByRole('button', { name: 'Donner l’accord' }).count()).toBe(0);
  expect(await faultsOf(page)).toEqual([]);
  expect(complaints).toEqual([]);
}, 90_000);

it('follows the need of somebody else’s resident across services, without acting on it nor reading it', async () => {
  const id = await needOf(/licenciée sans lettre/);
  const { page } = await at('helene.dubois');
  await page.goto(`${town().url}/ccas/besoins/${id}`);
  await heading(page, 'Suivi d’un besoin');
  const drawing = page.getByRole('region', { name: 'Ce que ce besoin a déclenché' });
  await drawing.getByText('Besoin noté').waitFor();
  await drawing
    .getByText(/par Claire Marchand/)
    .first()
    .waitFor();
  await drawing
    .getByText(/Rendez-vous fixé/)
    .first()
    .waitFor();
  expect(await shown(page)).not.toMatch(said);
  const acts = /Réorienter|Clore|y renonce|Choisir un sujet|Ajouter/;
  expect(await page.getByRole('main').getByRole('button', { name: acts }).count()).toBe(0);
  await page.keyboard.press('o');
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(await faultsOf(page)).toEqual([]);
}, 90_000);

it('is refused by the services themselves, whatever the page shows', async () => {
  const id = await needOf(/dépôt de garantie/);
  const { page } = await at('helene.dubois');
  await heading(page, 'À traiter');
  const answered = (path: string, body?: object) =>
    page.evaluate<number>(
      `fetch('/api${path}', { method: '${body ? 'POST' : 'GET'}', headers: { 'content-type': 'application/json' }` +
        `${body ? `, body: '${JSON.stringify(body)}'` : ''} }).then(({ status }) => status)`,
    );
  expect(await answered(`/ccas/needs/${id}`)).toBe(403);
  expect(await answered('/ccas/needs/to-classify')).toBe(403);
  expect(await answered(`/ccas/needs/${id}/timeline`)).toBe(200);
  expect(await answered(`/ccas/needs/${id}/notes`, { id: crypto.randomUUID(), text: 'lu' })).toBe(403);
  expect(await answered(`/ccas/needs/${id}/close`, { version: 1, outcome: 'met' })).toBe(403);
  // An address typed by hand says so in a sentence.
  await page.goto(`${town().url}/ccas/classer`);
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('alert').innerText()).not.toBe('');
  expect(await faultsOf(page)).toEqual([]);
}, 90_000);

it('sees within a second what a worker does in another browser', async () => {
  const [supervisor, worker] = [await at('helene.dubois'), await at('claire.marchand')];
  await heading(supervisor.page, 'À traiter');
  await supervisor.page.locator('[data-row-link]').first().waitFor();
  const { page } = worker;
  await page.keyboard.press('n');
  await heading(page, 'Noter un besoin');
  await page.keyboard.type('mathilde pons');
  await page.getByRole('option', { name: /Mathilde Pons/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await until(page, "document.activeElement?.id.startsWith('words-') === true");
  await page.keyboard.type('garde d’enfant le mercredi, crèche');
  await page.getByText(/Aucun service ne suit encore ce domaine/).waitFor();
  const began = performance.now();
  await page.keyboard.press('Control+Enter');
  await supervisor.page.getByText('1 nouveau besoin').waitFor();
  expect(performance.now() - began).toBeLessThan(1_000);
  await supervisor.page.getByRole('button', { name: 'Afficher' }).press('Enter');
  expect(await shown(supervisor.page)).not.toMatch(/mercredi/);
}, 90_000);

it('nobody sees across towns', async () => {
  const { page } = await at('karim.petit');
  await heading(page, 'À traiter');
  await page.getByText('Rien n’attend ici').waitFor();
  await page.goto(`${town().url}/ccas/besoins/${await needOf(/dépôt de garantie/)}`);
  await page.getByRole('alert').waitFor();
  expect(await shown(page)).not.toMatch(said);
}, 60_000);
