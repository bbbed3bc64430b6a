import type { Page } from 'playwright-core';
import { faultsOf } from './chromium';
import { desks, heading } from './desks';

// What the CCAS takes back, finds again and shares out, on every service of the town, nothing mocked.
const { at, town } = desks();

it('takes back a withdrawal at once, and reopens what was closed, with a reason', async () => {
  const { page } = await at('claire.marchand');
  await heading(page, 'À traiter');
  await page.goto(`${town().url}/ccas/besoins?domaine=youth`);
  await page.getByRole('link', { name: /permis/ }).press('Enter');
  await heading(page, /permis/);
  const state = (label: string) => page.getByRole('definition').getByText(label, { exact: true }).waitFor();
  await page.getByRole('button', { name: 'La personne y renonce' }).press('Enter');
  await page.getByRole('button', { name: 'Retirer le besoin' }).press('Enter');
  await page.getByText('Le besoin est retiré').waitFor();
  await page.keyboard.press('z');
  await page.getByText('C’est annulé').waitFor();
  await state('En attente d’un service');
  await page.getByRole('button', { name: 'Clore' }).press('Enter');
  await page.getByLabel('C’était un doublon').check();
  await page.getByRole('dialog').getByRole('button', { name: 'Clore' }).press('Enter');
  await page.getByText('Le besoin est clos.').waitFor();
  await page.getByRole('button', { name: 'Rouvrir' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Rouvrir' }).press('Enter');
  await page.getByText('Dites pourquoi.').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByLabel('Raison').fill('Ce n’était pas le même besoin.');
  await page.getByRole('dialog').getByRole('button', { name: 'Rouvrir' }).press('Enter');
  await page.getByText(/Besoin rouvert : en attente d’un service/).waitFor();
  await state('En attente d’un service');
  await page.getByText('Raison de la réouverture').first().waitFor();
}, 120_000);

it('takes back an answer that has not left', async () => {
  const { page } = await at('paul.renard');
  await heading(page, 'À traiter');
  await page.goto(`${town().url}/ccas?voir=accords`);
  await page.getByRole('button', { name: 'Donner l’accord' }).press('Enter');
  await page.getByText('Accord donné').waitFor();
  await page.getByText('Aucun accord à donner').waitFor();
  await page.keyboard.press('z');
  await page.getByText('C’est annulé').waitFor();
  await page.getByRole('button', { name: 'Donner l’accord' }).waitFor();
}, 60_000);

it('finds open needs by the name of the person, and by the words of a topic', async () => {
  const { page } = await at('claire.marchand');
  await heading(page, 'À traiter');
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder(/Nom, téléphone/).waitFor();
  await page.keyboard.type('gonzales elise');
  await page.getByRole('menuitem', { name: /Logement : Élise Gonzalez/ }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('mobil');
  await page.getByRole('menuitem', { name: /Besoins en cours : Mobilité/ }).click();
  await heading(page, 'Tous les besoins');
  await page.getByRole('link', { name: /permis/ }).waitFor();
  expect(page.url()).toContain('sujet=youth-mobility');
}, 60_000);

it('shows who follows how many, and hands needs over to a colleague, then back', async () => {
  const { page } = await at('paul.renard');
  await heading(page, 'À traiter');
  await page.goto(`${town().url}/ccas/charge`);
  await heading(page, 'Charge par travailleur social');
  const rowOf = (name: string) => page.getByRole('row').filter({ hasText: name });
  await rowOf('Claire Marchand')
    .getByRole('link', { name: /Confier/ })
    .press('Enter');
  await heading(page, 'Confier les besoins de Claire Marchand');
  await page.getByRole('button', { name: 'Confier' }).press('Enter');
  await page.getByText('Choisissez un collègue.').waitFor();
  await page.getByText('Cochez au moins un besoin.').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByLabel(/Confier : Karim Lefort, Mobilité/).check();
  await page
    .getByLabel(/Confier : Jeanne Perez/)
    .first()
    .check();
  await page.getByLabel('Confier à').selectOption(await optionOf(page, 'Paul Renard'));
  await page.getByRole('button', { name: 'Confier 2 besoins' }).press('Enter');
  await page.getByText('2 besoins confiés à Paul Renard.').waitFor();
  await page.getByLabel(/Confier : Karim Lefort/).waitFor({ state: 'detached' });
  await page.goto(`${town().url}/messages`);
  await page.getByText('2 besoins vous sont confiés').first().waitFor();
  await page.goto(`${town().url}/ccas/besoins?suivi=moi`);
  await page.getByRole('link', { name: /permis/ }).waitFor();
  expect(await page.getByLabel('Suivi par').inputValue()).toBe('moi');
  // Back again, for the tests that follow.
  await page.goto(`${town().url}/ccas/charge`);
  await rowOf('Paul Renard')
    .getByRole('link', { name: /Confier/ })
    .press('Enter');
  await page.getByLabel('Tout cocher').check();
  await page.getByLabel('Confier à').selectOption(await optionOf(page, 'Claire Marchand'));
  await page.getByRole('button', { name: /^Confier \d/ }).press('Enter');
  await page.getByText(/confiés à Claire Marchand/).waitFor();
}, 120_000);

/** A colleague in the list is called with how many needs they follow. */
async function optionOf(page: Page, name: string): Promise<string> {
  const option = page.getByLabel('Confier à').locator('option', { hasText: name });
  await option.waitFor({ state: 'attached' });
  return (await option.getAttribute('value'))!;
}
