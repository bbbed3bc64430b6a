import type { Rule } from '../rule';
import type { Need, Request } from '../town';

/** What the CCAS may say of a need, by what legal access says of its request. */
export const ccasAgrees: Rule = {
  name: 'ccas-agrees',
  promise: 'the CCAS and legal access say the same of each need',
  check(town, found) {
    const requests = new Map(town.requests.map(({ _id, state }) => [_id, state]));
    for (const { _id, state } of town.needs) {
      const request = requests.get(_id);
      if (!request) continue;
      found.look(_id, disagreement(state, request));
    }
  },
};

function disagreement(need: Need, request: Request): string | undefined {
  const said = `the CCAS says ${spelled(need)}, legal access says ${spelled(request)}`;
  if (need.field !== 'legal-access') return request.status === 'closed' ? undefined : said;
  if (need.topic !== request.topic && request.status !== 'closed') {
    return `the CCAS says ${need.topic ?? 'no topic'}, legal access says ${request.topic}`;
  }
  return agrees(need, request) ? undefined : said;
}

function agrees(need: Need, request: Request): boolean {
  switch (request.status) {
    case 'waiting':
      return need.status === 'oriented';
    case 'placed':
      return need.status === 'placed' && sameAppointment(need, request);
    case 'returned':
      // What was given back is the CCAS's: it may refer it to a partner, or close it with an outcome of its own.
      return ['returned', 'expired', 'referred', 'closed'].includes(need.status);
    case 'closed':
      // Let go of because the CCAS had closed it, with whatever outcome it found.
      return (
        need.status === 'closed' && (request.outcome === 'withdrawn' || need.outcome === outcomeOf(request))
      );
  }
}

function sameAppointment({ appointment: noted }: Need, { appointment: given }: Request): boolean {
  return (
    noted !== undefined &&
    noted.appointmentId === given?.appointmentId &&
    noted.startsAt.getTime() === given.startsAt.getTime()
  );
}

const outcomeOf = ({ outcome }: Request) => (outcome === 'attended' ? 'met' : outcome);

const spelled = ({ status, because, outcome }: { status: string; because?: string; outcome?: string }) =>
  [status, status === 'closed' ? outcome : because].filter(Boolean).join(' ');
