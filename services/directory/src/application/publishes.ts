import { PartnerChanged, PartnerRegistered } from '@passerelle/contracts';
import { publication, type PublishTable } from '@passerelle/messaging';
import type { Partner, PartnerEvent, PartnerProfile } from '../domain/partner';

/** Names and contacts stay here: who writes to a partner asks for its mailbox when the mail leaves. */
const shared = (partnerId: string, { kind, topics, rank, active }: PartnerProfile) => ({
  partnerId,
  kind,
  topics: [...topics],
  rank,
  active,
});

export const publishes: PublishTable<Partner, PartnerEvent> = {
  PartnerRegistered: (event, { id }) => publication(PartnerRegistered, shared(id, event)),
  PartnerChanged: (event, { id }) => publication(PartnerChanged, shared(id, event)),
  PartnerContactChanged: 'internal',
};
