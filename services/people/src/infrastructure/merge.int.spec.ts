import { randomUUID } from 'node:crypto';
import { startPeople, type People } from './running-people.spec';

describe('merging persons over HTTP', () => {
  let running: People;
  beforeAll(async () => {
    running = await startPeople();
  });
  afterAll(() => running?.stop());
  const call: People['call'] = (...request) => running.call(...request);
  const newcomer: People['newcomer'] = (extra) => running.newcomer(extra);

  it('merges and unmerges, through chains, and refuses a loop', async () => {
    const [a, b, c] = [
      await newcomer({ phone: '0601010101' }),
      await newcomer({ email: 'b@exemple.fr' }),
      await newcomer({ phone: '0603030303' }),
    ];
    await call('PATCH', `/persons/${a.id}`, {
      version: 1,
      safeContact: { doNotWrite: true, doNotLeaveMessage: false, neutralSubject: false },
    });
    expect(await call('POST', `/persons/${a.id}/merge`, { into: b.id, version: 2 })).toMatchObject({
      status: 200,
      body: { status: 'merged', into: b.id, version: 3 },
    });
    expect(await call('POST', `/persons/${b.id}/merge`, { into: a.id, version: 2 })).toMatchObject({
      status: 409,
      body: { name: 'MergeIntoItself' },
    });
    expect(await call('POST', `/persons/${b.id}/merge`, { into: c.id, version: 2 })).toMatchObject({
      status: 200,
    });
    expect(await call('POST', `/persons/${c.id}/merge`, { into: a.id, version: 2 })).toMatchObject({
      status: 409,
      body: { name: 'MergeIntoItself' },
    });

    const names = await call('GET', `/persons?ids=${a.id},${b.id},${c.id},${randomUUID()}`);
    expect(names.body['items'].map((one: { keptId: string }) => one.keptId)).toEqual([c.id, c.id, c.id]);
    const found = await call('GET', `/persons?q=${a.lastName}`);
    expect(found.body['items'].map((one: { id: string }) => one.id)).toEqual([c.id]);
    const page = await call('GET', `/persons/${c.id}`);
    expect(page.body['duplicates'].map((one: { id: string }) => one.id).sort()).toEqual([a.id, b.id].sort());
    for (const { id } of [a, b, c]) {
      const files = (await call('GET', `/persons/${id}/files`)).body as { keptId: string; ids: string[] };
      expect([files.keptId, [...files.ids].sort()]).toEqual([c.id, [a.id, b.id, c.id].sort()]);
    }
    expect((await call('GET', `/persons/${randomUUID()}/files`)).status).toBe(404);
    const machine = await running.signIn.issueToken({ scope: 'contact-points:read', sub: 'notifications' });
    expect((await call('GET', `/persons/${a.id}/contact-points`, undefined, machine)).body).toEqual({
      firstName: 'Aline',
      lastName: c.lastName,
      mail: 'b@exemple.fr',
      phone: '+33603030303',
      wishes: { doNotWrite: true, doNotLeaveMessage: false, neutralSubject: false },
    });
    expect((await call('GET', `/persons/${a.id}/contact-points`)).status).toBe(403);

    expect(await call('POST', `/persons/${b.id}/unmerge`, { version: 3 })).toMatchObject({
      status: 200,
      body: { status: 'registered' },
    });
    const apart = await call('GET', `/persons?ids=${a.id},${b.id},${c.id}`);
    expect(apart.body['items'].map((one: { keptId: string }) => one.keptId)).toEqual([b.id, b.id, c.id]);
    expect(await call('POST', `/persons/${b.id}/unmerge`, { version: 4 })).toMatchObject({
      status: 200,
      body: { version: 4 },
    });
  });

  it('gives a copy of every file of a person, journaled once, to who may', async () => {
    const [kept, merged] = [
      await newcomer({ phone: '0605050505' }),
      await newcomer({ email: 'm@exemple.fr' }),
    ];
    await call('POST', `/persons/${merged.id}/merge`, { into: kept.id, version: 1 });
    const as = (role: string) =>
      running.signIn.issueToken({ roles: [role], territories: ['91645'], sub: role });
    const officer = await as('ccas-officer');
    const copyId = randomUUID();
    const copy = () => call('POST', `/persons/${kept.id}/copies`, { id: copyId }, officer);
    expect((await copy()).body).toEqual({ id: copyId, personId: kept.id, version: 3 });
    expect((await copy()).body).toEqual({ id: copyId, personId: kept.id, version: 3 });
    const timeline = await call('GET', `/persons/${kept.id}/timeline`);
    expect(timeline.body['items'].at(-1)).toMatchObject({
      type: 'CopyMade',
      actor: 'ccas-officer',
      data: { copyId },
    });
    const { body } = await call('GET', `/persons/${kept.id}/held?also=${merged.id}`, undefined, officer);
    const told = JSON.stringify(body);
    for (const said of ['0605050505', 'm@exemple.fr', kept.trackingCode, 'jamais demandé']) {
      expect(told).toContain(said);
    }
    expect((await call('POST', `/persons/${kept.id}/copies`, { id: copyId })).status).toBe(403);
    const supervisor = await as('supervisor');
    expect((await call('GET', `/persons/${kept.id}/held`, undefined, supervisor)).status).toBe(403);
  });

  it('never closes a loop, whatever merges cross each other', async () => {
    const ring = [await newcomer(), await newcomer(), await newcomer()];
    await Promise.all(
      ring.map(({ id, version }, index) =>
        call('POST', `/persons/${id}/merge`, { into: ring[(index + 1) % ring.length]!.id, version }),
      ),
    );
    const { body } = await call('GET', `/persons?ids=${ring.map(({ id }) => id).join(',')}`);
    for (const { keptId } of body['items'] as { keptId: string }[]) {
      const kept = await call('GET', `/persons/${keptId}`);
      expect(kept.body['status']).toBe('registered');
    }
  });
});
