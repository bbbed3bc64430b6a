import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { eventually } from '@passerelle/testing';
import type { Page } from 'playwright-core';
import { faultsOf, pageFor } from './chromium';
import { desks, heading } from './desks';
import { shoot, sizes, type Size } from './screens';

// A need goes to a partner outside the town and comes back: every service, a real mail, nothing mocked.
const { at, town, browser } = desks({ withMails: true });

const garage = {
  ...{ id: randomUUID(), name: 'Garage solidaire des Prés', kind: 'association', topics: ['youth-mobility'] },
  mailbox: 'accueil@garage-solidaire.example',
};

beforeAll(async () => {
  const officer = await town().as('nadia.lemoine');
  await officer('/directory/partners', garage);
  await officer('/directory/partners', {
    ...{ id: randomUUID(), name: 'Mission locale', kind: 'public-service', topics: ['youth-job'] },
  });
}, 60_000);

const needOf = async (words: string) => {
  const worker = await town().as('claire.marchand');
  const { items } = await worker<{ items: { id: string; words: string; status: string }[] }>('/ccas/needs');
  return items.find((need) => need.words.includes(words))!;
};

/** Somebody new whose need no municipal service takes. */
async function somebody(lastName: string, words: string): Promise<string> {
  const worker = await town().as('claire.marchand');
  const [personId, id] = [randomUUID(), randomUUID()];
  await worker('/people/persons', { id: personId, firstName: 'Awa', lastName, birthDate: '03/05/2006' });
  await worker('/ccas/needs', {
    ...{ id, personId, words, topic: 'youth-mobility', urgency: 'normal' },
    contactedOn: new Date().toISOString().slice(0, 10),
  });
  return id;
}

async function linkInMail(subject: string): Promise<string> {
  const mail = await town().inbox!.waitFor((one) => one.subject.includes(subject), 60_000);
  expect(mail.to).toEqual([garage.mailbox]);
  // Who is concerned is behind the link only.
  expect(mail.text).not.toMatch(/Karim|Lefort|06 39/);
  return mail.links.find((link) => link.includes('/o/'))!;
}

async function referTo(page: Page, message: string): Promise<void> {
  await page.getByRole('radio', { name: /Garage solidaire/ }).check();
  await page.getByLabel('Votre message').fill(message);
  await page.getByRole('button', { name: 'Envoyer au partenaire' }).press('Enter');
}

it('refers, by keyboard, with the consent asked for first; the partner answers from its mail, and the worker sees it live', async () => {
  const { page, complaints } = await at('claire.marchand');
  const need = await needOf('permis');
  await page.goto(`${town().url}/ccas/besoins/${need.id}`);
  await heading(page, /permis/);
  await page.keyboard.press('p');
  await heading(page, 'Orienter vers un partenaire');
  await page.getByText(/Êtes-vous d’accord/).waitFor();
  expect(await page.getByRole('button', { name: 'Envoyer au partenaire' }).isDisabled()).toBe(true);
  await page.getByText(/prend en charge «.Mobilité.»/).waitFor();
  expect(await page.getByRole('radio', { name: /Mission locale/ }).count()).toBe(0);
  await page.getByLabel('Chercher un partenaire').fill('mission');
  await page.getByRole('radio', { name: /Mission locale/ }).waitFor();
  expect(page.url()).toContain('mots=mission');
  await page.getByLabel('Chercher un partenaire').fill('');
  expect(await faultsOf(page)).toEqual([]);

  await page.getByRole('button', { name: 'Elle est d’accord' }).press('Enter');
  await page.getByText(/accepte que le CCAS la présente/).waitFor();
  await page.getByRole('button', { name: 'Envoyer au partenaire' }).press('Enter');
  await page.getByText('Choisissez un partenaire.').waitFor();
  expect(await page.getByLabel(/Son nom et son numéro/).inputValue()).toContain('Karim Lefort');
  await referTo(page, 'Il cherche une aide pour passer le permis, libre le mercredi.');
  await heading(page, /permis/);
  await page.getByText(/Orienté vers Garage solidaire des Prés/).waitFor();
  await page.getByRole('heading', { level: 3, name: 'Garage solidaire des Prés' }).waitFor();

  const partner = await pageFor(browser(), 'light', sizes.desk);
  await partner.goto(await linkInMail('présente une personne'));
  await partner.getByText('libre le mercredi').waitFor();
  expect(await faultsOf(partner)).toEqual([]);
  await partner.getByLabel('Votre question').fill('A-t-il déjà le code ?');
  await partner.getByRole('button', { name: 'Poser la question' }).press('Enter');
  await partner.getByText('Votre question est transmise').waitFor();
  expect(await faultsOf(partner)).toEqual([]);

  // Without reloading.
  await page.getByText('A-t-il déjà le code ?').waitFor();
  await page.getByLabel('Votre réponse au partenaire').fill('Oui, depuis mars.');
  await page.getByRole('button', { name: 'Répondre' }).press('Enter');
  await page.getByText(/Réponse transmise/).waitFor();
  await partner.goto(await linkInMail('répond à votre question'));
  await partner.getByText('Oui, depuis mars.').waitFor();
  await partner.getByRole('button', { name: 'Accepter' }).press('Enter');
  await partner.getByText('Merci, vous recevez cette personne').waitFor();
  expect(await faultsOf(partner)).toEqual([]);
  await page.getByText('Le partenaire reçoit la personne').waitFor();

  await partner.goto(await linkInMail('Merci de recevoir'));
  await partner.getByLabel('Nous avons répondu à sa demande').check();
  await partner.getByRole('button', { name: 'Dire au CCAS ce qu’elle est devenue' }).press('Enter');
  await partner.getByText('Merci, le CCAS est informé').waitFor();
  await page.getByText('Clos', { exact: true }).first().waitFor();
  expect(await page.locator('ol').first().innerText()).toMatch(/Partenaire[^]*Le partenaire accepte/);
  expect(await faultsOf(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await partner.context().close();
}, 240_000);

it('takes it back by one key before the mail leaves: the partner never hears of it', async () => {
  const { page } = await at('claire.marchand');
  const id = await somebody('Sylla', 'un vélo pour aller en stage');
  const mailsToPartner = () =>
    town()
      .inbox!.messages()
      .filter(({ to }) => to.includes(garage.mailbox)).length;
  const before = mailsToPartner();
  await page.goto(`${town().url}/ccas/besoins/${id}/orienter`);
  await page.getByRole('button', { name: 'Elle est d’accord' }).press('Enter');
  await page.getByText(/accepte que le CCAS la présente/).waitFor();
  await page.getByRole('radio', { name: 'Le partenaire passe par le CCAS' }).check();
  await referTo(page, 'Elle cherche un vélo.');
  await page.getByText(/Orienté vers Garage solidaire des Prés/).waitFor();
  await page.getByRole('button', { name: 'Annuler' }).press('Enter');
  await page.getByText('C’est annulé').waitFor();
  await page.getByText('Reprise par le CCAS').waitFor();
  await page.getByText('En attente d’un service').waitFor();
  const officer = await town().as('paul.renard');
  await eventually(
    async () => {
      const { items } = await officer<{ items: { notice: string; status: string }[] }>(
        `/notifications/deliveries?needId=${id}`,
      );
      expect(items.map(({ notice, status }) => `${notice} ${status}`).sort()).toEqual([
        'referral-sent dropped',
        'referral-withdrawn dropped',
      ]);
    },
    { withinMs: 30_000 },
  );
  expect(mailsToPartner()).toBe(before);
}, 120_000);

/** As the console does it, without the page. */
async function referred(lastName: string, words: string): Promise<{ id: string; version: number }> {
  const needId = await somebody(lastName, words);
  const worker = await town().as('claire.marchand');
  const need = await worker<{ version: number; personId: string }>(`/ccas/needs/${needId}`);
  const person = await worker<{ version: number }>(`/people/persons/${need.personId}`);
  await worker(`/people/persons/${need.personId}/consents`, {
    ...{ version: person.version, purpose: 'share-with-partners', answer: 'given' },
  });
  await eventually(async () => {
    expect((await worker<{ consent: string }>(`/ccas/needs/${needId}/referrals`)).consent).toBe('given');
  });
  return worker(`/ccas/needs/${needId}/referrals`, {
    ...{ id: randomUUID(), version: need.version, partnerId: garage.id, message: 'Bonjour.' },
    contactWay: 'through-ccas',
  });
}

it('shows who waits at which partner, filters in the address, and exports exactly that', async () => {
  await referred('Konaté', 'une aide pour se déplacer');
  const { id, version } = await referred('Roussel', 'un stage de conduite');
  await (
    await town().as('claire.marchand')
  )(`/ccas/referrals/${id}/withdraw`, { version });
  const { page } = await at('paul.renard');
  await page.goto(`${town().url}/ccas/partenaires`);
  await heading(page, 'Orientations vers les partenaires');
  await page.getByText(/1 personne attend une réponse/).waitFor();
  await page.getByLabel('État').selectOption('withdrawn');
  await page.waitForURL(/etat=withdrawn/);
  await page.getByRole('cell', { name: /Roussel/ }).waitFor();
  // The rows of the filter before are not left in grey.
  expect(await page.getByRole('cell', { name: /Konaté/ }).count()).toBe(0);
  await page.getByLabel('État').selectOption('sent');
  await page.getByRole('cell', { name: /Konaté/ }).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Exporter (CSV)' }).press('Enter'),
  ]);
  const lines = readFileSync(await download.path(), 'utf8')
    .split('\r\n')
    .slice(0, -1);
  expect(lines[0]).toMatch(/^\u{feff}Partenaire;Nom;Prénom;/u);
  expect(lines.slice(1)).toEqual([expect.stringMatching(/^Garage solidaire des Prés;Konaté;Awa;Mobilité;/)]);
}, 120_000);

const families = {
  ...{ 'light-desk': 'Traoré', 'light-phone': 'Morin' },
  ...{ 'dark-desk': 'Leclerc', 'dark-phone': 'Nguyen' },
} as const;

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  it.each(['desk', 'phone'] as const)(
    'the pages of partners are without a fault of axe, and pictured, on a %s',
    async (size: Size) => {
      const { page } = await at('paul.renard', colorScheme, sizes[size]);
      const { id } = (await needOf('se déplacer'))!;
      const free = await somebody(families[`${colorScheme}-${size}`], 'un scooter pour le travail');
      for (const [name, path, settled] of [
        ['ccas-partenaires', '/ccas/partenaires', '[data-row-link]'],
        ['ccas-orienter', `/ccas/besoins/${free}/orienter`, 'main input[type=radio]'],
        ['ccas-besoin-partenaire', `/ccas/besoins/${id}`, 'main h3'],
      ] as const) {
        await page.goto(town().url + path);
        await page.locator(settled).first().waitFor();
        await page.waitForLoadState('networkidle').catch(() => undefined);
        expect([name, await faultsOf(page)]).toEqual([name, []]);
        await shoot(page, name, colorScheme, size);
      }
    },
    120_000,
  );
});
