import { declareIndexes } from '@passerelle/messaging';
import type { Connection } from 'mongoose';
import type { Consents } from '../application/ports';
import type { Consent } from '../domain/referral.decide';
import { idsOfPerson } from './person-aliases';

interface ConsentDocument {
  /** The person who answered. */
  _id: string;
  territory: string;
  answer: Consent;
  at: Date;
  /** Written by whoever relies on it. */
  reliedOn?: number;
}
const name = 'partner-consents';

/** What `people` told; a person of several files has one last word. */
export function consents(connection: Connection): Consents {
  declareIndexes(connection, name, []);
  const documents = () => connection.db!.collection<ConsentDocument>(name);
  return {
    async note({ session, territory }, personId, answer, at) {
      await documents().updateOne(
        { _id: personId },
        { $set: { territory, answer, at } },
        { session, upsert: true },
      );
    },
    async rely({ session }, personId) {
      const _id = { $in: await idsOfPerson(connection, personId) };
      await documents().updateMany({ _id }, { $inc: { reliedOn: 1 } }, { session });
      return lastWord(await documents().find({ _id }, { session }).toArray());
    },
  };
}

export async function consentOf(connection: Connection, personId: string): Promise<Consent> {
  const _id = { $in: await idsOfPerson(connection, personId) };
  return lastWord(await connection.db!.collection<ConsentDocument>(name).find({ _id }).toArray());
}

/** As `people` has it: what is unknown does not outweigh an answer, and of two at one instant the refusal counts. */
function lastWord(answers: readonly Pick<ConsentDocument, 'answer' | 'at'>[]): Consent {
  const real = answers.filter(({ answer }) => answer !== 'unknown');
  const refusedFirst = ({ answer }: { answer: Consent }) => Number(answer !== 'refused');
  const [last] = [...real].sort(
    (one, other) => other.at.getTime() - one.at.getTime() || refusedFirst(one) - refusedFirst(other),
  );
  return last?.answer ?? 'unknown';
}
