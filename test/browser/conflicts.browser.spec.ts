import type { BrowserContext, Page } from 'playwright-core';
import { faultsOf, until } from './chromium';
import { desks, heading } from './desks';
import { openLawTown } from './law-town';

// Two agents at once, a network that goes, a session that ends, a date that is taken: each with a sentence and a way on.
const { at, town } = desks();

beforeAll(async () => {
  await openLawTown(town());
}, 60_000);

/** As on a network that is cut for a moment: what others do is not told. */
async function deaf(page: Page, path: string): Promise<void> {
  await page.route('**/live', (route) => route.abort());
  await page.goto(town().url + path);
}

async function needSaid(words: RegExp): Promise<string> {
  const worker = await town().as('claire.marchand');
  const { items } = await worker<{ items: { id: string; words?: string }[] }>('/ccas/needs');
  return items.find((need) => words.test(need.words ?? ''))!.id;
}

async function reorient(page: Page, topic: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: /^Réorienter/ }).waitFor();
  await page.keyboard.press('o');
  await page.getByRole('dialog', { name: 'Réorienter le besoin' }).waitFor();
  await page.getByLabel('Nouveau sujet').selectOption(topic);
  await page.getByLabel('Raison').fill(reason);
}
const sendIt = (page: Page) =>
  page.getByRole('dialog').getByRole('button', { name: 'Réorienter' }).press('Enter');
const reason = (page: Page) => page.getByLabel('Raison').inputValue();

describe('two agents on one file', () => {
  it('the second, who could not know, is told who did what and when, keeps their text, and sends it after', async () => {
    const path = `/ccas/besoins/${await needSaid(/dépôt de garantie/)}`;
    const [claire, paul] = [await at('claire.marchand'), await at('paul.renard')];
    await deaf(claire.page, path);
    await reorient(claire.page, 'debt', 'Elle parle surtout de ses dettes.');
    await paul.page.goto(town().url + path);
    await reorient(paul.page, 'homework-support', 'Elle demande surtout de l’aide aux devoirs.');
    await sendIt(paul.page);
    await paul.page.getByText(/Réorienté vers/).waitFor();

    await sendIt(claire.page);
    const told = claire.page.getByRole('alert').filter({ hasText: 'Ce dossier vient de changer' });
    await told.getByText(/Réorienté : .* par Paul Renard, .*\d+\sh/).waitFor();
    expect(await reason(claire.page)).toBe('Elle parle surtout de ses dettes.');
    expect(await faultsOf(claire.page)).toEqual([]);
    await sendIt(claire.page);
    await claire.page.getByText(/Réorienté vers «.Dettes et surendettement/).waitFor();
    await claire.page.getByText('Elle parle surtout de ses dettes.').waitFor();
  }, 120_000);

  it('whoever has the form open sees it within a second, before sending anything', async () => {
    const path = `/ccas/besoins/${await needSaid(/loyers impayés/)}`;
    const [claire, paul] = [await at('claire.marchand'), await at('paul.renard')];
    for (const { page } of [claire, paul]) await page.goto(town().url + path);
    await reorient(claire.page, 'debt', 'Le loyer n’est qu’une dette parmi d’autres.');
    await reorient(paul.page, 'homework-support', 'Il demande de l’aide pour ses enfants.');
    const began = performance.now();
    await sendIt(paul.page);
    await claire.page
      .getByRole('status')
      .getByText(/Réorienté : .* par Paul Renard/)
      .waitFor();
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(await reason(claire.page)).toBe('Le loyer n’est qu’une dette parmi d’autres.');
    await sendIt(claire.page);
    await claire.page.getByText(/Réorienté vers «.Dettes et surendettement/).waitFor();
  }, 120_000);

  it('a note half written stays while a colleague adds theirs', async () => {
    const id = await needSaid(/licenciée sans lettre/);
    const { page } = await at('claire.marchand');
    await page.goto(`${town().url}/ccas/besoins/${id}`);
    await page.getByLabel('Ajouter une note').fill('Elle rappelle jeudi');
    const colleague = await town().as('paul.renard');
    const text = 'Vue à l’accueil ce matin.';
    await colleague(`/ccas/needs/${id}/notes`, { id: crypto.randomUUID(), text });
    await page.reload();
    await page.getByText(text).waitFor();
    expect(await page.getByLabel('Ajouter une note').inputValue()).toBe('Elle rappelle jeudi');
    await page.getByRole('button', { name: 'Ajouter', exact: true }).press('Enter');
    await page.getByText('Note ajoutée.').waitFor();
    expect(await page.getByLabel('Ajouter une note').inputValue()).toBe('');
  }, 60_000);
});

describe('a date taken meanwhile', () => {
  it('is named, and the next one is a press away', async () => {
    const [lucie, nadia] = [await at('lucie.martin'), await at('nadia.lemoine')];
    await deaf(lucie.page, '/acces-au-droit/dates');
    await choose(lucie.page, 'Mathilde Pons');
    const wanted = await dates(lucie.page).first().getAttribute('aria-label');
    await nadia.page.goto(`${town().url}/acces-au-droit/dates`);
    await choose(nadia.page, 'Karim Lefort');
    await nadia.page.getByRole('button', { name: wanted!, exact: true }).press('Enter');
    await nadia.page
      .getByRole('status')
      .getByText(/^Rendez-vous/)
      .waitFor();

    await dates(lucie.page).first().press('Enter');
    const told = lucie.page.getByRole('alert').filter({ hasText: 'vient d’être pris' });
    await told
      .getByText(`Le créneau du ${wanted!.replace('Déplacer ici : ', '')}, vient d’être pris.`)
      .waitFor();
    await told.getByText(/La liste vient d’être relue. Prochaine date libre/).waitFor();
    expect(await faultsOf(lucie.page)).toEqual([]);
    await told.getByRole('button', { name: 'Prendre cette date' }).press('Enter');
    await lucie.page
      .getByRole('status')
      .getByText(/^Rendez-vous/)
      .waitFor();
  }, 120_000);

  it('who looks at a request is told what a colleague does with it', async () => {
    const [lucie, nadia] = [await at('lucie.martin'), await at('nadia.lemoine')];
    for (const { page } of [lucie, nadia]) {
      await page.goto(`${town().url}/acces-au-droit/dates`);
      await choose(page, 'Karim Lefort');
    }
    const began = performance.now();
    await dates(nadia.page).last().press('Enter');
    await lucie.page.getByText(/Entre-temps : Rendez-vous déplacé : .* par Nadia Lemoine/).waitFor();
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(await faultsOf(lucie.page)).toEqual([]);
  }, 120_000);

  const dates = (page: Page) => page.getByRole('button', { name: /^Déplacer ici/ });
  async function choose(page: Page, name: string): Promise<void> {
    await page.getByLabel('Nom de la personne').fill(name);
    await page.getByRole('list', { name: 'Demandes en cours' }).getByRole('link', { name }).press('Enter');
    await dates(page).first().waitFor();
  }
});

describe('a network that goes', () => {
  it('holds what was pressed, says so, and sends it by itself when it is back', async () => {
    const { page } = await at('claire.marchand');
    await begin(page, 'mathilde pons', 'surendettement, ne sait plus quoi payer');
    await page.context().setOffline(true);
    await page.getByText('La page montre ce qui était là avant la coupure').waitFor();
    await page.keyboard.press('Control+Enter');
    const told = page.getByRole('alertdialog', { name: 'Pas de connexion' });
    await told.getByText(/Rien n’est perdu/).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.context().setOffline(false);
    await heading(page, 'Mathilde Pons');
    await page.getByText('Besoin noté pour Mathilde Pons').waitFor();
    expect(await noted(page, /« surendettement/)).toBe(1);
  }, 90_000);

  it('gives the form back to who would rather wait, through a reload, and doubles nothing though the answer was lost', async () => {
    const { page } = await at('claire.marchand');
    await begin(page, 'ousmane diallo', 'veut changer de nom');
    const arrived: number[] = [];
    await page.route('**/api/ccas/needs', async (route) => {
      const headers = { ...route.request().headers(), origin: town().url, 'sec-fetch-site': 'same-origin' };
      arrived.push((await route.fetch({ headers })).status());
      await route.abort('connectionreset');
    });
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alertdialog', { name: 'Pas de connexion' }).waitFor();
    await page.keyboard.press('Escape');
    await page
      .getByRole('alert')
      .getByText(/Pas de connexion. Rien n’est perdu/)
      .waitFor();
    expect([...new Set(arrived)]).toEqual([201]);
    await page.unroute('**/api/ccas/needs');
    await page.reload();
    await heading(page, 'Noter un besoin');
    const words = page.getByLabel('Ce que dit la personne');
    expect(await words.inputValue()).toBe('veut changer de nom');
    await words.press('Control+Enter');
    await heading(page, 'Ousmane Diallo');
    expect(await noted(page, /« veut changer de nom/)).toBe(1);
    // Sent: nothing of it stays in the tab.
    expect(await keptForms(page)).toEqual([]);
  }, 90_000);
});

describe('a session that ends', () => {
  it('in a form: signed in again in another window, what was pressed goes by itself', async () => {
    const { page } = await at('claire.marchand');
    await begin(page, 'jeanne perez', 'ne comprend pas un courrier de la CAF');
    await page.context().clearCookies();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alertdialog', { name: 'Votre session est terminée' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await signInAgain(page.context(), page);
    await heading(page, 'Jeanne Perez');
    await page.getByText('Besoin noté pour Jeanne Perez').waitFor();
    expect(await noted(page, /« ne comprend pas un courrier/)).toBe(1);
  }, 90_000);

  it('over an open dialog: the dialog stays, with its text', async () => {
    const id = await needSaid(/place en crèche pour son fils/);
    const { page } = await at('claire.marchand');
    await page.goto(`${town().url}/ccas/besoins/${id}`);
    await reorient(page, 'parenting-support', 'Il faut d’abord parler du sommeil.');
    await page.context().clearCookies();
    await sendIt(page);
    await page.getByRole('alertdialog', { name: 'Votre session est terminée' }).waitFor();
    await page.keyboard.press('Escape');
    await page
      .getByRole('alertdialog', { name: 'Votre session est terminée' })
      .getByText('toujours là')
      .waitFor();
    expect(await reason(page)).toBe('Il faut d’abord parler du sommeil.');
    await signInAgain(page.context(), page);
    await sendIt(page);
    await page.getByText(/Réorienté vers/).waitFor();
  }, 90_000);

  it('what one has begun is found again by its owner in the same tab, and by nobody else', async () => {
    const { page } = await at('claire.marchand');
    const noteOf = page.getByLabel('Ajouter une note');
    const path = `${town().url}/ccas/besoins/${await needSaid(/titre de séjour/)}`;
    await page.goto(path);
    await noteOf.fill('Elle préfère le matin');
    await page.context().clearCookies();
    await page.goto(path);
    await signInHere(page, 'claire.marchand');
    await noteOf.waitFor();
    expect(await noteOf.inputValue()).toBe('Elle préfère le matin');
    await page.context().clearCookies();
    await page.goto(path);
    await signInHere(page, 'paul.renard');
    await noteOf.waitFor();
    expect(await noteOf.inputValue()).toBe('');

    await noteOf.fill('Je la verrai demain');
    await page.getByRole('button', { name: /mon compte/ }).press('Enter');
    await page.getByRole('button', { name: 'Se déconnecter' }).press('Enter');
    await page.waitForURL((url) => !url.href.startsWith(town().url));
    await page.goto(town().url);
    await page.getByRole('link', { name: 'Se connecter' }).waitFor();
    expect(await keptForms(page)).toEqual([]);
  }, 120_000);
});

/** A person that is known and what they say, by keyboard, with the form not yet sent. */
async function begin(page: Page, name: string, words: string): Promise<void> {
  await page.keyboard.press('n');
  await heading(page, 'Noter un besoin');
  await page.keyboard.type(name);
  await page.getByRole('option', { name: new RegExp(`^${name}`, 'i') }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await until(page, "document.activeElement?.id.startsWith('words-') === true");
  await page.getByText(/code /).waitFor();
  await page.keyboard.type(words);
}

async function noted(page: Page, words: RegExp): Promise<number> {
  const links = page.getByRole('link', { name: words });
  await links.first().waitFor();
  return links.count();
}

const keptForms = (page: Page) =>
  page.evaluate<string[]>("Object.keys(sessionStorage).filter((key) => key.startsWith('passerelle-form:'))");

async function signInAgain(context: BrowserContext, page: Page): Promise<void> {
  const [again] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('button', { name: 'Se reconnecter' }).press('Enter'),
  ]);
  await again.waitForSelector('input[name=login]');
  await fillIn(again, 'claire.marchand');
  await Promise.all([again.waitForEvent('close'), again.keyboard.press('Enter')]);
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
}

async function signInHere(page: Page, login: string): Promise<void> {
  await page.getByRole('link', { name: 'Se connecter' }).press('Enter');
  await page.waitForSelector('input[name=login]');
  await fillIn(page, login);
  await page.keyboard.press('Enter');
}

async function fillIn(page: Page, login: string): Promise<void> {
  await page.keyboard.type(login);
  await page.keyboard.press('Tab');
  await page.keyboard.type('demo');
}
