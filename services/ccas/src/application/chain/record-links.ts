import {
  allContracts,
  ConsentRecorded,
  PersonRegistered,
  type DataOf,
  type EventContract,
  type EventEnvelope,
} from '@passerelle/contracts';
import { reaction, type Reaction } from '@passerelle/messaging';
import type { Ports } from '../ports';
import { linkOfEvent } from './chain-link';

/** It causes nothing that happens to a need, and there is one for each inhabitant: not kept. */
const neverInAChain: readonly EventContract[] = [PersonRegistered] as readonly EventContract[];

/** Who takes their consent back is taken back from a partner; the other answers cause nothing that happens to a need. */
const takesBack = (event: EventEnvelope): boolean => {
  const { purpose, answer } = event.data as DataOf<typeof ConsentRecorded>;
  return purpose === 'share-with-partners' && answer !== 'given';
};

/** One reaction an event of any other service: the story of a need is whole whoever takes part in it. */
export function recordLinks({ chainLinks }: Pick<Ports, 'chainLinks'>): Reaction[] {
  return allContracts
    .filter((contract) => !contract.topic.startsWith('ccas.') && !neverInAChain.includes(contract))
    .map((contract) =>
      reaction({
        name: `ccas.record-${kebab(contract.type)}`,
        on: contract,
        from: 'beginning',
        ...(contract.type === ConsentRecorded.type && { concerns: takesBack }),
        run: (event, tx) => chainLinks.add(tx, linkOfEvent(event)),
      }),
    );
}

function kebab(type: string): string {
  return type.replace(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}
