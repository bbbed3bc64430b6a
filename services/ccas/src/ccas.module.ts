import { defineService } from '@passerelle/platform';
import { dueWorks } from './application/due-work';
import { GoAheadCommands } from './application/go-ahead.commands';
import { NeedCommands } from './application/need.commands';
import { reactions } from './application/reactions';
import { AgentNames } from './infrastructure/agent-names';
import { GoAheadController } from './infrastructure/go-ahead.controller';
import { GoAheadReads } from './infrastructure/go-ahead.reads';
import { heldNeeds } from './infrastructure/held-needs';
import { NeedController } from './infrastructure/need.controller';
import { NeedReads } from './infrastructure/need.reads';
import { ccasPorts } from './infrastructure/need.store';
import { ServedFieldReads } from './infrastructure/served-fields';
import { TopicController } from './infrastructure/topic.controller';
import { WordingController } from './infrastructure/wording.controller';

export const ccas = defineService({
  name: 'ccas',
  title: 'CCAS',
  compose: ({ connection, unitOfWork, journal, clock }) => {
    const ports = ccasPorts(connection);
    const names = new AgentNames(connection);
    return {
      controllers: [NeedController, GoAheadController, TopicController, WordingController],
      providers: [
        { provide: NeedCommands, useValue: new NeedCommands(unitOfWork, ports) },
        { provide: GoAheadCommands, useValue: new GoAheadCommands(unitOfWork, ports) },
        { provide: NeedReads, useValue: new NeedReads(connection, journal, names, clock) },
        { provide: GoAheadReads, useValue: new GoAheadReads(connection) },
        { provide: AgentNames, useValue: names },
        { provide: ServedFieldReads, useValue: new ServedFieldReads(connection) },
      ],
      reactions: reactions(ports),
      held: heldNeeds(connection, journal),
      dueWork: dueWorks(ports),
    };
  },
});
