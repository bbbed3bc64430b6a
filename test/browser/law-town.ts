import { randomUUID } from 'node:crypto';
import { addDays, parisDay, parisTime } from '@passerelle/calendar';
import { eventually } from '@passerelle/testing';
import type { Call, ConsoleTown } from './console-town';

export interface LawTown {
  /** When the session of today begins. */
  readonly beginsAt: Date;
  readonly todaySessionId: string;
}

const everyDay = 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU';
const minute = 60_000;

/** A second place, open every day of the week, so that today and tomorrow have people whatever the day of the run. */
export async function openLawTown(town: ConsoleTown): Promise<LawTown> {
  const officer = await town.as('nadia.lemoine');
  const beginsAt = new Date(Math.ceil((Date.now() + minute) / minute) * minute);
  const placeId = randomUUID();
  await officer('/legal-access/places', {
    ...{ id: placeId, name: 'Antenne des Prés', rooms: ['Salle A', 'Salle B'] },
    address: '8 rue des Prés, 91370 Verrières-le-Buisson',
    openings: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, ...openAround(parisTime(beginsAt)) })),
  });
  const permanence = {
    ...{ placeId, rrule: everyDay, slotMinutes: 30, from: parisDay(new Date()), skipPublicHolidays: false },
  };
  await officer('/legal-access/permanences', {
    ...{
      ...permanence,
      id: randomUUID(),
      room: 'Salle A',
      profession: 'victim-support',
      to: permanence.from,
    },
    ...{ startTime: parisTime(beginsAt), durationMinutes: 60, topics: ['victim-support'] },
  });
  await officer('/legal-access/permanences', {
    ...{ ...permanence, id: randomUUID(), room: 'Salle B', profession: 'jurist' },
    ...{ startTime: '09:00', durationMinutes: 120, topics: ['residence-permit'] },
  });
  // Nobody is given tomorrow by the queue: that date is free for who has somebody on the phone.
  await officer('/legal-access/policies/residence-permit', { values: { noticeHours: 48 } }, 'PUT');
  const today = await officer<{ items: { id: string; room?: string }[] }>('/legal-access/today');
  const todaySessionId = today.items.find(({ room }) => room === 'Salle A')!.id;
  await comeFor(await town.as('claire.marchand'), officer);
  return { beginsAt, todaySessionId };
}

/** As a town opens, or the whole day when the test runs at night. */
const openAround = (time: string) =>
  '08:00' <= time && time < '18:00' ? { from: '08:00', to: '19:00' } : { from: '00:00', to: '23:45' };

/** Two people for one topic: the first date is the same for both, but for its hour. */
async function comeFor(worker: Call, officer: Call): Promise<void> {
  for (const name of ['mathilde+pons', 'karim+lefort']) {
    await worker('/ccas/needs', {
      ...{ id: randomUUID(), personId: await personIdOf(worker, name), urgency: 'normal' },
      ...{ words: 'titre de séjour à renouveler', contactedOn: addDays(parisDay(new Date()), 0) },
    });
  }
  await eventually(
    async () => {
      const { total } = await officer<{ total: number }>(
        '/legal-access/requests?status=placed&topic=residence-permit',
      );
      expect(total).toBe(2);
    },
    { withinMs: 30_000 },
  );
}

export async function personIdOf(call: Call, name: string): Promise<string> {
  const { items } = await call<{ items: { id: string }[] }>(`/people/persons?q=${name}`);
  return items[0]!.id;
}
