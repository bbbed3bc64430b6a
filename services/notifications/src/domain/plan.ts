import type { Delivery, Notified } from './delivery';
import { notToldYet, type DeliveryCommand } from './delivery.decide';
import type { Fact, Heard } from './fact';
import type { Notice } from './notice';
import { UNDO_MS } from './patience';
import { recipientKey, recipientOf, type KnownWorker, type Recipient } from './recipient';
import { noticeOf, noticesOn } from './who-is-told';

/** One delivery to decide on, by id. */
export interface Step {
  readonly id: string;
  readonly command: DeliveryCommand;
}

/** A delivery that exists already about the same need or the same permanence request. */
export interface Earlier {
  readonly id: string;
  readonly delivery: Exclude<Delivery, { status: 'none' }>;
}

export interface News {
  readonly type: Heard;
  readonly fact: Fact;
  /** The event's own id and time. */
  readonly eventId: string;
  readonly at: Date;
  readonly now: Date;
  readonly worker: KnownWorker;
  readonly earlier: readonly Earlier[];
  /** The same notice of the same event to the same recipient has the same id: it is told once. */
  readonly idOf: (notice: string, recipient: string) => string;
}

/** What one event changes in who is to be told what. */
export function plan(news: News): Step[] {
  return noticesOn(news.type, news.fact)
    .filter((notice) => !isStale(notice, news))
    .flatMap((notice) => stepsOf(notice, news));
}

function isStale({ staleAfterHours }: Notice, { at, now }: News): boolean {
  return now.getTime() - at.getTime() > staleAfterHours * MS_PER_HOUR;
}
const MS_PER_HOUR = 3_600_000;

function stepsOf(notice: Notice, news: News): Step[] {
  const { now, earlier, eventId } = news;
  const fact = completed(news.fact, earlier);
  const recipient = recipientOf(notice.to, fact, news.worker);
  if (!recipient) return [];
  const id = news.idOf(notice.slug, recipientKey(recipient));
  if (earlier.some((other) => other.id === id)) return [];

  const untrue = earlier.filter((other) => isReplaced(other, notice, fact));
  const drops = untrue.map((other): Step => drop(other.id, now));
  const what = notifiedOf(notice, recipient, fact, { plannedAt: now, becauseOf: eventId });
  if (notice.channel === 'in-app') {
    return [...drops, { id, command: { do: 'leave-message', notified: what } }];
  }
  return [...drops, ...announced(notice, fact, earlier), ...tellOutside(id, notice, what, untrue, news)];
}

/** A cancellation that has not left says that another date is on its way, rather than that there is none. */
function announced({ announcedIn = [], adds }: Notice, fact: Fact, earlier: readonly Earlier[]): Step[] {
  if (!adds) return [];
  return earlier
    .filter(({ delivery }) => announcedIn.includes(delivery.notice) && notToldYet(delivery))
    .filter(({ delivery }) => delivery.fact.needId === fact.needId)
    .map(({ id }) => ({ id, command: { do: 'amend', adds } }));
}

/** Mail or agent: the person may already know, never have known, or hear it with something else. */
function tellOutside(
  id: string,
  notice: Notice,
  what: Notified,
  untrue: readonly Earlier[],
  { earlier, now }: News,
): Step[] {
  const spare = (because: 'overtaken' | 'never-told' | 'told-together'): Step[] => [
    { id, command: { do: 'spare', notified: what, because } },
  ];
  if (earlier.some((other) => knowsMore(other, what.fact))) return spare('overtaken');

  const first = untrue.find((other) => firstNews.includes(other.delivery.saidAs));
  if (first && notice.ifNeverTold === 'say-nothing') return spare('never-told');

  const companions = earlier.filter((other) => isCompanion(other, notice, what.fact));
  const leaving = companions.find((other) => notToldYet(other.delivery));
  if (leaving) {
    const amend: Step[] = notice.adds
      ? [{ id: leaving.id, command: { do: 'amend', adds: notice.adds } }]
      : [];
    return [...amend, ...spare('told-together')];
  }
  // The cancellation was spared because its booking had never been told: nor is the wait that follows it.
  if (companions.some((other) => isNeverTold(other))) return spare('never-told');

  const saidAs = first && notice.ifNeverTold === 'say-as-replaced' ? first.delivery.saidAs : what.saidAs;
  const sendAfter = new Date(now.getTime() + UNDO_MS);
  return [{ id, command: { do: 'plan', notified: { ...what, saidAs }, sendAfter } }];
}

/** The first that somebody hears of an appointment, or of a referral. */
const firstNews: readonly string[] = ['appointment-booked', 'referral-sent'];

function notifiedOf(
  notice: Notice,
  recipient: Recipient,
  fact: Fact,
  origin: Pick<Notified, 'plannedAt' | 'becauseOf'>,
): Notified {
  const useless = notice.uselessAfter && fact[notice.uselessAfter];
  return {
    notice: notice.slug,
    saidAs: notice.slug,
    recipient,
    fact,
    ...origin,
    ...(useless === undefined ? {} : { uselessAfter: new Date(useless) }),
  };
}

/** A reminder does not repeat which attempt its link is for; the request before it said so. */
function completed(fact: Fact, earlier: readonly Earlier[]): Fact {
  if (fact.attempt !== undefined || fact.permanenceRequestId === undefined) return fact;
  const attempts = earlier
    .map(({ delivery }) => delivery.fact)
    .filter((other) => other.partnerId === fact.partnerId && other.attempt !== undefined)
    .map((other) => other.attempt ?? 1);
  return attempts.length === 0 ? fact : { ...fact, attempt: Math.max(...attempts) };
}

function drop(id: string, at: Date): Step {
  return { id, command: { do: 'drop', because: 'overtaken', at } };
}

function isReplaced({ delivery }: Earlier, notice: Notice, fact: Fact): boolean {
  return (
    (notice.replaces ?? []).includes(delivery.notice) &&
    notToldYet(delivery) &&
    sameThing(delivery.fact, fact)
  );
}

function isCompanion({ delivery }: Earlier, notice: Notice, fact: Fact): boolean {
  return (notice.togetherWith ?? []).includes(delivery.notice) && sameThing(delivery.fact, fact);
}

function isNeverTold({ delivery }: Earlier): boolean {
  return delivery.status === 'dropped' && delivery.because === 'never-told';
}

/**
 * A mail that was leaving when later news came was not dropped; when it could not leave after all, it must not follow
 * that news: asked again at each try.
 */
export function isOvertaken(me: Earlier, others: readonly Earlier[]): boolean {
  return others.some(({ delivery: other }) => {
    const replaces = noticeOf(other.notice)?.replaces ?? [];
    const later = other.plannedAt > me.delivery.plannedAt;
    return later && replaces.includes(me.delivery.notice) && sameThing(other.fact, me.delivery.fact);
  });
}

/** An event replayed late must not tell an older state of the same appointment. */
function knowsMore({ delivery: { fact: known } }: Earlier, fact: Fact): boolean {
  return (
    fact.appointmentId !== undefined &&
    known.appointmentId === fact.appointmentId &&
    (known.revision ?? 0) > (fact.revision ?? 0)
  );
}

/** The same appointment, the same question to the same partner, the same referral, or else the same need. */
export function sameThing(a: Fact, b: Fact): boolean {
  if (a.appointmentId !== undefined && b.appointmentId !== undefined)
    return a.appointmentId === b.appointmentId;
  if (a.permanenceRequestId !== undefined || b.permanenceRequestId !== undefined) return sameQuestion(a, b);
  if (a.referralId !== undefined || b.referralId !== undefined) return a.referralId === b.referralId;
  return a.needId !== undefined && a.needId === b.needId;
}

function sameQuestion(a: Fact, b: Fact): boolean {
  const samePartner = a.partnerId === undefined || b.partnerId === undefined || a.partnerId === b.partnerId;
  return a.permanenceRequestId === b.permanenceRequestId && samePartner;
}
