import { defineService } from '@passerelle/platform';
import { heldFiles } from './application/held-file';
import { PersonCommands } from './application/person.commands';
import { reactions } from './application/reactions';
import { PersonController } from './infrastructure/person.controller';
import { PersonReads } from './infrastructure/person.reads';
import { personPorts } from './infrastructure/person.store';

export const people = defineService({
  name: 'people',
  title: 'Annuaire des personnes',
  compose: ({ connection, unitOfWork, journal, accessLog, clock }) => {
    const ports = personPorts(connection);
    return {
      controllers: [PersonController],
      providers: [
        { provide: PersonCommands, useValue: new PersonCommands(unitOfWork, ports) },
        { provide: PersonReads, useValue: new PersonReads(ports, journal, accessLog, clock) },
      ],
      reactions: reactions(),
      held: (territory, ids) => heldFiles(ports, journal, territory, ids),
    };
  },
});
