import { randomUUID } from 'node:crypto';
import { addDays, parisDay } from '@passerelle/calendar';
import { NeedIdentified, NeedWithdrawn } from '@passerelle/contracts';
import {
  aNeed,
  eventually,
  startLegalAccess,
  subjectOf,
  type Json,
  type Running,
  type Town,
} from './running.spec';

let service: Running;
beforeAll(async () => {
  service = await startLegalAccess(2);
}, 120_000);
afterAll(() => service?.stop());

const day = (inDays: number) => addDays(parisDay(service.now()), inDays);

async function stateOf(town: Town) {
  const all = async (name: string): Promise<Json[]> =>
    service.db.collection(name).find({ territory: town.territory }).toArray();
  const [requests, sessions, demands, asked] = await Promise.all(
    ['request', 'session', 'demand', 'permanence-request'].map(all),
  );
  return { requests: requests!, sessions: sessions!, demands: demands!, asked: asked! };
}

/** Every breach in words; read from the database, apart from the code that decides. */
async function breaches(town: Town, needs: number): Promise<string[]> {
  const { requests, sessions, demands, asked } = await stateOf(town);
  const found: string[] = [];
  if (requests.length !== needs) found.push(`${requests.length} requests for ${needs} needs`);
  const slots = sessions.flatMap(({ _id, state }) =>
    state.slots.map((slot: Json) => ({ ...slot, session: _id, state })),
  );
  for (const { _id, state } of requests) {
    const queues = demands.filter((one) => one.state.waiting.some((who: Json) => who.needId === _id));
    const held = slots.filter((slot) => slot.needId === _id);
    const expected = { waiting: [1, 0], placed: [0, 1], returned: [0, 0], closed: [0, 0] }[
      state.status as 'placed'
    ];
    if (`${[queues.length, held.length]}` !== `${expected}`) {
      found.push(`${state.status} in ${queues.length} queues and ${held.length} slots`);
    }
    if (state.status === 'placed' && held[0]?.appointmentId !== state.appointment.appointmentId) {
      found.push('the slot and the request name different appointments');
    }
  }
  const known = new Set(requests.map(({ _id }) => _id));
  for (const { needId } of slots)
    if (needId !== undefined && !known.has(needId)) found.push('a slot for nobody');
  for (const { state } of demands) {
    for (const who of state.waiting as Json[]) {
      const free = slots.filter(
        (slot) =>
          slot.needId === undefined &&
          slot.state.status === 'open' &&
          slot.state.topics.includes(state.topic) &&
          !who.declined.includes(slot.session),
      );
      if (free.length > 0) found.push('somebody waits beside a free slot');
    }
    const open = asked.filter(
      (one) => one.state.topic === state.topic && /held|asked/.test(one.state.status),
    );
    if (open.length > 1) found.push(`${open.length} open requests for ${state.topic}`);
    if (state.waiting.length >= 4 && open.length === 0) found.push(`nobody is asked for ${state.topic}`);
  }
  return found;
}

describe('two instances, everything at once', () => {
  it('needs, cancellations, withdrawals, cancelled sessions and new ones leave the town as it should be', async () => {
    const town = await service.town();
    await town.partner(['housing-law', 'debt'], 1);
    const placeId = await town.place({ rooms: ['A', 'B'] });
    const topics = ['housing-law', 'debt'];
    await town.permanence(placeId, { room: 'A', from: day(2), to: day(9), topics });
    const needs = Array.from({ length: 48 }, (_, index) =>
      aNeed(topics[index % 2], index % 5 === 0 ? 'urgent' : 'normal'),
    );
    const refused: string[] = [];
    const act = async (path: string, body: object) => {
      const { status, body: answer } = await town.call('POST', path, body);
      if (status >= 500) refused.push(`${path} ${status}`);
      return answer;
    };
    const disturb = async (need: (typeof needs)[number], index: number) => {
      await town.tell(NeedIdentified, need);
      if (index % 6 === 0) await town.tell(NeedWithdrawn, { ...subjectOf(need), workerId: 'claire' });
      if (index % 4 !== 1) return;
      await eventually(async () => expect((await town.request(need.needId)).needId).toBe(need.needId), {
        withinMs: 30_000,
      });
      await act(`/requests/${need.needId}/cancel-appointment`, { wantsAnother: index % 8 === 1 });
    };
    const sessions = (await town.call('GET', `/sessions?placeId=${placeId}`)).body.items as Json[];
    await Promise.all([
      ...needs.map(disturb),
      act(`/sessions/${sessions[0].id}/cancel`, {}),
      act(`/sessions/${sessions[3].id}/cancel`, {}),
      town.permanence(placeId, { id: randomUUID(), room: 'B', from: day(3), to: day(5), topics: ['debt'] }),
    ]);
    await eventually(
      async () => {
        const { requests } = await stateOf(town);
        const withdrawn = requests.filter(({ state }) => state.outcome === 'withdrawn');
        expect(withdrawn).toHaveLength(needs.filter((_, index) => index % 6 === 0).length);
        expect(await breaches(town, needs.length)).toEqual([]);
      },
      { withinMs: 45_000 },
    );
    expect(refused).toEqual([]);
  }, 120_000);
});
