import * as contracts from '@passerelle/contracts';
import type { EventContract } from '@passerelle/contracts';
import type { Decider } from '@passerelle/domain-kit';
import { aggregateStore, publication } from '@passerelle/messaging';
import { defineService } from '@passerelle/platform';
import { z } from 'zod';

interface Said {
  readonly type: 'Said';
  readonly contract: string;
  readonly data: Record<string, unknown>;
}
type Say = Omit<Said, 'type'>;
const repeater: Decider<Say, { said: number }, Said> = {
  initial: { said: 0 },
  decide: (command) => [{ type: 'Said', ...command }],
  evolve: ({ said }) => ({ said: said + 1 }),
};

/** For tests: a service that decides whatever it is told to, so that its facts come by a real journal, relay and topic. */
export class Teller {
  private say: ((key: string, said: Say, actor?: string) => Promise<unknown>) | undefined;

  readonly service = defineService({
    name: 'teller',
    title: 'Un autre service',
    environment: z.object({}),
    compose: ({ connection, unitOfWork }) => {
      const store = aggregateStore<Say, { said: number }, Said>(connection, {
        name: 'saying',
        decider: repeater,
        publishes: {
          Said: ({ contract, data }) => publication(contractNamed(contract), data),
        },
      });
      this.say = (key, said, actor) =>
        unitOfWork.run({ territory: '91645', actor }, (tx) => store.decide(tx, key, said));
      return {};
    },
  });

  async tell<Data>(contract: EventContract<Data>, data: object, actor?: string): Promise<void> {
    const key = (data as Record<string, string>)[contract.key];
    if (key === undefined || !this.say) throw new Error('the teller has not started, or the fact has no key');
    await this.say(key, { contract: contract.type, data: data as Record<string, unknown> }, actor);
  }
}

function contractNamed(type: string): EventContract<Record<string, unknown>> {
  return (contracts as unknown as Record<string, EventContract<Record<string, unknown>>>)[type]!;
}
