import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { eventually, testInfrastructure } from '@passerelle/testing';
import { mongo } from 'mongoose';
import type { Page } from 'playwright-core';
import { faultsOf } from './chromium';
import { desks, heading } from './desks';
import { personIdOf } from './law-town';
import { shoot, sizes, type Size } from './screens';

// What is kept about people and about the machine: who may see it, correct it, hand it over. Nothing mocked.
const { at, town } = desks();

const go = (page: Page, path: string) => page.goto(town().url + path);
const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).first().press('Enter');

/** An event that no build can take in, as a service sets it aside. */
async function setAside(service: string): Promise<string> {
  const client = await new mongo.MongoClient(testInfrastructure().mongodbUri).connect();
  const _id = `${service}.gone-reaction ${randomUUID()}`;
  const event = { id: randomUUID(), type: 'NeedIdentified', territory: '91645', time: new Date() };
  const parked = {
    ...{ reason: 'failed', why: 'TypeError', attempts: 3, topic: 'ccas.need', partition: 0, offset: '7' },
    ...{ reaction: `${service}.gone-reaction`, key: 'need-1', sequence: 1, parkedAt: new Date(), event },
  };
  const lot = client.db(`${town().prefix}-${service}`).collection<{ _id: string }>('parked');
  await lot.insertOne({ _id, ...parked });
  await lot.insertOne({ ...parked, _id: `${_id} behind`, reason: 'behind', sequence: 2 });
  await client.close();
  return _id;
}

it('an administrator sees what a service could not take in, tries again, and gives it up with a reason', async () => {
  await setAside('ccas');
  const { page, complaints } = await at('admin');
  await go(page, '/administration/evenements');
  await heading(page, 'Événements en attente');
  await page.getByText('N’a pas pu être pris en compte, 3 fois de suite').waitFor();
  await page.getByText('1 attend', { exact: true }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await press(page, /^Rejouer/);
  await page.getByText('Ce service ne réagit plus à cet événement').waitFor();
  await press(page, /^Écarter/);
  await page.getByRole('dialog', { name: 'Écarter l’événement' }).waitFor();
  await press(page, /^Écarter$/);
  await page.getByText('Dites pourquoi.').waitFor();
  await page.getByLabel('Raison').fill('Réaction retirée du service.');
  await press(page, /^Écarter$/);
  await page.getByText('Événement écarté.').waitFor();
  // A refusal is an answer that the browser logs; nothing else.
  expect(complaints.filter((line) => !/409/.test(line))).toEqual([]);
}, 90_000);

it('an agent sees where a mail is, and tries it again', async () => {
  const { page } = await at('claire.marchand');
  await go(page, '/envois');
  await heading(page, 'Envois');
  // No mail server answers in this town.
  await page
    .getByText(/essais? manqués?/)
    .first()
    .waitFor({ timeout: 30_000 });
  await page.getByLabel('Personne').fill('nadia benh');
  await page.getByRole('option', { name: /Nadia Benhamou/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Retirer ce filtre' }).waitFor();
  expect(page.url()).toContain('personne=');
  await page
    .getByRole('cell', { name: /Rendez-vous fixé/ })
    .first()
    .waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await press(page, /^Réessayer par mail/);
  await page.getByText(/Nouvel essai lancé|Ce dossier a changé/).waitFor();
}, 90_000);

it('a supervisor sees who read which file, once a minute, filters by agent and exports it', async () => {
  const [worker, reader] = [await town().as('claire.marchand'), await town().as('paul.renard')];
  const personId = await personIdOf(worker, 'elise+gonzalez');
  for (let times = 0; times < 3; times += 1) await worker(`/people/persons/${personId}`);
  await reader(`/people/persons/${personId}`);
  const { page } = await at('helene.dubois');
  await go(page, `/lectures?personne=${personId}`);
  await heading(page, 'Qui a lu quoi');
  await page.getByRole('link', { name: 'Claire Marchand' }).first().waitFor();
  const rows = () => page.getByRole('row').filter({ hasText: 'Claire Marchand' }).count();
  expect(await rows()).toBe(1);
  expect(await faultsOf(page)).toEqual([]);
  await page.getByLabel('Agent').selectOption({ label: 'Paul Renard' });
  await page.getByText('1 lecture de dossier').waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Exporter (CSV)')]);
  const lines = readFileSync(await download.path(), 'utf8')
    .split('\r\n')
    .slice(0, -1);
  expect(lines[0]).toMatch(/^\u{feff}Date;Agent;/u);
  expect(lines.slice(1)).toEqual([
    expect.stringMatching(/;Paul Renard;Responsable du CCAS;Personnes;Gonzalez;Élise;Fiche de la personne;/),
  ]);
  await go(page, `/personnes/${personId}`);
  await page.getByRole('heading', { name: 'Qui a lu ce dossier' }).waitFor();
  await page.getByRole('link', { name: 'Paul Renard' }).first().waitFor();
}, 90_000);

it('an officer hands a person the copy of all that is held about them', async () => {
  const { page } = await at('paul.renard');
  const personId = await personIdOf(await town().as('paul.renard'), 'nadia+benhamou');
  await go(page, `/personnes/${personId}`);
  await heading(page, 'Nadia Benhamou');
  await press(page, 'Copie de ses données');
  await press(page, 'Préparer la copie');
  await page.getByText('La copie est prête, et complète.').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Télécharger la page')]);
  const text = readFileSync(await download.path(), 'utf8');
  for (const said of [
    'divorce, ne sait pas à qui s’adresser',
    'Rappeler après 17 h',
    '06 39 98 12 34',
    'CNIL',
  ]) {
    expect(text).toContain(said);
  }
  expect(text).not.toMatch(/Marchand|<script/);
  await press(page, 'Fermer');
  await page.getByText('Copie de ses données préparée').waitFor();
  const { page: other } = await at('claire.marchand');
  await go(other, `/personnes/${personId}`);
  await heading(other, 'Nadia Benhamou');
  expect(await other.getByRole('button', { name: 'Copie de ses données' }).count()).toBe(0);
}, 120_000);

it('two agents correct one file: the second sees what changed, and keeps what they typed', async () => {
  const personId = await personIdOf(await town().as('claire.marchand'), 'mathilde+pons');
  const { page } = await at('claire.marchand');
  await go(page, `/personnes/${personId}`);
  await heading(page, 'Mathilde Pons');
  await page.keyboard.press('m');
  await heading(page, 'Modifier la fiche');
  await page.getByLabel('Adresse').fill('3 rue des Lilas');
  await page.getByLabel('Prénom').fill('Mathilde Anne');

  const colleague = await town().as('paul.renard');
  const { version } = await colleague<{ version: number }>(`/people/persons/${personId}`);
  const change = { version, address: '12 rue du Lac', mails: [{ value: 'mathilde@example.org' }] };
  await colleague(`/people/persons/${personId}`, change, 'PATCH');

  await press(page, 'Enregistrer');
  await page.getByText(/La fiche a été modifiée entre-temps par Paul Renard/).waitFor();
  await page.getByText(/Modifié entre-temps par Paul Renard : «.12 rue du Lac/).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect(await page.getByLabel('Adresse').inputValue()).toBe('3 rue des Lilas');
  await press(page, 'Enregistrer');
  await heading(page, 'Mathilde Anne Pons');
  await page.getByText('Fiche modifiée.').waitFor();
  await page.getByText('3 rue des Lilas').waitFor();
  await page.getByText('mathilde@example.org').waitFor();
  await page.keyboard.press('z');
  await page.getByText('C’est annulé').waitFor();
  await heading(page, 'Mathilde Pons');
  await page.getByText('12 rue du Lac').waitFor();
}, 120_000);

it('two files of one person are compared, read together, and parted again', async () => {
  const worker = await town().as('claire.marchand');
  const keptId = await personIdOf(worker, 'karim+lefort');
  const twin = { id: randomUUID(), firstName: 'Karim', lastName: 'Lefort', birthDate: '04/06/2007' };
  await worker('/people/persons', { ...twin, lookalikesSeen: [keptId] });
  const { page } = await at('claire.marchand');
  await go(page, `/personnes/${keptId}`);
  await heading(page, 'Karim Lefort');
  await press(page, /^Comparer/);
  await page.getByRole('dialog', { name: 'Est-ce la même personne ?' }).waitFor();
  await page.getByRole('rowheader', { name: /Mails.*différent/ }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await press(page, 'Réunir les deux fiches');
  await page.getByText('Les deux fiches sont réunies.').waitFor();
  await page.getByRole('heading', { name: 'Fiches réunies à celle-ci' }).waitFor();
  await press(page, /^Séparer/);
  await page.getByText('Les deux fiches sont séparées.').waitFor();
  await page.getByRole('heading', { name: 'Fiches réunies à celle-ci' }).waitFor({ state: 'detached' });
}, 90_000);

it('an agent chooses how they also hear by mail, and takes it back', async () => {
  const { page } = await at('nadia.lemoine');
  await go(page, '/preferences');
  await heading(page, 'Mes préférences');
  await page.getByLabel('Adresse mail professionnelle').fill('nadia.lemoine@example.org');
  expect(await faultsOf(page)).toEqual([]);
  await press(page, 'Enregistrer');
  await page.getByText('Préférences enregistrées.').waitFor();
  await page.getByText(/Prochain résumé : /).waitFor();
  await page.keyboard.press('z');
  await page.getByText('C’est annulé').waitFor();
  const officer = await town().as('nadia.lemoine');
  await eventually(async () =>
    expect(await officer('/notifications/preferences/mail')).toMatchObject({ choice: 'never' }),
  );
}, 60_000);

/** Who looks, name of the picture, address, and what is there once the page has its content. */
async function pages(): Promise<(readonly [login: string, name: string, path: string, settled: string])[]> {
  const personId = await personIdOf(await town().as('claire.marchand'), 'elise+gonzalez');
  return [
    ['admin', 'administration-evenements', '/administration/evenements', 'main td, main p'],
    ['claire.marchand', 'envois', '/envois', 'main td'],
    ['claire.marchand', 'personne-modifier', `/personnes/${personId}/modifier`, 'main input'],
    ['claire.marchand', 'preferences', '/preferences', 'main form'],
    ['helene.dubois', 'lectures', '/lectures', 'main td'],
  ];
}

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  it.each(['desk', 'phone'] as const)(
    'every page is without a fault of axe, and pictured, on a %s',
    async (size: Size) => {
      await setAside('people');
      for (const [login, name, path, settled] of await pages()) {
        const { page } = await at(login, colorScheme, sizes[size]);
        await go(page, path);
        await page.locator(settled).first().waitFor();
        await page.waitForLoadState('networkidle').catch(() => undefined);
        expect([name, await faultsOf(page)]).toEqual([name, []]);
        await shoot(page, name, colorScheme, size);
        await page.context().close();
      }
    },
    180_000,
  );
});

it('loses nothing at 320 pixels', async () => {
  for (const [login, name, path, settled] of await pages()) {
    const { page } = await at(login, 'light', 320);
    await go(page, path);
    await page.locator(settled).first().waitFor();
    expect([name, await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')]).toEqual(
      [name, false],
    );
    await page.context().close();
  }
}, 120_000);
