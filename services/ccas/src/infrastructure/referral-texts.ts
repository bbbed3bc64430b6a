import { declareIndexes, insertBeside } from '@passerelle/messaging';
import type { Connection } from 'mongoose';
import type { ReferralText, ReferralTexts } from '../application/ports';

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

/** Oldest first, by referral. */
export async function textsOfReferrals(
  connection: Connection,
  referralIds: readonly string[],
): Promise<Map<string, ReferralText[]>> {
  const found = await connection
    .db!.collection<TextDocument>(name)
    .find({ referralId: { $in: [...referralIds] } })
    .sort({ at: 1, _id: 1 })
    .toArray();
  const byReferral = new Map<string, ReferralText[]>();
  for (const { _id: id, territory: _territory, ...text } of found) {
    byReferral.set(text.referralId, [...(byReferral.get(text.referralId) ?? []), { id, ...text }]);
  }
  return byReferral;
}
