import { isRefusal, refuse, type Refusal } from '@passerelle/domain-kit';
import type { Cause, Transaction, UnitOfWork } from '@passerelle/messaging';
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
      for (const [index, id] of going.entries()) {
        const told = index === 0 ? { needCount: going.length } : {};
        const outcome = await this.ports.needs.decide(tx, id, { do: 'hand-over', from, to, ...told });
        if (isRefusal(outcome)) return outcome;
      }
      return { handed: going.length, left: needIds.filter((id) => !going.includes(id)) };
    });
  }

  /** Looked at first: the one event that tells must say how many. */
  private async thatGo(tx: Transaction, from: string, needIds: readonly string[]): Promise<string[]> {
    const going: string[] = [];
    for (const id of new Set(needIds)) {
      const { territory, state } = await this.ports.needs.load(tx, id);
      const isOpen = state.status !== 'unknown' && state.status !== 'closed';
      if (isOpen && territory === tx.territory && state.workerId === from) going.push(id);
    }
    return going;
  }
}

function unknownWorker(): Refusal {
  return refuse('UnknownWorker', 'Cette personne n’a pas encore travaillé au CCAS dans Passerelle.', 'to');
}
