import { requests, worker, type Day, type List, type Request } from '../day';

interface Need {
  readonly id: string;
  readonly version: number;
  readonly topic: string;
}

const needs = async (day: Day, status: string) => {
  const path = `ccas/needs?field=legal-access&status=${status}&limit=500`;
  const { items } = await day.api.get<List<Need>>(worker, path);
  return [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
};

/** What the CCAS corrects: the subject was another one, or the resident gave up. */
export async function workersCorrectNeeds(day: Day): Promise<void> {
  const reorient = async ({ id, version }: Need, topic: string) => {
    const reason = 'La personne est revenue préciser sa demande.';
    await day.api.post(worker, `ccas/needs/${id}/reorient`, { version, topic, reason });
  };
  const [left, changed, given] = day.chance.shuffled(await needs(day, 'oriented'));
  const [placed, withdrawn] = day.chance.shuffled(await needs(day, 'placed'));
  if (!left || !changed || !given || !placed || !withdrawn) throw new Error('Too few needs to correct.');
  await reorient(left, 'youth-job');
  await reorient(placed, 'parenting-support');
  day.did('Besoins réorientés vers un autre domaine', 2);
  await reorient(changed, changed.topic === 'debt' ? 'housing-law' : 'debt');
  day.did('Besoins réorientés vers un autre sujet du droit');
  for (const { id, version } of [given, withdrawn]) {
    await day.api.post(worker, `ccas/needs/${id}/withdraw`, { version, reason: 'La personne a renoncé.' });
    day.did('Besoins retirés');
  }
  const { items } = await day.api.get<List<Need>>(worker, 'ccas/needs/to-classify?limit=5');
  const [unclear] = [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
  if (!unclear) return;
  await day.api.post(worker, `ccas/needs/${unclear.id}/classify`, {
    version: unclear.version,
    topic: 'family-law',
  });
  day.did('Besoins classés à la main');
}

interface Person {
  readonly id: string;
  readonly version: number;
}

/** Two files for one person, who waits twice for the same subject; then it was a mistake. */
export async function personsMergedAndParted(day: Day): Promise<void> {
  const twins = twinsAmong(day.chance.shuffled(await requests(day, 'status=waiting')));
  if (!twins) throw new Error('Nobody waits for the same subject as somebody else.');
  const [kept, other] = twins;
  const file = await day.api.get<Person>(worker, `people/persons/${other.personId}`);
  const { version } = await day.api.post<Person>(worker, `people/persons/${other.personId}/merge`, {
    into: kept.personId,
    version: file.version,
  });
  day.did('Fiches réunies');
  await day.settled();
  await day.api.post(worker, `people/persons/${other.personId}/unmerge`, { version });
  day.did('Fiches séparées à nouveau');
}

function twinsAmong(waiting: readonly Request[]): [Request, Request] | undefined {
  for (const one of waiting) {
    const other = waiting.find(({ topic, personId }) => topic === one.topic && personId !== one.personId);
    if (other) return [one, other];
  }
  return undefined;
}
