import { refuse, type Refusal } from '@passerelle/domain-kit';
import type { Cause, Loaded, Transaction, UnitOfWork } from '@passerelle/messaging';
import type { Delivery, WayToTell } from '../domain/delivery';
import { readerOf, type Reader } from '../domain/reader';
import type { Ports } from './ports';

type Outcome = Promise<Loaded<Delivery> | Refusal>;

/** What agents do with their messages and with the lists of people to tell. */
export class DeliveryCommands {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ports: Ports,
  ) {}

  tell(cause: Cause, id: string, by: string, how: WayToTell): Outcome {
    return this.unitOfWork.run(cause, async (tx) => {
      const { state } = await this.ports.deliveries.load(tx, id);
      if (state.status === 'none' || state.status === 'in-app') {
        return refuse('UnknownDelivery', 'Ce message à transmettre n’existe pas.');
      }
      return this.ports.deliveries.decide(tx, id, { do: 'tell', how, by, at: tx.now });
    });
  }

  /** Tries to write again: the person's address was corrected, or nobody wants to wait. */
  retry(cause: Cause, id: string, version: number, by: string): Outcome {
    return this.unitOfWork.run(cause, async (tx) => {
      const { state, territory } = await this.ports.deliveries.load(tx, id);
      // An inbox is no sending; another town's is not ours to tell of.
      if (state.status === 'none' || state.status === 'in-app' || territory !== tx.territory) {
        return refuse('UnknownDelivery', 'Cet envoi n’existe pas.');
      }
      const command = { do: 'retry', by, at: tx.now } as const;
      return this.ports.deliveries.decide(tx, id, command, { expectedVersion: version });
    });
  }

  read(cause: Cause, id: string, reader: Reader): Outcome {
    return this.unitOfWork.run(cause, async (tx) => {
      if (!(await this.isFor(tx, id, reader))) return refuse('UnknownMessage', 'Ce message n’existe pas.');
      return this.ports.deliveries.decide(tx, id, { do: 'read', by: reader.sub });
    });
  }

  private async isFor(tx: Transaction, id: string, reader: Reader): Promise<boolean> {
    const { state } = await this.ports.deliveries.load(tx, id);
    return state.status !== 'none' && readerOf(state.recipient, reader);
  }
}
