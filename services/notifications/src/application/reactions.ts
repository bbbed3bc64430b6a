import * as contracts from '@passerelle/contracts';
import { NeedHandedOver, NeedIdentified, type EventContract } from '@passerelle/contracts';
import { reaction, type Reaction } from '@passerelle/messaging';
import { heard, type Fact, type Heard } from '../domain/fact';
import { whoIsTold } from '../domain/who-is-told';
import type { Ports } from './ports';
import { rememberWorker } from './remember-worker';
import { tell } from './tell';

/** Each word of the table, bound to its contract: a contract that a fact does not fit does not compile. */
const contractOf = contracts satisfies { readonly [Type in Heard]: EventContract<Fact> } as {
  readonly [Type in Heard]: EventContract<Fact>;
};

const MS_PER_HOUR = 3_600_000;

/** Everything this service hears: one reaction an event of the table `domain/who-is-told.ts`, and who follows each need. */
export const reactions = (ports: Ports): Reaction[] => [
  reaction({
    name: 'notifications.remember-worker',
    on: NeedIdentified,
    from: 'beginning',
    run: ({ data: { needId, workerId }, actor }, tx) => rememberWorker(ports, needId, workerId ?? actor, tx),
  }),
  reaction({
    name: 'notifications.follow-worker',
    on: NeedHandedOver,
    from: 'beginning',
    run: ({ data: { needId, workerId } }, tx) => rememberWorker(ports, needId, workerId, tx),
  }),
  ...heard.map((type) =>
    reaction({
      name: `notifications.tell-of-${kebab(type)}`,
      on: contractOf[type],
      from: 'beginning',
      staleAfterMs: longestPatience(type) * MS_PER_HOUR,
      run: (event, tx) => tell(ports, type, event, tx),
    }),
  ),
];

/** The most patient row decides for the event; the others are left out one by one. */
function longestPatience(type: Heard): number {
  return Math.max(...whoIsTold.filter(({ on }) => on === type).map(({ staleAfterHours }) => staleAfterHours));
}

function kebab(type: string): string {
  return type.replace(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}
