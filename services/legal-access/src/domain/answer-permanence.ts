import { slots } from '@passerelle/calendar';
import { refuse, type Refusal } from '@passerelle/domain-kit';
import { askingOf, partnersFor, settleDemand } from './consider-permanence';
import type { Desk } from './desk';
import type { SessionFacts } from './session';
import { settle } from './settle';
import type { Profession } from './permanence';

export interface PartnerLink {
  readonly permanenceRequestId: string;
  readonly partnerId: string;
  readonly attempt: number;
}

export type GivenDate = Omit<
  SessionFacts,
  'topics' | 'profession' | 'permanenceId' | 'permanenceRequestId'
> & {
  readonly slotMinutes: number;
};

/** The partner gave a date: the session opens and the people who wait are placed in their turn, at once. */
export function acceptPermanence(
  desk: Desk,
  { permanenceRequestId, partnerId, attempt }: PartnerLink,
  { slotMinutes, ...date }: GivenDate,
): Refusal | undefined {
  const asked = desk.see('permanenceRequest', permanenceRequestId);
  if (asked.status === 'none') return unknown();
  const { topic } = asked;
  const sessionId = desk.newId();
  const { startsAt, endsAt } = date;
  const accept = {
    partnerId,
    attempt,
    sessionId,
    startsAt,
    endsAt,
    slots: slots(startsAt, endsAt, slotMinutes).length,
  };
  const profession = professionOf(desk, partnerId, topic);
  const facts = { ...date, permanenceRequestId, profession, topics: [topic], slotMinutes };
  const refusal =
    desk.tell('permanenceRequest', permanenceRequestId, { type: 'Accept', ...accept, now: desk.now }) ??
    layAndOpen(desk, sessionId, facts);
  if (refusal) return refusal;
  settleDemand(desk, topic, permanenceRequestId);
  settle(desk, {
    topics: [topic],
    freed: [sessionId],
    justGiven: [sessionId],
    causedBy: { kind: 'permanenceRequest', id: permanenceRequestId },
  });
  return undefined;
}

function layAndOpen(desk: Desk, sessionId: string, facts: SessionFacts & { slotMinutes: number }) {
  desk.lay('session', sessionId);
  return desk.tell('session', sessionId, { type: 'OpenSession', ...facts, now: desk.now });
}

/** The next partner is asked, or nobody is left. */
export function declinePermanence(desk: Desk, link: PartnerLink): Refusal | undefined {
  const { permanenceRequestId: id, partnerId, attempt } = link;
  return askAgain(desk, id, (asking) => ({ type: 'Decline', partnerId, attempt, ...asking }));
}

/** The deadline passed without a word: the next partner is asked, or nobody is left. */
export function lapsePermanence(desk: Desk, id: string): Refusal | undefined {
  return askAgain(desk, id, (asking) => ({ type: 'Lapse', ...asking }));
}

export function hearGoAhead(desk: Desk, id: string, granted: boolean): Refusal | undefined {
  return askAgain(desk, id, (asking) => ({ type: 'HearGoAhead', granted, ...asking }));
}

function askAgain(
  desk: Desk,
  id: string,
  command: (asking: ReturnType<typeof askingOf>) => Parameters<typeof desk.tell<'permanenceRequest'>>[2],
): Refusal | undefined {
  const state = desk.see('permanenceRequest', id);
  if (state.status === 'none') return unknown();
  const { topic } = state;
  const partners = partnersFor(desk.partners(), topic, {}, desk.now);
  const refusal = desk.tell('permanenceRequest', id, command(askingOf(desk, topic, partners)));
  if (refusal) return refusal;
  settleDemand(desk, topic, id);
  return undefined;
}

/** Who sees residents on the date that a partner gave. */
function professionOf(desk: Desk, partnerId: string, topic: string): Profession {
  const kind = desk.partners().find((one) => one.partnerId === partnerId)?.kind;
  if (kind === 'mjd') return 'mjd';
  if (kind === 'bar') return 'lawyer';
  return topic === 'victim-support' ? 'victim-support' : 'jurist';
}

const unknown = () => refuse('UnknownPermanenceRequest', 'Cette demande de permanence n’existe pas.');
