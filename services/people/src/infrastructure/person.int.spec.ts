import { randomUUID } from 'node:crypto';
import { eventually } from '@passerelle/testing';
import { startPeople, type People } from './running-people.spec';

const jeanne = {
  firstName: 'Jeanne',
  lastName: 'Perez',
  birthDate: '18/02/1950',
  phone: '06 67 77 74 33',
  email: 'Jeanne.Perez@Exemple.fr',
  address: '86, avenue de Turpin',
  district: 'centre',
};

describe('the directory of persons over HTTP', () => {
  let running: People;
  beforeAll(async () => {
    running = await startPeople();
  });
  afterAll(() => running?.stop());
  const call: People['call'] = (...request) => running.call(...request);
  const newcomer: People['newcomer'] = (extra) => running.newcomer(extra);
  const database = () => running.database();

  it('creates once, however often the form is sent', async () => {
    const id = randomUUID();
    const first = await call('POST', '/persons', { id, ...jeanne });
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({ id, version: 1, birthDate: '1950-02-18', ageBand: '65+' });
    expect(first.body['trackingCode']).toMatch(/^[3-9A-Y]{8}$/);
    expect(first.body['consents']['special-needs'].answer).toBe('unknown');
    expect(await call('POST', '/persons', { id, ...jeanne })).toEqual(first);
  });

  it('shows look-alikes before creating, and lets an agent who has seen them go on', async () => {
    const again = {
      id: randomUUID(),
      ...jeanne,
      firstName: 'JEANNE',
      lastName: 'PEREZ',
      phone: '0033667777433',
    };
    const refused = await call('POST', '/persons', again);
    expect(refused).toMatchObject({ status: 409, body: { name: 'LookalikeFound', verdict: 'same' } });
    const [candidate] = refused.body['candidates'];
    expect(candidate).toMatchObject({
      firstName: 'Jeanne',
      phone: '•• •• •• 74 33',
      email: 'je•••@exemple.fr',
    });
    expect(candidate.reasons).toContain('même téléphone');
    expect(refused.body['personId']).toBe(candidate.personId);
    const created = await call('POST', '/persons', { ...again, lookalikesSeen: [candidate.personId] });
    expect(created.status).toBe(201);
  });

  it.each([
    ['the same person, names swapped', { firstName: 'Pérez', lastName: 'jeanne' }, 'doubtful'],
    ['a twin', { firstName: 'Marthe' }, 'new'],
    [
      'a stranger',
      {
        firstName: 'Ali',
        lastName: 'Ben Salah',
        birthDate: '1999-01-01',
        phone: '0700000000',
        email: 'ali@exemple.fr',
      },
      'new',
    ],
  ])('matches %s', async (_who, change, verdict) => {
    // Two files of Jeanne exist by now: nobody can say which is meant.
    const { district: _district, ...withoutDistrict } = jeanne;
    const { body, status } = await call('POST', '/persons/match', {
      ...withoutDistrict,
      ...change,
    });
    expect({ status, verdict: body['verdict'] }).toEqual({ status: 200, verdict });
  });

  it('never doubles a person whom twenty desks enter at once', async () => {
    const form = {
      ...jeanne,
      firstName: 'Ousmane',
      lastName: 'Diarra',
      birthDate: '1988-07-14',
      phone: '0711223344',
      email: 'o.diarra@exemple.fr',
    };
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, desk) =>
        call(
          'POST',
          '/persons',
          {
            id: randomUUID(),
            ...form,
            firstName: desk % 2 ? 'OUSMANE' : form.firstName,
            phone: desk % 3 ? '+33 7 11 22 33 44' : form.phone,
          },
          running.worker,
          desk % 2 ? running.first : running.second,
        ),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body['name'] === 'LookalikeFound')).toHaveLength(19);
    expect(await database().collection('person-details').countDocuments({ lastName: 'Diarra' })).toBe(1);
  });

  it('finds by name in any order, slips, phone, mail and tracking code', async () => {
    const { id, trackingCode } = await newcomer({
      firstName: 'Fatoumata',
      lastName: 'Camarasson',
      phone: '0612344321',
      email: 'fc@exemple.fr',
    });
    const asked = [
      'fatoumata camarasson',
      'Camarasson FATOUMATA',
      'camarason fatou',
      'camarason',
      'kamarasson',
      '06.12.34.43.21',
      '+33612344321',
      '061234',
      'fc@exemple.fr',
      trackingCode,
      trackingCode.toLowerCase(),
    ];
    for (const q of asked) {
      const { body } = await call('GET', `/persons?q=${encodeURIComponent(q)}`);
      expect({ q, ids: body['items'].map((one: { id: string }) => one.id) }).toEqual({
        q,
        ids: expect.arrayContaining([id]),
      });
    }
    expect((await call('GET', '/persons?q=.*')).body['items']).toEqual([]);
    expect((await call('GET', '/persons')).body['total']).toBe(0);
  });

  it('changes the version that was read, and journals the names of fields only', async () => {
    const { id, lastName } = await newcomer();
    const changed = await call('PATCH', `/persons/${id}`, {
      version: 1,
      phones: [{ value: '01 60 00 00 00' }, { value: '0699887766', preferred: true }],
      safeContact: { doNotWrite: false, doNotLeaveMessage: true, neutralSubject: true },
      district: 'grand-parc',
    });
    expect(changed).toMatchObject({ status: 200, body: { version: 2, district: 'grand-parc', lastName } });
    expect(changed.body['phones'][1]).toEqual({
      value: '0699887766',
      normal: '+33699887766',
      preferred: true,
    });
    const same = await call('PATCH', `/persons/${id}`, { version: 2, district: 'grand-parc' });
    expect(same).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await call('PATCH', `/persons/${id}`, { version: 1, firstName: 'X' })).toMatchObject({
      status: 409,
      body: { name: 'StaleVersion' },
    });
    const timeline = await call('GET', `/persons/${id}/timeline`);
    expect(timeline.body['items'][1]).toMatchObject({
      type: 'DetailsChanged',
      data: { fields: ['district', 'phones', 'safeContact'] },
      actor: 'claire',
    });
    const found = await call('GET', '/persons?q=0699887766');
    expect(found.body['items'].map((one: { id: string }) => one.id)).toEqual([id]);
  });

  it('records consent by purpose', async () => {
    const { id } = await newcomer();
    expect(
      await call('POST', `/persons/${id}/consents`, {
        version: 1,
        purpose: 'notes-sharing',
        answer: 'given',
      }),
    ).toMatchObject({ status: 200, body: { version: 2 } });
    const { body } = await call('GET', `/persons/${id}`);
    expect(body['consents']['notes-sharing'].answer).toBe('given');
    expect(body['consents']['special-needs'].answer).toBe('unknown');
  });

  it('journals who opened a file', async () => {
    const { id } = await newcomer();
    await call('GET', `/persons/${id}`);
    expect(await database().collection('access-log').findOne({ subject: 'person', id })).toMatchObject({
      actor: 'claire',
      why: 'open-file',
    });
  });

  it.each([
    ['an unknown field', { secret: 1 }, 422, 'InvalidInput'],
    ['an operator', { lastName: { $ne: '' } }, 422, 'InvalidInput'],
    ['a name without letters', { lastName: '...' }, 409, 'NameMissing'],
    ['a day that does not exist', { birthDate: '31/02/1980' }, 409, 'BirthDateUnreadable'],
    ['a birth in the future', { birthDate: '01/01/2199' }, 409, 'BornInTheFuture'],
    ['an id that is not one', { id: 'x' }, 422, 'InvalidInput'],
  ])('refuses %s', async (_what, change, status, name) => {
    expect(await call('POST', '/persons', { id: randomUUID(), ...jeanne, ...change })).toMatchObject({
      status,
      body: { name },
    });
  });

  it('keeps towns apart', async () => {
    const { id, lastName } = await newcomer();
    const elsewhere = await running.signIn.issueToken({
      roles: ['ccas-worker'],
      territories: ['91477'],
      sub: 'karim',
    });
    expect((await call('GET', `/persons/${id}`, undefined, elsewhere)).status).toBe(404);
    expect((await call('GET', `/persons?q=${lastName}`, undefined, elsewhere)).body['items']).toEqual([]);
    expect((await call('GET', `/persons?ids=${id}`, undefined, elsewhere)).body['items']).toEqual([]);
    expect((await call('GET', `/persons/${id}/timeline`, undefined, elsewhere)).status).toBe(404);
    expect(
      (await call('PATCH', `/persons/${id}`, { version: 1, firstName: 'X' }, elsewhere)).body['name'],
    ).toBe('WrongTerritory');
    const mine = await call(
      'POST',
      '/persons',
      { id: randomUUID(), firstName: 'Aline', lastName },
      elsewhere,
    );
    expect(mine.status).toBe(201);
    expect(
      (await call('POST', `/persons/${mine.body['id']}/merge`, { into: id, version: 1 }, elsewhere)).status,
    ).toBe(404);
    expect(
      (await call('POST', '/persons', { id, firstName: 'Aline', lastName }, elsewhere)).body['name'],
    ).toBe('WrongTerritory');
  });

  it('publishes ids, never a personal value', async () => {
    const pending = () => database().collection('journal').countDocuments({ pending: true });
    await eventually(async () => expect(await pending()).toBe(0), { withinMs: 30_000 });
    const entries = await database().collection('journal').find().toArray();
    expect(entries.length).toBeGreaterThan(8);
    expect(JSON.stringify(entries)).not.toMatch(/exemple\.fr|Jeanne|Perez|Aline|\+33|1950-02-18|Turpin/i);
  });
});
