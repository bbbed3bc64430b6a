import { ConsentRecorded, PersonMerged, PersonRegistered, PersonUnmerged } from '@passerelle/contracts';
import { publication, type PublishTable } from '@passerelle/messaging';
import type { Person, PersonEvent } from '../domain/person';

/** Names, dates and contacts never leave: who needs them asks for them when showing them. */
export const publishes: PublishTable<Person, PersonEvent> = {
  PersonRegistered: ({ district, ageBand }, { id }) =>
    publication(PersonRegistered, { personId: id, ...(district === undefined ? {} : { district }), ageBand }),
  DetailsChanged: 'internal',
  ConsentRecorded: ({ purpose, answer }, { id }) =>
    publication(ConsentRecorded, { personId: id, purpose, answer }),
  PersonMerged: ({ into }, { id }) => publication(PersonMerged, { personId: id, into }),
  PersonUnmerged: ({ from }, { id }) => publication(PersonUnmerged, { personId: id, from }),
  CopyMade: 'internal',
  DuplicateAbsorbed: 'internal',
  DuplicateReleased: 'internal',
};
