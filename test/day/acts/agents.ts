import { addDays, parisDay } from '@passerelle/calendar';
import { officer, placedAhead, reception, requests, sessions, worker, type Day, type List } from '../day';

interface FreeSlot {
  readonly sessionId: string;
  readonly startsAt: string;
}

/** Beyond the horizon of the queue, where an agent may still choose. */
const farAheadDays = 25;

const freeSlots = (day: Day, topic: string) => {
  const from = addDays(parisDay(day.clock.now()), farAheadDays);
  return day.api.get<List<FreeSlot>>(officer, `legal-access/slots?topic=${topic}&from=${from}&limit=100`);
};

/** On the phone: appointments moved, cancelled, and slots chosen for people who wait. */
export async function agentsChangeAppointments(day: Day): Promise<void> {
  for (const { needId, topic, version } of day.chance.shuffled(await placedAhead(day, 48)).slice(0, 5)) {
    const { sessionId, startsAt } = day.chance.one((await freeSlots(day, topic)).items);
    await day.api.post(reception, `legal-access/requests/${needId}/move`, { sessionId, startsAt, version });
    day.did('Rendez-vous déplacés par un agent');
  }
  const cancelled = day.chance.shuffled(await placedAhead(day, 48)).slice(0, 5);
  for (const [at, { needId, version }] of cancelled.entries()) {
    const wantsAnother = at % 2 === 0;
    await day.api.post(officer, `legal-access/requests/${needId}/cancel-appointment`, {
      wantsAnother,
      version,
    });
    day.did(
      wantsAnother
        ? 'Rendez-vous annulés par un agent, autre date cherchée'
        : 'Rendez-vous annulés par un agent',
    );
  }
  const waiting = day.chance.shuffled(await requests(day, 'status=waiting')).slice(0, 3);
  for (const { needId, topic, version } of waiting) {
    const { sessionId, startsAt } = day.chance.one((await freeSlots(day, topic)).items);
    await day.api.post(worker, `legal-access/requests/${needId}/book`, { sessionId, startsAt, version });
    day.did('Créneaux choisis par un agent pour une personne qui attend');
  }
}

/** A professional is ill: everybody of one session looks for another date. */
export async function sessionIsCancelled(day: Day): Promise<void> {
  const from = day.clock.now().getTime() + 4 * 86_400_000;
  const full = (await sessions(day)).filter(
    ({ startsAt, booked }) => booked > 2 && new Date(startsAt).getTime() > from,
  );
  const { id, version, booked } = day.chance.one(full);
  await day.api.post(officer, `legal-access/sessions/${id}/cancel`, { version });
  day.did('Séances annulées');
  day.did('Rendez-vous de cette séance', booked);
}
