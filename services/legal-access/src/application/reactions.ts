import * as contracts from '@passerelle/contracts';
import { reaction, type Reaction, type Transaction } from '@passerelle/messaging';
import { hearGoAhead } from '../domain/answer-permanence';
import { changeRequest, closeRequest } from '../domain/change-request';
import { atDesk } from './at-desk';
import { closeDuplicates } from './close-duplicates';
import type { Ports } from './ports';
import type { Refusal } from '@passerelle/domain-kit';
import type { Desk } from '../domain/desk';

const field = 'legal-access';

/** Everything this service hears. */
export const reactions = (ports: Ports): Reaction[] => [
  reaction({
    name: 'legal-access.file-request',
    on: contracts.NeedIdentified,
    from: 'beginning',
    lane: ({ territory, data }) => (data.field === field ? `${territory} ${data.topic}` : undefined),
    run: async ({ data }, tx) => {
      if (data.field !== field) return undefined;
      const { needId, personId, topic, urgency, contactedOn } = data;
      const need = { personId, topic, urgency, contactedOn };
      const refusal = await at(tx, ports, (desk) =>
        changeRequest(desk, needId, { type: 'File', ...need, now: tx.now }),
      );
      return refusal ?? closeDuplicates(tx, ports, personId);
    },
  }),
  reaction({
    name: 'legal-access.follow-reorientation',
    on: contracts.NeedReoriented,
    from: 'beginning',
    run: async ({ data }, tx) => {
      const { needId, personId, topic, urgency, contactedOn, previousTopic } = data;
      if (data.field === field) {
        const need = { personId, topic, urgency, contactedOn, now: tx.now };
        return at(tx, ports, (desk) => changeRequest(desk, needId, { type: 'Reorient', ...need }));
      }
      if (data.previousField !== field) return undefined;
      return at(tx, ports, (desk) =>
        closeRequest(desk, needId, { personId, topic: previousTopic }, 'reoriented'),
      );
    },
  }),
  reaction({
    name: 'legal-access.close-withdrawn',
    on: contracts.NeedWithdrawn,
    from: 'beginning',
    run: async ({ data: { needId, personId, topic, field: its } }, tx) => {
      if (its !== field) return undefined;
      return at(tx, ports, (desk) => closeRequest(desk, needId, { personId, topic }, 'withdrawn'));
    },
  }),
  reaction({
    name: 'legal-access.return-expired',
    on: contracts.NeedExpired,
    from: 'beginning',
    run: async ({ data: { needId, field: its } }, tx) => {
      if (its !== field) return undefined;
      return at(tx, ports, (desk) => {
        // Whoever has an appointment keeps it: the promise was late, not broken.
        if (desk.see('request', needId).status !== 'waiting') return undefined;
        return changeRequest(desk, needId, { type: 'Return', because: 'promise-expired', now: tx.now });
      });
    },
  }),
  reaction({
    name: 'legal-access.hear-go-ahead',
    on: contracts.PermanenceGoAheadGiven,
    from: 'beginning',
    run: ({ data: { permanenceRequestId, granted } }, tx) =>
      at(tx, ports, (desk) => hearGoAhead(desk, permanenceRequestId, granted)),
  }),
  reaction({
    name: 'legal-access.join-persons',
    on: contracts.PersonMerged,
    from: 'beginning',
    run: async ({ data: { personId, into } }, tx) => {
      await ports.aliases.add(tx, personId, into);
      return closeDuplicates(tx, ports, personId);
    },
  }),
  reaction({
    name: 'legal-access.part-persons',
    on: contracts.PersonUnmerged,
    from: 'beginning',
    run: ({ data: { personId } }, tx) => ports.aliases.remove(tx, personId),
  }),
  reaction({
    name: 'legal-access.know-partner',
    on: contracts.PartnerRegistered,
    from: 'beginning',
    run: ({ data, sequence }, tx) => ports.partners.note(tx, data, sequence),
  }),
  reaction({
    name: 'legal-access.follow-partner',
    on: contracts.PartnerChanged,
    from: 'beginning',
    run: ({ data, sequence }, tx) => ports.partners.note(tx, data, sequence),
  }),
];

async function at(
  tx: Transaction,
  ports: Ports,
  decide: (desk: Desk) => Refusal | undefined,
): Promise<Refusal | undefined> {
  const outcome = await atDesk(tx, ports, decide);
  return 'refused' in outcome ? outcome : undefined;
}
