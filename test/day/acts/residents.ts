import { placedAhead, type Day } from '../day';

/** Residents open their mail: some confirm, some cancel, some cancel and ask for another date. */
export async function residentsAnswer(day: Day): Promise<void> {
  const placed = new Map((await placedAhead(day, 30)).map((one) => [one.needId, one]));
  const latest = new Map<string, string>();
  for (const { page, about } of await day.inbox.residentLinks()) {
    if (placed.get(about.id)?.appointment.appointmentId === about.appointmentId) latest.set(about.id, page);
  }
  const answering = day.chance.shuffled([...latest].sort(([a], [b]) => (a < b ? -1 : 1))).slice(0, 30);
  for (const [at, [, page]] of answering.entries()) {
    if (at < 15) {
      await day.api.form(page, { answer: 'confirm' });
      day.did('Habitants qui confirment');
    } else if (at < 23) {
      await day.api.form(page, { answer: 'cancel', wantsAnother: 'no' });
      day.did('Habitants qui annulent');
    } else {
      await day.api.form(page, { answer: 'cancel', wantsAnother: 'yes' });
      day.did('Habitants qui annulent et demandent une autre date');
    }
  }
}
