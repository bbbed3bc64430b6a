import { defineService } from '@passerelle/platform';
import { dueWorks } from './application/due-work';
import { GoAheadCommands } from './application/go-ahead.commands';
import { HandOverCommands } from './application/hand-over.commands';
import { NeedCommands } from './application/need.commands';
import { reactions } from './application/reactions';
import { AgentNames } from './infrastructure/agent-names';
import { GoAheadController } from './infrastructure/go-ahead.controller';
import { GoAheadReads } from './infrastructure/go-ahead.reads';
import { NeedController } from './infrastructure/need.controller';
import { NeedReads } from './infrastructure/need.reads';
import { ccasPorts } from './infrastructure/need.store';
import { ServedFieldReads } from './infrastructure/served-fields';
import { ToHandleReads } from './infrastructure/to-handle.reads';
import { TopicController } from './infrastructure/topic.controller';
import { WordingController } from './infrastructure/wording.controller';
import { WorkController } from './infrastructure/work.controller';
import { WorkerReads } from './infrastructure/worker.reads';

export const ccas = defineService({
  name: 'ccas',
  title: 'CCAS',
  compose: ({ connection, unitOfWork, journal, clock }) => {
    const ports = ccasPorts(connection);
    const names = new AgentNames(connection);
    const needReads = new NeedReads(connection, journal, names, clock);
    return {
      controllers: [NeedController, WorkController, GoAheadController, TopicController, WordingController],
      providers: [
        { provide: NeedCommands, useValue: new NeedCommands(unitOfWork, ports) },
        { provide: GoAheadCommands, useValue: new GoAheadCommands(unitOfWork, ports) },
        { provide: HandOverCommands, useValue: new HandOverCommands(unitOfWork, ports) },
        { provide: NeedReads, useValue: needReads },
        { provide: ToHandleReads, useValue: new ToHandleReads(connection, needReads) },
        { provide: WorkerReads, useValue: new WorkerReads(connection, names, clock) },
        { provide: GoAheadReads, useValue: new GoAheadReads(connection) },
        { provide: AgentNames, useValue: names },
        { provide: ServedFieldReads, useValue: new ServedFieldReads(connection) },
      ],
      reactions: reactions(ports),
      dueWork: dueWorks(ports),
    };
  },
});
