import * as contracts from '@passerelle/contracts';
import { reaction, type Reaction } from '@passerelle/messaging';
import { joinPersons } from './duplicates';
import {
  closeWhatIsLeft,
  closeWithdrawn,
  field,
  fileRequest,
  followReorientation,
  hearOfficer,
  releaseUnclassified,
  returnExpired,
  takeReopened,
} from './hear-ccas';
import type { Ports } from './ports';

const from = 'beginning';

/** Everything this service hears. */
export const reactions = (ports: Ports): Reaction[] => [
  reaction({
    name: 'legal-access.file-request',
    on: contracts.NeedIdentified,
    from,
    // People of one town meet on its demands and its sessions: in turn they are quicker than in conflicts.
    lane: ({ territory }) => territory,
    concerns: ofThisField,
    run: ({ data }, tx) => fileRequest(data, tx, ports),
  }),
  reaction({
    name: 'legal-access.follow-reorientation',
    on: contracts.NeedReoriented,
    from,
    run: ({ data }, tx) => followReorientation(data, tx, ports),
  }),
  reaction({
    name: 'legal-access.release-unclassified',
    on: contracts.NeedUnclassified,
    from,
    concerns: ofThisField,
    run: ({ data }, tx) => releaseUnclassified(data, tx, ports),
  }),
  reaction({
    name: 'legal-access.take-reopened',
    on: contracts.NeedReopened,
    from,
    lane: ({ territory }) => territory,
    concerns: (event) => ofThisField(event) && event.data.waitsSince !== undefined,
    run: ({ data }, tx) => takeReopened(data, tx, ports),
  }),
  reaction({
    name: 'legal-access.close-withdrawn',
    on: contracts.NeedWithdrawn,
    from,
    concerns: ofThisField,
    run: ({ data }, tx) => closeWithdrawn(data, tx, ports),
  }),
  reaction({
    name: 'legal-access.close-closed',
    on: contracts.NeedClosed,
    from,
    concerns: ofThisField,
    run: ({ data }, tx) => closeWhatIsLeft(data, tx, ports),
  }),
  reaction({
    name: 'legal-access.return-expired',
    on: contracts.NeedExpired,
    from,
    concerns: ofThisField,
    run: ({ data }, tx) => returnExpired(data, tx, ports),
  }),
  reaction({
    name: 'legal-access.hear-go-ahead',
    on: contracts.PermanenceGoAheadGiven,
    from,
    run: ({ data }, tx) => hearOfficer(data, tx, ports),
  }),
  reaction({
    name: 'legal-access.join-persons',
    on: contracts.PersonMerged,
    from,
    run: ({ data: { personId, into } }, tx) => joinPersons(tx, ports, personId, into),
  }),
  reaction({
    name: 'legal-access.part-persons',
    on: contracts.PersonUnmerged,
    from,
    run: ({ data: { personId } }, tx) => ports.aliases.remove(tx, personId),
  }),
  reaction({
    name: 'legal-access.know-partner',
    on: contracts.PartnerRegistered,
    from,
    run: ({ data, sequence }, tx) => ports.partners.note(tx, data, sequence),
  }),
  reaction({
    name: 'legal-access.follow-partner',
    on: contracts.PartnerChanged,
    from,
    run: ({ data, sequence }, tx) => ports.partners.note(tx, data, sequence),
  }),
];

const ofThisField = ({ data }: { data: { field?: string } }) => data.field === field;
