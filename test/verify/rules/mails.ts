import type { Rule } from '../rule';
import type { Delivery, Entry, Stored, Town } from '../town';

/** What is owed outside, by event: written again here, so that a row lost in the service is missed. */
const owed: readonly { on: string; notice: string; when?: (data: Entry['data']) => boolean }[] = [
  { on: 'AppointmentBooked', notice: 'appointment-booked', when: (data) => data['walkIn'] === false },
  { on: 'AppointmentMoved', notice: 'appointment-moved' },
  { on: 'AppointmentCancelled', notice: 'appointment-cancelled' },
  { on: 'AppointmentReminderDue', notice: 'appointment-reminder' },
  { on: 'RequestWaiting', notice: 'request-waits-again', when: (data) => data['because'] !== 'no-slot' },
  { on: 'PermanenceRequested', notice: 'permanence-requested' },
  { on: 'PermanenceRequestReminded', notice: 'permanence-reminded' },
  { on: 'ReferralSent', notice: 'referral-sent' },
  {
    on: 'ReferralReminded',
    notice: 'referral-reminded',
    when: (data) => data['waitsFor'] === 'partner',
  },
  { on: 'ReferralQuestionAnswered', notice: 'referral-question-answered' },
  { on: 'ReferralAccepted', notice: 'referral-accepted' },
  { on: 'ReferralWithdrawn', notice: 'referral-withdrawn' },
  { on: 'ReferralClosed', notice: 'referral-closed', when: (data) => data['by'] === 'worker' },
];

const final = new Set(['sent', 'awaiting-agent', 'told', 'dropped']);

/** Each fact that somebody outside must hear has its delivery, and it came to an end. */
export const mailsOwed: Rule = {
  name: 'mails-owed',
  promise: 'everything that must be told outside has one delivery, and it came to an end',
  check(town, found) {
    const told = byReason(town.deliveries);
    const deciding = [...town.journalOf('legal-access'), ...town.journalOf('ccas')];
    for (const { _id, publication } of deciding) {
      if (!publication) continue;
      for (const { notice, when } of owed.filter(({ on }) => on === publication.type)) {
        if (when && !when(publication.data)) continue;
        const its = told.get(`${notice} ${_id}`) ?? [];
        const [first] = its;
        found.look(
          _id,
          its.length !== 1 && `${publication.type} has ${its.length} deliveries of ${notice}`,
          first &&
            !final.has(first.state.status) &&
            `the delivery of ${notice} is still ${first.state.status}`,
          first?.state.status === 'dropped' && unjustified(first.state, town.deliveries),
        );
      }
    }
  },
};

function byReason(deliveries: readonly Stored<Delivery>[]): Map<string, Stored<Delivery>[]> {
  const found = new Map<string, Stored<Delivery>[]>();
  for (const delivery of deliveries) {
    const key = `${delivery.state.notice} ${delivery.state.becauseOf}`;
    found.set(key, [...(found.get(key) ?? []), delivery]);
  }
  return found;
}

const reasons = new Set(['overtaken', 'never-told', 'told-together', 'too-late', 'nobody-there']);

/** Untold because something else is told: that something must be there. */
function unjustified(dropped: Delivery, deliveries: readonly Stored<Delivery>[]): string | undefined {
  const because = dropped.because ?? '';
  if (!reasons.has(because)) return `dropped for a reason that nobody knows: ${because}`;
  if (because !== 'told-together' && because !== 'overtaken') return undefined;
  const about = (fact: Delivery['fact']) => fact['needId'] ?? fact['permanenceRequestId'];
  const others = deliveries.some(
    ({ state }) => state !== dropped && about(state.fact) === about(dropped.fact),
  );
  return others ? undefined : `${dropped.notice} was dropped as ${because}, and nothing else was told`;
}

/** What the inbox took against what was marked as sent. A copy of one Message-ID is counted apart: a mailbox shows one. */
export const mailsOnce: Rule = {
  name: 'mails-once',
  promise: 'every mail sent is in the inbox under one Message-ID, and no other mail is',
  check(town, found) {
    const ids = messageIdsOf(town);
    const deliveries = new Map(town.deliveries.map((one) => [one._id, one.state]));
    for (const [id, { status }] of deliveries) {
      const count = ids.get(id)?.size ?? 0;
      if (status === 'sent')
        found.look(id, count !== 1 && `marked as sent, with ${count} Message-IDs in the inbox`);
      else if (count > 0) found.look(id, `${status}, and the inbox has ${count} Message-IDs of it`);
    }
    for (const id of ids.keys())
      if (!deliveries.has(id)) found.look(id, 'a mail in the inbox that no delivery made');
    const told = new Map<string, string>();
    for (const { _id, state } of town.deliveries) {
      const key = `${state.notice} ${state.becauseOf} ${JSON.stringify(state.recipient)}`;
      const other = told.get(key);
      if (other) found.look(_id, `tells the same as delivery ${other}`);
      told.set(key, _id);
    }
  },
};

function messageIdsOf({ mails }: Town): Map<string, Set<string>> {
  const ids = new Map<string, Set<string>>();
  for (const { messageId } of mails) {
    const delivery = messageId.split('@')[0] ?? '';
    ids.set(delivery, (ids.get(delivery) ?? new Set()).add(messageId));
  }
  return ids;
}
