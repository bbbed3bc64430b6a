import { parisDay } from '@passerelle/calendar';
import { isRefusal, type Refusal } from '@passerelle/domain-kit';
import type { Cause, Loaded, UnitOfWork } from '@passerelle/messaging';
import type { Demand } from '../domain/demand';
import type { DatedPolicy } from '../domain/policy';
import { settle } from '../domain/settle';
import { atDesk } from './at-desk';
import type { Ports } from './ports';

export class PolicyCommands {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ports: Ports,
  ) {}

  /** From a day on, the present one or a later one; what it changes for the people who wait is done at once. */
  set(cause: Cause, topic: string, { from, values }: DatedPolicy): Promise<Loaded<Demand> | Refusal> {
    return this.unitOfWork.run(cause, async (tx) => {
      const topics = [...new Set([topic, ...(await this.ports.find.waitedTopics(tx))])];
      const laid = await atDesk(tx, this.ports, (desk) => {
        const command = { type: 'SetPolicy', topic, from, values, today: parisDay(tx.now) } as const;
        const refusal = desk.tell('demand', topic, command);
        if (refusal) return refusal;
        settle(desk, { topics });
        return undefined;
      });
      return isRefusal(laid) ? laid : laid.of<Demand>('demand', topic);
    });
  }
}
