// A whole town in memory, for histories of random commands: only what the pure model decides is in it. Not shipped.
import { parisDay } from '@passerelle/calendar';
import { isRefusal, type Refusal } from '@passerelle/domain-kit';
import { acceptPermanence, declinePermanence, hearGoAhead, lapsePermanence } from './answer-permanence';
import { bookByHand, moveAppointment, walkIn } from './book-by-hand';
import { changeRequest, closeRequest } from './change-request';
import type { Demand } from './demand';
import { Desk, NotOnDesk, type Aggregates, type Kind, type Missing, type Partner } from './desk';
import { cancelSessions, openSessions } from './hold-sessions';
import type { PermanenceRequest } from './permanence-request';
import type { Policy } from './policy';
import type { Request } from './request';
import type { Session } from './session';
import { settle } from './settle';
import type { Urgency } from './waiting';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const topics = ['family-law', 'housing-law'] as const;

export type Step =
  | { do: 'need'; topic: string; urgency: Urgency; daysAgo: number }
  | { do: 'open'; inHours: number; topics: string[]; slots: number }
  | { do: 'cancel'; pick: number; by: 'resident' | 'agent'; wantsAnother: boolean }
  | { do: 'attend'; pick: number; attendance: 'attended' | 'absent' }
  | { do: 'cancel-session' | 'close-session'; pick: number }
  | { do: 'walk-in'; pick: number; topic: string; known: boolean }
  | { do: 'move' | 'book'; pick: number; session: number; slot: number }
  | { do: 'return' | 'withdraw' | 'reorient' | 'reopen'; pick: number; topic: string }
  | { do: 'wait'; hours: number }
  | { do: 'accept'; pick: number; inHours: number; slots: number }
  | { do: 'decline'; pick: number }
  | { do: 'go-ahead'; pick: number; granted: boolean }
  | { do: 'partner'; pick: number; topics: string[]; active: boolean }
  | { do: 'policy'; topic: string; values: Partial<Policy> };

const needsAppointment = new Set(['attend', 'cancel', 'move']);

export class World {
  now = new Date('2026-11-24T08:00:00Z');
  readonly demands = new Map<string, Demand>();
  readonly sessions = new Map<string, Session>();
  readonly requests = new Map<string, Request>();
  readonly permanenceRequests = new Map<string, PermanenceRequest>();
  readonly partners: Partner[] = [
    { partnerId: 'p0', kind: 'mjd', topics: [...topics], rank: 1, active: true },
  ];
  /** Looks after each decision, of which a step may take several. */
  onDecided: () => void = () => {};
  /** Needs placed by the last decision out of the queue, not by hand. */
  lastPlaced: string[] = [];
  /** Whether the last step left to the due work what it could have done itself. */
  leftForLater = false;
  private count = 0;

  constructor() {
    for (const topic of topics) this.demands.set(topic, { waiting: [], policies: [] });
  }

  /** Takes the step; a refusal changes nothing. Then what is due is done, as the service does each second. */
  take(step: Step): Refusal | undefined {
    const outcome = this.decide(step);
    this.leftForLater = this.doAllThatIsDue();
    return outcome;
  }

  at<T>(all: readonly T[], pick: number): T | undefined {
    return all[pick % Math.max(all.length, 1)];
  }

  private decide(step: Step): Refusal | undefined {
    switch (step.do) {
      case 'wait':
        this.now = new Date(this.now.getTime() + step.hours * HOUR);
        return undefined;
      case 'partner':
        return this.changePartner(step);
      case 'policy': {
        const { topic, values } = step;
        const today = parisDay(this.now);
        const set = { type: 'SetPolicy', topic, from: today, values, today } as const;
        return this.on((desk) => desk.tell('demand', topic, set) ?? (settle(desk, { topics }) as undefined));
      }
      case 'accept':
      case 'decline':
      case 'go-ahead':
        return this.answer(step);
      case 'open':
      case 'cancel-session':
      case 'close-session':
        return this.changeSession(step);
      default:
        return this.changeRequest(step);
    }
  }

  private changeRequest(
    step: Extract<Step, { pick: number }> | Extract<Step, { do: 'need' }>,
  ): Refusal | undefined {
    const { now } = this;
    if (step.do === 'need') {
      const contactedOn = parisDay(new Date(now.getTime() - step.daysAgo * DAY));
      const { topic, urgency } = step;
      const need = { personId: this.id('person'), topic, urgency, contactedOn, now };
      const id = this.id('need');
      return this.on((desk) => changeRequest(desk, id, { type: 'File', ...need }));
    }
    if (step.do === 'walk-in') return this.walkIn(step);
    const placed = [...this.requests].filter(([, { status }]) => status === 'placed');
    const about = needsAppointment.has(step.do) && placed.length > 0 ? placed : [...this.requests];
    const id = this.at(about, step.pick)?.[0];
    if (id === undefined) return undefined;
    switch (step.do) {
      case 'cancel': {
        const { by, wantsAnother } = step;
        return this.on((desk) => changeRequest(desk, id, { type: 'Cancel', by, wantsAnother, now }));
      }
      case 'attend':
        return this.attend(id, step.attendance);
      case 'return':
        return this.on((desk) => changeRequest(desk, id, { type: 'Return', because: 'agent-decision', now }));
      case 'withdraw':
        return this.on((desk) => closeRequest(desk, id, { personId: 'x', topic: step.topic }, 'withdrawn'));
      case 'reorient':
      case 'reopen': {
        const need = {
          personId: 'x',
          topic: step.topic,
          urgency: 'normal',
          contactedOn: '2026-11-01',
          now,
        } as const;
        const command =
          step.do === 'reopen'
            ? ({ type: 'Reopen', ...need, since: now } as const)
            : ({ type: 'Reorient', ...need } as const);
        return this.on((desk) => changeRequest(desk, id, command));
      }
      case 'move':
      case 'book':
        return this.byHand(id, step);
      default:
        return undefined;
    }
  }

  private attend(id: string, attendance: 'attended' | 'absent'): Refusal | undefined {
    const state = this.requests.get(id);
    if (state?.status === 'placed' && this.now < state.appointment.startsAt) {
      this.now = new Date(state.appointment.startsAt);
      this.doAllThatIsDue();
    }
    const { now } = this;
    return this.on((desk) => changeRequest(desk, id, { type: 'Attend', attendance, now }));
  }

  private byHand(id: string, { do: verb, session, slot }: Extract<Step, { do: 'move' | 'book' }>) {
    const [sessionId, state] = this.at([...this.sessions], session) ?? [];
    if (!sessionId || !state || state.status === 'none') return undefined;
    const startsAt = this.at(state.slots, slot)?.startsAt ?? this.now;
    const byHand = verb === 'move' ? moveAppointment : bookByHand;
    return this.on((desk) => byHand(desk, id, { sessionId, startsAt }), id);
  }

  private walkIn({ pick, topic, known }: Extract<Step, { do: 'walk-in' }>): Refusal | undefined {
    const [sessionId, state] = this.at([...this.sessions], pick) ?? [];
    if (!sessionId || !state || state.status === 'none') return undefined;
    if (this.now < state.startsAt) {
      this.now = new Date(state.startsAt);
      this.doAllThatIsDue();
    }
    const waiting = [...this.requests].find(([, one]) => one.status === 'waiting')?.[0];
    const who = { needId: known && waiting ? waiting : this.id('need'), personId: this.id('person'), topic };
    return this.on((desk) => walkIn(desk, sessionId, who), who.needId);
  }

  private changeSession(
    step: Extract<Step, { do: 'open' | 'cancel-session' | 'close-session' }>,
  ): Refusal | undefined {
    if (step.do === 'open') {
      const facts = {
        ...this.dates(step.inHours, step.slots),
        permanenceId: 'permanence',
        profession: 'lawyer' as const,
        topics: step.topics,
        sessionId: this.id('session'),
      };
      return this.on((desk) => openSessions(desk, [facts]));
    }
    const id = this.at([...this.sessions.keys()], step.pick);
    if (id === undefined) return undefined;
    if (step.do === 'cancel-session') return this.on((desk) => cancelSessions(desk, [id]));
    return this.on((desk) => desk.tell('session', id, { type: 'CloseSession' }));
  }

  private answer(step: Extract<Step, { do: 'accept' | 'decline' | 'go-ahead' }>): Refusal | undefined {
    const open = [...this.permanenceRequests].filter(
      ([, { status }]) => status === 'asked' || status === 'held',
    );
    const [permanenceRequestId, state] = this.at(open, step.pick) ?? [];
    if (!permanenceRequestId || !state) return undefined;
    if (step.do === 'go-ahead')
      return this.on((desk) => hearGoAhead(desk, permanenceRequestId, step.granted));
    if (state.status !== 'asked') return undefined;
    const { partnerId, attempt } = state;
    const link = { permanenceRequestId, partnerId, attempt };
    if (step.do === 'decline') return this.on((desk) => declinePermanence(desk, link));
    return this.on((desk) => acceptPermanence(desk, link, this.dates(step.inHours, step.slots)));
  }

  private changePartner({ pick, topics: served, active }: Extract<Step, { do: 'partner' }>): undefined {
    const partnerId = `p${pick % 3}`;
    const index = this.partners.findIndex((one) => one.partnerId === partnerId);
    const partner = { partnerId, kind: 'bar', topics: served, rank: 1 + (pick % 3), active };
    if (index < 0) this.partners.push(partner);
    else this.partners[index] = partner;
    return undefined;
  }

  private dates(inHours: number, slots: number) {
    const startsAt = new Date(this.now.getTime() + inHours * HOUR);
    const endsAt = new Date(startsAt.getTime() + slots * HOUR);
    return { startsAt, endsAt, slotMinutes: 60, placeName: 'Mairie', placeAddress: '1 place de la Mairie' };
  }

  private doAllThatIsDue(): boolean {
    let any = false;
    while (this.doWhatIsDue()) any = true;
    return any;
  }

  /** Silent partners, people whose slot came within the horizon, waits that became too long. */
  private doWhatIsDue(): boolean {
    let changed = false;
    for (const [id, state] of this.permanenceRequests) {
      if (state.status !== 'asked' || this.now < state.answerBy) continue;
      this.on((desk) => lapsePermanence(desk, id));
      changed = true;
    }
    const before = topics.map((topic) => this.demands.get(topic));
    this.on((desk) => settle(desk, { topics }) as undefined);
    return changed || topics.some((topic, index) => this.demands.get(topic) !== before[index]);
  }

  private on(decision: (desk: Desk) => Refusal | undefined, byHand?: string): Refusal | undefined {
    const unknown: Missing[] = [];
    for (;;) {
      const desk = this.layDesk(unknown);
      try {
        const outcome = decision(desk);
        if (!isRefusal(outcome)) this.keep(desk, byHand);
        return outcome;
      } catch (error) {
        if (!(error instanceof NotOnDesk)) throw error;
        unknown.push(error.missing);
      }
    }
  }

  private layDesk(unknown: readonly Missing[]): Desk {
    const desk = new Desk(this.now, () => this.id('id'));
    const all = this.all();
    for (const kind of Object.keys(all) as Kind[]) {
      for (const [id, state] of all[kind]) desk.lay(kind, id, state as never);
    }
    for (const missing of unknown)
      if ('ids' in missing) for (const id of missing.ids) desk.lay(missing.kind, id);
    for (const topic of topics) desk.layFreeSessions(topic, Number.MAX_SAFE_INTEGER);
    desk.layPartners(this.partners);
    return desk;
  }

  private keep(desk: Desk, byHand?: string): void {
    const all = this.all();
    this.lastPlaced = [];
    for (const { kind, id } of desk.changes()) {
      const before = all[kind].get(id);
      const after = desk.see(kind, id);
      (all[kind] as Map<string, Aggregates[Kind]['state']>).set(id, after);
      if (kind === 'request' && id !== byHand && isNewlyPlaced(before as Request, after as Request)) {
        this.lastPlaced.push(id);
      }
    }
    this.onDecided();
  }

  private all(): { [K in Kind]: Map<string, Aggregates[K]['state']> } {
    const {
      demands: demand,
      sessions: session,
      requests: request,
      permanenceRequests: permanenceRequest,
    } = this;
    return { demand, session, request, permanenceRequest };
  }

  private id(kind: string): string {
    return `${kind}-${this.count++}`;
  }
}

function isNewlyPlaced(before: Request | undefined, after: Request): boolean {
  if (after.status !== 'placed') return false;
  if (before?.status !== 'placed') return !after.appointment.walkIn;
  return before.appointment.sessionId !== after.appointment.sessionId;
}
