import { declareIndexes, insertBeside } from '@passerelle/messaging';
import type { Connection } from 'mongoose';
import { referralTextKinds, type ReferralText, type ReferralTexts } from '../application/ports';

type TextDocument = { _id: string; territory: string } & Omit<ReferralText, 'id'>;
const name = 'referral-texts';

/** Beside the journal, so that erasing a person rewrites no history. */
export function referralTexts(connection: Connection): ReferralTexts {
  declareIndexes(connection, name, [{ key: { referralId: 1, at: 1 } }, { key: { personId: 1 } }]);
  return {
    write: (tx, texts) =>
      insertBeside(
        connection,
        name,
        texts.map(({ id: _id, ...text }) => ({ _id, territory: tx.territory, ...text })),
        tx,
      ),
    async has({ session }, textId) {
      const documents = connection.db!.collection<TextDocument>(name);
      return (await documents.findOne({ _id: textId }, { session, projection: { _id: 1 } })) !== null;
    },
  };
}

/** Oldest first, by referral; what was written together, in the order of a letter. */
export async function textsOfReferrals(
  connection: Connection,
  referralIds: readonly string[],
): Promise<Map<string, ReferralText[]>> {
  const found = await connection
    .db!.collection<TextDocument>(name)
    .find({ referralId: { $in: [...referralIds] } })
    .toArray();
  found.sort((one, other) => one.at.getTime() - other.at.getTime() || rank(one.kind) - rank(other.kind));
  const byReferral = new Map<string, ReferralText[]>();
  for (const { _id: id, territory: _territory, ...text } of found) {
    byReferral.set(text.referralId, [...(byReferral.get(text.referralId) ?? []), { id, ...text }]);
  }
  return byReferral;
}

const rank = (kind: ReferralText['kind']) => referralTextKinds.indexOf(kind);
