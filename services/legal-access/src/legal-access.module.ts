import { reloadSchoolCalendar } from '@passerelle/calendar';
import { Clock, defineService, linkSigningKey } from '@passerelle/platform';
import { z } from 'zod';
import { dueWorks } from './application/due-work';
import { PartnerAnswers } from './application/partner-answers';
import { PermanenceCommands } from './application/permanence.commands';
import { PlaceCommands } from './application/place.commands';
import { PolicyCommands } from './application/policy.commands';
import { reactions } from './application/reactions';
import { RequestCommands } from './application/request.commands';
import { SessionCommands } from './application/session.commands';
import { AppointmentAnswerController } from './infrastructure/appointment-answer.controller';
import { AppointmentAnswerReads } from './infrastructure/appointment-answer.reads';
import { DemandController } from './infrastructure/demand.controller';
import { DemandReads } from './infrastructure/demand.reads';
import { heldRequests } from './infrastructure/held-requests';
import { LinkKey, PartnerAnswerController } from './infrastructure/partner-answer.controller';
import { PartnerAnswerReads } from './infrastructure/partner-answer.reads';
import { PermanenceController, PlaceController } from './infrastructure/place.controller';
import { PlaceReads } from './infrastructure/place.reads';
import { RequestController } from './infrastructure/request.controller';
import { RequestReads } from './infrastructure/request.reads';
import { SessionController } from './infrastructure/session.controller';
import { SessionReads } from './infrastructure/session.reads';
import { legalAccessPorts } from './infrastructure/stores';

export const legalAccess = defineService({
  name: 'legal-access',
  title: 'Accès au droit',
  servesField: 'legal-access',
  environment: z.object({
    LINK_SIGNING_KEY: linkSigningKey,
    SCHOOL_CALENDAR_FILE: z
      .string()
      .min(1)
      .optional()
      .describe('the path of a JSON file of school holidays, in place of the shipped ones'),
  }),
  compose: ({ connection, unitOfWork, journal, clock, env }) => {
    if (env.SCHOOL_CALENDAR_FILE) reloadSchoolCalendar(env.SCHOOL_CALENDAR_FILE);
    const ports = legalAccessPorts(connection, journal);
    const appointmentReads = new AppointmentAnswerReads(ports, connection, journal, () => clock.now());
    return {
      controllers: [
        PlaceController,
        PermanenceController,
        SessionController,
        RequestController,
        DemandController,
        PartnerAnswerController,
        AppointmentAnswerController,
      ],
      providers: [
        { provide: Clock, useValue: clock },
        { provide: LinkKey, useValue: new LinkKey(env.LINK_SIGNING_KEY) },
        { provide: PlaceCommands, useValue: new PlaceCommands(unitOfWork, ports) },
        { provide: PermanenceCommands, useValue: new PermanenceCommands(unitOfWork, ports) },
        { provide: SessionCommands, useValue: new SessionCommands(unitOfWork, ports) },
        { provide: RequestCommands, useValue: new RequestCommands(unitOfWork, ports) },
        { provide: PolicyCommands, useValue: new PolicyCommands(unitOfWork, ports) },
        { provide: PartnerAnswers, useValue: new PartnerAnswers(unitOfWork, ports) },
        { provide: PlaceReads, useValue: new PlaceReads(connection) },
        { provide: SessionReads, useValue: new SessionReads(connection) },
        { provide: RequestReads, useValue: new RequestReads(connection, journal) },
        { provide: DemandReads, useValue: new DemandReads(connection) },
        { provide: PartnerAnswerReads, useValue: new PartnerAnswerReads(connection, ports, clock) },
        { provide: AppointmentAnswerReads, useValue: appointmentReads },
      ],
      reactions: reactions(ports),
      held: heldRequests(connection, journal),
      dueWork: dueWorks(ports),
    };
  },
});
