import { Clock, defineService, LinkKey, linkSigningKey } from '@passerelle/platform';
import { z } from 'zod';
import { dueWorks } from './application/due-work';
import { GoAheadCommands } from './application/go-ahead.commands';
import { HandOverCommands } from './application/hand-over.commands';
import { NeedCommands } from './application/need.commands';
import { reactions } from './application/reactions';
import { ReferralCommands } from './application/referral.commands';
import { AgentNames } from './infrastructure/agent-names';
import { GoAheadController } from './infrastructure/go-ahead.controller';
import { GoAheadReads } from './infrastructure/go-ahead.reads';
import { heldNeeds } from './infrastructure/held-needs';
import { heldReferrals } from './infrastructure/held-referrals';
import { NeedController } from './infrastructure/need.controller';
import { NeedReads } from './infrastructure/need.reads';
import { ccasPorts } from './infrastructure/need.store';
import { ReferralAnswerController } from './infrastructure/referral-answer.controller';
import { ReferralAnswerReads } from './infrastructure/referral-answer.reads';
import { NeedReferralController, ReferralController } from './infrastructure/referral.controller';
import { ReferralReads } from './infrastructure/referral.reads';
import { ServedFieldReads } from './infrastructure/served-fields';
import { ToHandleReads } from './infrastructure/to-handle.reads';
import { TopicController } from './infrastructure/topic.controller';
import { WordingController } from './infrastructure/wording.controller';
import { WorkController } from './infrastructure/work.controller';
import { WorkerReads } from './infrastructure/worker.reads';

export const ccas = defineService({
  name: 'ccas',
  title: 'CCAS',
  environment: z.object({ LINK_SIGNING_KEY: linkSigningKey }),
  compose: ({ connection, unitOfWork, journal, clock, env }) => {
    const ports = ccasPorts(connection);
    const names = new AgentNames(connection);
    const held = [heldNeeds(connection, journal), heldReferrals(connection, journal)];
    const needReads = new NeedReads(connection, journal, names, clock);
    return {
      controllers: [
        NeedController,
        WorkController,
        GoAheadController,
        TopicController,
        WordingController,
        NeedReferralController,
        ReferralController,
        ReferralAnswerController,
      ],
      providers: [
        { provide: NeedCommands, useValue: new NeedCommands(unitOfWork, ports) },
        { provide: GoAheadCommands, useValue: new GoAheadCommands(unitOfWork, ports) },
        { provide: HandOverCommands, useValue: new HandOverCommands(unitOfWork, ports) },
        { provide: NeedReads, useValue: needReads },
        { provide: ToHandleReads, useValue: new ToHandleReads(connection, needReads) },
        { provide: WorkerReads, useValue: new WorkerReads(connection, names, clock) },
        { provide: GoAheadReads, useValue: new GoAheadReads(connection) },
        { provide: Clock, useValue: clock },
        { provide: LinkKey, useValue: new LinkKey(env.LINK_SIGNING_KEY) },
        { provide: ReferralCommands, useValue: new ReferralCommands(unitOfWork, ports) },
        { provide: ReferralReads, useValue: new ReferralReads(connection, names, clock) },
        { provide: ReferralAnswerReads, useValue: new ReferralAnswerReads(connection, ports) },
        { provide: AgentNames, useValue: names },
        { provide: ServedFieldReads, useValue: new ServedFieldReads(connection) },
      ],
      reactions: reactions(ports),
      held: async (...of) => (await Promise.all(held.map((find) => find(...of)))).flat(),
      dueWork: dueWorks(ports),
    };
  },
});
