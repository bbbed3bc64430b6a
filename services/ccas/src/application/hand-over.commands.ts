import { isRefusal, refuse, type Refusal } from '@passerelle/domain-kit';
import type { Cause, Loaded, Transaction, UnitOfWork } from '@passerelle/messaging';
import type { Need } from '../domain/need';
import type { Ports } from './ports';

export interface HandOver {
  readonly from: string;
  readonly to: string;
  readonly needIds: readonly string[];
}

export interface HandedOver {
  readonly handed: number;
  /** Left alone: closed, or no longer theirs. */
  readonly left: readonly string[];
}

export class HandOverCommands {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ports: Ports,
  ) {}

  /** All in one transaction; the new worker is told once, on the first of them. */
  handOver(cause: Cause, { from, to, needIds }: HandOver): Promise<HandedOver | Refusal> {
    return this.unitOfWork.run(cause, async (tx) => {
      if (!(await this.ports.workers.works(tx, to))) return unknownWorker();
      const going = await this.thatGo(tx, from, needIds);
      for (const [index, before] of going.entries()) {
        const told = index === 0 ? { needCount: going.length } : {};
        const events = this.ports.needs.decider.decide({ do: 'hand-over', from, to, ...told }, before.state);
        if (isRefusal(events)) return events;
        await this.ports.needs.save(tx, before, events);
      }
      const gone = new Set(going.map(({ id }) => id));
      return { handed: gone.size, left: needIds.filter((id) => !gone.has(id)) };
    });
  }

  /** Looked at first: the one event that tells must say how many. */
  private async thatGo(tx: Transaction, from: string, needIds: readonly string[]): Promise<Loaded<Need>[]> {
    const found: Loaded<Need>[] = [];
    for (const id of new Set(needIds)) found.push(await this.ports.needs.load(tx, id));
    return found.filter(
      ({ territory, state }) =>
        territory === tx.territory &&
        state.status !== 'unknown' &&
        state.status !== 'closed' &&
        state.workerId === from,
    );
  }
}

function unknownWorker(): Refusal {
  return refuse('UnknownWorker', 'Cette personne n’a pas encore travaillé au CCAS dans Passerelle.', 'to');
}
