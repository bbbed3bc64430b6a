import { defineService } from '@passerelle/platform';
import { PartnerCommands } from './application/partner.commands';
import { reactions } from './application/reactions';
import { PartnerController } from './infrastructure/partner.controller';
import { PartnerReads } from './infrastructure/partner.reads';
import { partnerPorts } from './infrastructure/partner.store';

export const directory = defineService({
  name: 'directory',
  title: 'Annuaire des partenaires',
  compose: ({ connection, unitOfWork, journal }) => {
    const ports = partnerPorts(connection);
    return {
      controllers: [PartnerController],
      providers: [
        { provide: PartnerCommands, useValue: new PartnerCommands(unitOfWork, ports) },
        { provide: PartnerReads, useValue: new PartnerReads(connection, ports, journal) },
      ],
      reactions: reactions(),
    };
  },
});
