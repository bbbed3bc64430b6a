import { Clock, defineService, LinkKey, linkSigningKey } from '@passerelle/platform';
import { z } from 'zod';
import { dueWorks } from './application/due-work';
import { GoAheadCommands } from './application/go-ahead.commands';
import { NeedCommands } from './application/need.commands';
import { reactions } from './application/reactions';
import { ReferralCommands } from './application/referral.commands';
import { AgentNames } from './infrastructure/agent-names';
import { GoAheadController } from './infrastructure/go-ahead.controller';
import { GoAheadReads } from './infrastructure/go-ahead.reads';
import { NeedController } from './infrastructure/need.controller';
import { NeedReads } from './infrastructure/need.reads';
import { ccasPorts } from './infrastructure/need.store';
import { ReferralAnswerController } from './infrastructure/referral-answer.controller';
import { ReferralAnswerReads } from './infrastructure/referral-answer.reads';
import { NeedReferralController, ReferralController } from './infrastructure/referral.controller';
import { ReferralReads } from './infrastructure/referral.reads';
import { ServedFieldReads } from './infrastructure/served-fields';
import { TopicController } from './infrastructure/topic.controller';
import { WordingController } from './infrastructure/wording.controller';

export const ccas = defineService({
  name: 'ccas',
  title: 'CCAS',
  environment: z.object({ LINK_SIGNING_KEY: linkSigningKey }),
  compose: ({ connection, unitOfWork, journal, clock, env }) => {
    const ports = ccasPorts(connection);
    const names = new AgentNames(connection);
    return {
      controllers: [
        NeedController,
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
        { provide: NeedReads, useValue: new NeedReads(connection, journal, names, clock) },
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
      dueWork: dueWorks(ports),
    };
  },
});
