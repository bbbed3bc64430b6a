import { randomUUID } from 'node:crypto';
import { CcasUnderTest, form } from './under-test.spec';

describe('what the CCAS holds about a person', () => {
  let ccas: CcasUnderTest;
  beforeAll(async () => {
    ccas = await CcasUnderTest.start();
  }, 120_000);
  afterAll(() => ccas?.stop());

  it('is their words, the notes and what happened, under every id that they have had, and no agent’s name', async () => {
    const worker = await ccas.token('ccas-worker', { name: 'Claire Marchand' });
    const officer = await ccas.token('ccas-officer', { sub: 'paul', name: 'Paul Renard' });
    const [personId, mergedId] = [randomUUID(), randomUUID()];
    const first = form({ personId, note: 'Rappeler après 17 h' });
    await ccas.call('POST', '/needs', first, worker);
    await ccas.call('POST', '/needs', form({ personId: mergedId, words: 'voir avec le maire' }), worker);
    await ccas.call('POST', '/needs', form(), worker);
    await ccas.call('GET', `/needs/${first.id}`, undefined, worker);

    const { status, body } = await ccas.call(
      'GET',
      `/persons/${personId}/held?also=${mergedId}`,
      undefined,
      officer,
    );
    expect(status).toBe(200);
    const [needs, readings] = body['parts'];
    const titles = needs.items.map(({ title }: { title: string }) => title);
    expect(titles.sort()).toEqual(['« menace d’expulsion »', '« voir avec le maire »']);
    const told = JSON.stringify(body);
    expect(told).toContain('Rappeler après 17 h');
    expect(told).toContain('Besoin noté');
    expect(told).not.toMatch(/Marchand|Renard|claire/);
    // This very reading is one of them.
    expect(readings.items.map(({ title }: { title: string }) => title)).toEqual([
      'Une copie de vos données a été préparée',
      'Un agent a ouvert votre dossier',
    ]);
    expect((await ccas.call('GET', `/persons/${personId}/held`, undefined, worker)).status).toBe(403);
    const elsewhere = await ccas.token('ccas-officer', { territories: ['91477'] });
    const nothing = await ccas.call('GET', `/persons/${personId}/held`, undefined, elsewhere);
    expect(nothing.body['parts'].flatMap(({ items }: { items: { title: string }[] }) => items)).toHaveLength(
      1,
    );
  });
});
