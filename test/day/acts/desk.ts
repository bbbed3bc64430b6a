import { v5 as uuidv5 } from 'uuid';
import {
  officer,
  reception,
  requests,
  sessions,
  type Day,
  type Request,
  type Session,
  type Slot,
} from '../day';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const namespace = '0d0a3b39-26c5-5b0f-8f4c-2f3f6d1c7a55';

const at = (text: string) => new Date(text).getTime();
const taken = ({ slots }: Session) =>
  slots.filter((slot): slot is Slot & { needId: string } => slot.needId !== undefined);

/** A day at the front desk: who came, who did not, who came without an appointment. Gives back who was absent. */
export async function deskOfOneSession(day: Day): Promise<Request[]> {
  const found = (await sessions(day)).find(
    (one) => at(one.startsAt) > day.clock.now().getTime() + HOUR && one.booked >= 5,
  );
  if (!found) throw new Error('No session with five people is ahead.');
  await day.clock.moveTo(new Date(at(found.startsAt) - 2 * HOUR));
  await day.settled();
  // Too late for the queue, which needs a day to tell people: these slots are for who walks in.
  await cancelLast(day, found.id, 2);
  const session = await reread(day, found.id);
  const expected = taken(session);
  await day.clock.moveTo(new Date(at(expected.at(-1)?.startsAt ?? session.startsAt) + MINUTE));
  await walkIns(day, session);
  const first = (await Promise.all(expected.map(({ needId }) => one(day, needId)))).filter(
    ({ absences }) => absences === 0,
  );
  const absent = new Set(day.chance.shuffled(first.map(({ needId }) => needId)).slice(0, 2));
  for (const { needId } of expected) await note(day, needId, absent.has(needId) ? 'absent' : 'attended');
  await day.clock.moveTo(new Date(at(session.endsAt) + MINUTE));
  for (const { needId, attendance } of taken(await reread(day, found.id))) {
    if (attendance === undefined) await note(day, needId, 'attended');
  }
  await day.settled();
  return Promise.all([...absent].map((needId) => one(day, needId)));
}

/** Whoever was absent gets one more appointment, and misses that one too: the CCAS takes them back. */
export async function absentTwice(day: Day, who: readonly Request[]): Promise<void> {
  const [person] = who.filter(({ status }) => status === 'waiting' || status === 'placed');
  if (!person) throw new Error('Nobody was absent and waits again.');
  const found = (await sessions(day)).find(
    ({ topics, startsAt, booked }) =>
      topics.includes(person.topic) && booked > 0 && at(startsAt) > day.clock.now().getTime() + HOUR,
  );
  if (!found) throw new Error(`No other session serves ${person.topic}.`);
  await day.clock.moveTo(new Date(at(found.startsAt) - HOUR));
  await day.settled();
  await cancelLast(day, found.id, 1);
  const free = (await reread(day, found.id)).slots.find(({ needId }) => needId === undefined);
  if (!free) throw new Error('The slot that was freed is not there.');
  const now = await one(day, person.needId);
  const how = now.status === 'placed' ? 'move' : 'book';
  const chosen = { sessionId: found.id, startsAt: free.startsAt, version: now.version };
  await day.api.post(officer, `legal-access/requests/${person.needId}/${how}`, chosen);
  await day.clock.moveTo(new Date(at(free.startsAt) + MINUTE));
  await note(day, person.needId, 'absent');
  day.did('Personnes absentes deux fois, rendues au CCAS');
  await day.settled();
  const after = await one(day, person.needId);
  if (after.status !== 'returned') throw new Error(`Absent twice, and the request is ${after.status}.`);
}

const one = (day: Day, needId: string) => day.api.get<Request>(officer, `legal-access/requests/${needId}`);

async function reread(day: Day, sessionId: string): Promise<Session> {
  return day.api.get<Session>(officer, `legal-access/sessions/${sessionId}`);
}

async function cancelLast(day: Day, sessionId: string, count: number): Promise<void> {
  for (const { needId } of taken(await reread(day, sessionId)).slice(-count)) {
    await day.api.post(officer, `legal-access/requests/${needId}/cancel-appointment`, { wantsAnother: true });
    day.did('Rendez-vous annulés le jour même, autre date cherchée');
  }
}

async function note(day: Day, needId: string, attendance: 'attended' | 'absent'): Promise<void> {
  await day.api.post(reception, `legal-access/requests/${needId}/attendance`, { attendance });
  day.did(attendance === 'attended' ? 'Personnes venues' : 'Personnes absentes');
}

/** Somebody who waits for that subject, and somebody whom nobody had noted a need for. */
async function walkIns(day: Day, session: Session): Promise<void> {
  const waiting = day.chance.shuffled(await requests(day, 'status=waiting'));
  const topic =
    session.topics.find((word) => waiting.filter((request) => request.topic === word).length > 1) ?? '';
  const [known, other] = waiting.filter((request) => request.topic === topic);
  if (!known || !other) throw new Error(`Nobody waits for what session ${session.id} serves.`);
  const come = async (id: string, personId: string) => {
    await day.api.post(reception, `legal-access/sessions/${session.id}/walk-ins`, { id, personId, topic });
    day.did('Passages sans rendez-vous');
  };
  await come(known.needId, known.personId);
  await come(uuidv5(`walk-in ${session.id}`, namespace), other.personId);
}
