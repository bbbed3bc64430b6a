// Ours, the reacting side: one event becomes an aggregate and its journal, behind the inbox.
import { NeedIdentified } from '@passerelle/contracts';
import type { Decider } from '@passerelle/domain-kit';
import { aggregateStore, reaction } from '@passerelle/messaging';
import { defineService, startService } from '@passerelle/platform';
import { poisonTopic } from './pledge';

type Filing = { personId: string; topic: string; urgency: string; contactedOn: string };
type Filed = Filing & { type: 'Filed' };
type State = { status: 'none' } | ({ status: 'filed' } & Filing);

const decider: Decider<Filing, State, Filed> = {
  initial: { status: 'none' },
  decide: (command, state) => (state.status === 'none' ? [{ type: 'Filed', ...command }] : []),
  evolve: (_state, { type: _type, ...filing }) => ({ status: 'filed', ...filing }),
};

void startService(
  defineService({
    name: 'legal-access',
    title: 'Bench',
    compose: ({ connection }) => {
      const store = aggregateStore(connection, { name: 'filing', decider, publishes: { Filed: 'internal' } });
      return {
        reactions: [
          reaction({
            name: 'legal-access.file-pledge',
            on: NeedIdentified,
            from: 'beginning',
            run: ({ data: { needId, personId, topic, urgency, contactedOn } }, tx) => {
              if (topic === poisonTopic) throw new Error('this event cannot be handled');
              return store.decide(tx, needId, { personId, topic, urgency, contactedOn }, { likelyNew: true });
            },
          }),
        ],
      };
    },
  }),
);
