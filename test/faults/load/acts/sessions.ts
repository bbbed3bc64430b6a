import { addDays, parisDay, parisTime } from '@passerelle/calendar';
import { drawnId, drawnName } from '../lots';
import type { Act, Hand } from '../hand';
import { legalTopics } from '../town';
import { addPartner } from './partners';

const officer = { service: 'legal-access', role: 'legal-access-officer' } as const;
const everyDay = 'FREQ=DAILY';
const minutesOfADay = 1_440;

/** Beyond so many who wait, the town opens another permanence. */
const crowd = 60;
const betweenOpeningsMs = 8_000;
const lastOpening = new WeakMap<Hand['town'], number>();

/**
 * Before anybody comes: permanences for four topics, one of them today so that attendance can be noted, and partners for the
 * two topics that nobody receives for.
 */
export async function layOut(hand: Hand): Promise<void> {
  for (const topic of ['victim-support', 'debt', 'family-law']) await addPartner(hand, [topic]);
  await setValues(hand, 'residence-permit', { noticeHours: 0 });
  await setValues(hand, 'debt', { needsGoAhead: true });
  await openToday(hand);
  for (const topic of legalTopics.slice(0, 4)) {
    await schedule(hand, { topics: [topic], startTime: '09:00', durationMinutes: 180, slotMinutes: 15 });
  }
  await schedule(hand, {
    ...{ topics: ['housing-law', 'labour-law'], startTime: '14:00', durationMinutes: 120, slotMinutes: 20 },
  });
}

interface Held {
  readonly topics: readonly string[];
  readonly startTime: string;
  readonly durationMinutes: number;
  readonly slotMinutes: number;
}

/** Each in a place of its own: nothing else is to be compared with. */
async function schedule(hand: Hand, held: Held): Promise<void> {
  const { desk, chance } = hand;
  const placeId = drawnId(chance);
  const openings = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '23:59' }));
  const address = `${1 + chance.below(90)} rue ${drawnName(chance, 3)}, 91370 Verrières-le-Buisson`;
  const place = { id: placeId, name: `Maison ${drawnName(chance, 3)}`, address, rooms: [], openings };
  await desk.command({
    ...officer,
    ...{ what: 'open a place', aggregate: 'place', id: placeId, path: 'legal-access/places' },
    ...{ body: place, events: ['PlaceOpened'] },
  });
  const id = drawnId(chance);
  const facts = { profession: 'jurist', placeId, rrule: everyDay, skipPublicHolidays: false };
  await desk.command({
    ...officer,
    ...{ what: 'schedule a permanence', aggregate: 'permanence', id, path: 'legal-access/permanences' },
    ...{ body: { id, ...facts, ...held, from: parisDay(new Date()) }, events: ['PermanenceScheduled'] },
  });
}

/** From some minutes on, until the evening: near midnight there is none. */
async function openToday(hand: Hand): Promise<void> {
  const startTime = parisTime(new Date(Date.now() + 3 * 60_000));
  const [hour = 0, minute = 0] = startTime.split(':').map(Number);
  const left = minutesOfADay - 1 - (60 * hour + minute);
  if (left < 60 || left > minutesOfADay - 30) return;
  const durationMinutes = Math.min(left, 180);
  await schedule(hand, { topics: ['residence-permit'], startTime, durationMinutes, slotMinutes: 5 });
}

/** It changes a demand, whose id is the service's own business: counted, and nothing is looked for afterwards. */
async function setValues({ desk }: Hand, topic: string, values: object): Promise<void> {
  await desk.command({
    ...officer,
    ...{ what: 'set a policy', aggregate: 'demand', id: topic, method: 'PUT', events: [] },
    ...{ path: `legal-access/policies/${topic}`, body: { values } },
  });
}

export const setPolicy: Act = async (hand) => {
  const { chance } = hand;
  const topic = chance.one(['victim-support', 'debt', 'family-law']);
  await setValues(hand, topic, { threshold: 3 + chance.below(4) });
  return true;
};

export const openPermanence: Act = async (hand) => {
  const { queue, town, chance } = hand;
  const now = performance.now();
  if (queue.waitingCount < crowd || now - (lastOpening.get(town) ?? -betweenOpeningsMs) < betweenOpeningsMs) {
    return false;
  }
  lastOpening.set(town, now);
  const topics = chance.shuffled(legalTopics.slice(0, 4)).slice(0, 2);
  await schedule(hand, { topics, startTime: '10:00', durationMinutes: 180, slotMinutes: 10 });
  return true;
};

interface Session {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly startsAt: string;
}

/** A professional is ill: everybody of one session looks for another date. */
export const cancelSession: Act = async ({ desk, town, chance }) => {
  const day = addDays(parisDay(new Date()), 2 + chance.below(15));
  const path = `legal-access/sessions?from=${day}&to=${day}&limit=20`;
  const found = await desk.read<{ items: Session[] }>(officer.role, path);
  const done = await town.with(
    chance,
    found?.items ?? [],
    ({ status }) => status === 'open',
    async ({ id, version }) => {
      await desk.command({
        ...officer,
        ...{ what: 'cancel a session', aggregate: 'session', id, version, events: ['SessionCancelled'] },
        ...{ path: `legal-access/sessions/${id}/cancel`, body: { version } },
      });
      return true;
    },
  );
  return done ?? false;
};
