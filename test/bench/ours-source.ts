// Ours, the deciding side: a command by HTTP becomes an aggregate and its journal, which the relay publishes.
import { Body, Controller, Post } from '@nestjs/common';
import { NeedIdentified } from '@passerelle/contracts';
import type { Decider } from '@passerelle/domain-kit';
import { aggregateStore, publication, type AggregateStore, type UnitOfWork } from '@passerelle/messaging';
import { Allow, Caller, defineService, startService } from '@passerelle/platform';
import { pledgeBody, type Pledge } from './pledge';

type Pledged = Omit<Pledge, 'id'> & { type: 'Pledged' };
type State = { status: 'none' } | ({ status: 'pledged' } & Omit<Pledge, 'id'>);

const decider: Decider<Omit<Pledge, 'id'>, State, Pledged> = {
  initial: { status: 'none' },
  decide: (command, state) => (state.status === 'none' ? [{ type: 'Pledged', ...command }] : []),
  evolve: (_state, { type: _type, ...pledge }) => ({ status: 'pledged', ...pledge }),
};

class Pledges {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: AggregateStore<Omit<Pledge, 'id'>, State, Pledged>,
  ) {}

  make(caller: Caller, { id, ...pledge }: Pledge) {
    return this.unitOfWork.run(caller.cause(), async (tx) => {
      await this.store.decide(tx, id, pledge, { likelyNew: true });
      return { id };
    });
  }
}

@Controller('pledges')
class PledgeController {
  constructor(private readonly pledges: Pledges) {}

  @Post()
  @Allow('identify', 'need')
  make(@Body({ schema: pledgeBody }) body: Pledge, @Caller() caller: Caller) {
    return this.pledges.make(caller, body);
  }
}

void startService(
  defineService({
    name: 'ccas',
    title: 'Bench',
    compose: ({ connection, unitOfWork }) => {
      const store = aggregateStore(connection, {
        name: 'pledge',
        decider,
        publishes: {
          Pledged: ({ personId, topic, urgency, contactedOn }, { id }) =>
            publication(NeedIdentified, {
              needId: id,
              personId,
              field: 'legal-access',
              topic,
              urgency,
              contactedOn,
            }),
        },
      });
      return {
        controllers: [PledgeController],
        providers: [{ provide: Pledges, useValue: new Pledges(unitOfWork, store) }],
      };
    },
  }),
);
