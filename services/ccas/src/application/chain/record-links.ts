import { allContracts, ConsentRecorded, PersonRegistered, type EventContract } from '@passerelle/contracts';
import { reaction, type Reaction } from '@passerelle/messaging';
import type { Ports } from '../ports';
import { linkOfEvent } from './chain-link';

/** They cause nothing that happens to a need, and there is one for each inhabitant: not kept. */
const neverInAChain: readonly EventContract[] = [
  PersonRegistered,
  ConsentRecorded,
] as readonly EventContract[];

/** One reaction an event of any other service: the story of a need is whole whoever takes part in it. */
export function recordLinks({ chainLinks }: Pick<Ports, 'chainLinks'>): Reaction[] {
  return allContracts
    .filter((contract) => !contract.topic.startsWith('ccas.') && !neverInAChain.includes(contract))
    .map((contract) =>
      reaction({
        name: `ccas.record-${kebab(contract.type)}`,
        on: contract,
        from: 'beginning',
        run: (event, tx) => chainLinks.add(tx, linkOfEvent(event)),
      }),
    );
}

function kebab(type: string): string {
  return type.replace(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}
