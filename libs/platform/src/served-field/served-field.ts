import { FieldServed, type Field } from '@passerelle/contracts';
import type { Decider } from '@passerelle/domain-kit';
import { aggregateStore, publication, type UnitOfWork } from '@passerelle/messaging';
import type { Connection } from 'mongoose';
import { v5 as uuidv5 } from 'uuid';

type Command = { readonly type: 'AnnounceField'; readonly field: string; readonly service: string };
type Announced = { readonly type: 'FieldAnnounced'; readonly field: string; readonly service: string };
type State = { readonly announced: boolean };

/** Once for ever: a service that restarts has nothing more to say. */
export const servedField: Decider<Command, State, Announced> = {
  initial: { announced: false },
  decide: ({ field, service }, state) =>
    state.announced ? [] : [{ type: 'FieldAnnounced', field, service }],
  evolve: () => ({ announced: true }),
};

/** Fixed: the same service, field and territory always make the same id. */
const namespace = '6f3b0e5c-6a0e-4d0b-9a55-4d0f1a1c7e21';

export function servedFieldId(service: string, field: string, territory: string): string {
  return uuidv5(`${service}/${field}/${territory}`, namespace);
}

export function servedFields(connection: Connection, unitOfWork: UnitOfWork) {
  const store = aggregateStore(connection, {
    name: 'served-field',
    decider: servedField,
    publishes: {
      FieldAnnounced: ({ field, service }, { id }) =>
        publication(FieldServed, { servedFieldId: id, field, service }),
    },
  });
  return {
    /** Tells the other services, once per territory, that this one takes the needs of a field. */
    async announce(service: string, field: Field, territories: readonly string[]): Promise<void> {
      for (const territory of territories) {
        const id = servedFieldId(service, field, territory);
        await unitOfWork.run({ territory }, (tx) =>
          store.decide(tx, id, { type: 'AnnounceField', field, service }),
        );
      }
    },
  };
}
