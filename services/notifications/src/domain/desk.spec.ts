import { fold, isRefusal } from '@passerelle/domain-kit';
import type { Delivery } from './delivery';
import { deliveryDecider, type DeliveryCommand } from './delivery.decide';
import type { Fact, Heard } from './fact';
import { plan, type Earlier } from './plan';
import type { KnownWorker } from './recipient';

/** For tests: deliveries of one town, by what they are about: the application's transaction, without its database. */
export class Desk {
  readonly deliveries = new Map<string, Exclude<Delivery, { status: 'none' }>>();
  private events = 0;
  now = new Date('2026-12-01T09:00:00Z');
  heardLateMs = 0;
  worker: KnownWorker = 'claire';

  hear(type: Heard, fact: Fact): this {
    this.events += 1;
    const event = this.events;
    const steps = plan({
      type,
      fact,
      eventId: `event-${event}`,
      at: this.heardLateMs ? new Date(this.now.getTime() - this.heardLateMs) : this.now,
      now: this.now,
      worker: this.worker,
      earlier: this.all(),
      idOf: (notice, recipient) => `${notice}|${recipient}|${event}`,
    });
    for (const step of steps) this.do(step.id, step.command);
    return this;
  }
  do(id: string, command: DeliveryCommand): void {
    const before = this.deliveries.get(id) ?? deliveryDecider.initial;
    const outcome = deliveryDecider.decide(command, before);
    if (isRefusal(outcome)) throw new Error(outcome.refused);
    const after = fold(deliveryDecider.evolve, before, outcome);
    if (after.status !== 'none') this.deliveries.set(id, after);
  }
  all(): Earlier[] {
    return [...this.deliveries].map(([id, delivery]) => ({ id, delivery }));
  }
  /** Everything due leaves by mail. */
  letLeave(): this {
    this.now = new Date(this.now.getTime() + 20_000);
    for (const { id, delivery } of this.all()) {
      if (delivery.status !== 'pending') continue;
      this.do(id, { do: 'start-sending', at: this.now });
      this.do(id, { do: 'mark-sent', at: this.now });
    }
    return this;
  }
  toResident() {
    return this.all()
      .filter(({ delivery }) => delivery.recipient.kind === 'resident')
      .map(({ delivery }) => {
        const because = delivery.status === 'dropped' ? `:${delivery.because}` : '';
        const saidAs = delivery.saidAs === delivery.notice ? '' : ` as ${delivery.saidAs}`;
        return `${delivery.notice}${saidAs} ${delivery.status}${because}`;
      });
  }
  inApp() {
    return this.all()
      .filter(({ delivery }) => delivery.status === 'in-app')
      .map(({ delivery }) => delivery.notice);
  }
}

export const need = { needId: 'n', personId: 'p', topic: 'housing-law' };
export const booked: Fact = {
  ...need,
  appointmentId: 'a',
  revision: 0,
  startsAt: '2026-12-03T13:00:00Z',
  endsAt: '2026-12-03T13:30:00Z',
  walkIn: false,
};
export const moved: Fact = { ...booked, revision: 1, walkIn: undefined };
export const cancelled = (by: string): Fact => ({ ...moved, revision: 2, by });
export const waiting = (because: string): Fact => ({ ...need, waitingCount: 1, because });
