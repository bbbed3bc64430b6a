import { addDays, minutesOfDay, parisDay, parisInstant, weekday, type LocalDate } from '@passerelle/calendar';
import { ccasOfficer, officer, sessions, type Day, type List, type Session } from '../day';
import type { PartnerLink, Received } from '../inbox';

interface PermanenceRequest {
  readonly id: string;
  readonly status: string;
  readonly topic: string;
  readonly attempt?: number;
}

interface Place {
  readonly id: string;
  readonly rooms: readonly string[];
  readonly openings: readonly { readonly weekday: number; readonly from: string; readonly to: string }[];
}

const asked = (day: Day, status: string) =>
  day.api.get<List<PermanenceRequest>>(
    officer,
    `legal-access/permanence-requests?status=${status}&limit=500`,
  );

/** One topic is held for the CCAS officer from now on, whose requests are asked already: the next one will be. */
export async function holdOneTopic(day: Day): Promise<string> {
  const { items } = await asked(day, 'asked');
  const topic = day.chance.one(items.map((one) => one.topic).sort());
  await day.api.put(officer, `legal-access/policies/${topic}`, { values: { needsGoAhead: true } });
  day.did('Règle changée : accord du CCAS demandé pour un sujet');
  return topic;
}

/** Every partner who has a question in their mail answers it: the first ones decline, the others give a date. */
export async function partnersAnswer(day: Day, declines: number, mustAccept: string): Promise<void> {
  const { items } = await asked(day, 'asked');
  const links = await day.inbox.partnerLinks();
  const inOrder = [...items].sort((a, b) => (a.topic < b.topic ? -1 : 1));
  const open = inOrder.flatMap((request) => {
    const link = links.find(({ about }) => about.id === request.id && about.attempt === request.attempt);
    return link ? [{ ...request, link }] : [];
  });
  const declining = new Set(
    day.chance
      .shuffled(open.filter(({ topic }) => topic !== mustAccept))
      .slice(0, declines)
      .map(({ id }) => id),
  );
  for (const { id, link } of open) {
    if (declining.has(id)) await decline(day, link);
    else await accept(day, link);
  }
}

const reasons = [
  'Notre équipe est en formation ces prochaines semaines.',
  'Tous nos juristes sont déjà engagés ce mois-ci.',
  'Nous ne pouvons pas nous déplacer avant la fin du mois.',
];

async function decline(day: Day, { page }: Received<PartnerLink>): Promise<void> {
  await day.api.form(page, { answer: 'decline', reason: day.chance.one(reasons) });
  day.did('Partenaires qui refusent, avec un motif');
}

async function accept(day: Day, { page }: Received<PartnerLink>): Promise<void> {
  const durationMinutes = day.chance.one([120, 180]);
  const slotMinutes = day.chance.one([20, 30]);
  const length = { durationMinutes: String(durationMinutes), slotMinutes: String(slotMinutes) };
  const ahead = 9 + day.chance.below(8);
  const own = day.chance.below(5) === 0;
  const where = own
    ? {
        date: addDays(parisDay(day.clock.now()), ahead),
        time: '10:00',
        placeId: 'other',
        placeName: 'Maison de la justice et du droit',
        address: '1 rue du Palais, 91300 Massy',
      }
    : await freeHour(day, ahead, durationMinutes);
  await day.api.form(page, { answer: 'accept', ...length, ...where });
  day.did('Partenaires qui proposent une date');
}

/** The first hour from that day on at which a place of the town is open and has a room left. */
async function freeHour(day: Day, ahead: number, durationMinutes: number) {
  const { items: places } = await day.api.get<List<Place>>(officer, 'legal-access/places');
  const held = await sessions(day);
  const [place] = [...places].sort((a, b) => b.rooms.length - a.rooms.length);
  if (!place) throw new Error('The town has no place.');
  for (let later = ahead; later < ahead + 40; later += 1) {
    const date = addDays(parisDay(day.clock.now()), later);
    for (const time of ['12:00', '10:00', '14:00', '16:00']) {
      if (!fits(place, date, time, durationMinutes)) continue;
      const meeting = held.filter(
        (session) => session.placeId === place.id && meets(session, date, time, durationMinutes),
      );
      if (meeting.length < Math.max(1, place.rooms.length)) return { date, time, placeId: place.id };
    }
  }
  throw new Error('No place of the town is free in the next weeks.');
}

function fits({ openings }: Place, date: LocalDate, time: string, durationMinutes: number): boolean {
  const start = minutesOfDay(time);
  return openings.some(
    (one) =>
      one.weekday === weekday(date) &&
      minutesOfDay(one.from) <= start &&
      start + durationMinutes <= minutesOfDay(one.to),
  );
}

function meets(session: Session, date: LocalDate, time: string, durationMinutes: number): boolean {
  const start = parisInstant(date, time).getTime();
  const end = start + durationMinutes * 60_000;
  return new Date(session.startsAt).getTime() < end && start < new Date(session.endsAt).getTime();
}

/** The CCAS officer agrees to every permanence that is held. */
export async function officerAgrees(day: Day): Promise<void> {
  const { items } = await day.api.get<List<{ permanenceRequestId: string }>>(ccasOfficer, 'ccas/go-aheads');
  if (items.length === 0) throw new Error('No permanence request is held for the go-ahead of the CCAS.');
  for (const { permanenceRequestId } of items) {
    await day.api.post(ccasOfficer, `ccas/go-aheads/${permanenceRequestId}`, { granted: true });
    day.did('Accords donnés par le CCAS');
  }
}
