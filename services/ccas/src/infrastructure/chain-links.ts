import { declareIndexes, type Journal, type JournalEntry } from '@passerelle/messaging';
import type { Connection } from 'mongoose';
import { linkOfEntry, type ChainLink } from '../application/chain/chain-link';
import type { ChainSources } from '../application/chain/gather-chain';
import type { ChainLinks } from '../application/ports';

type LinkDocument = { _id: string } & Omit<ChainLink, 'id'>;
const name = 'chain-links';

/** What was heard of the other services. */
export function chainLinks(connection: Connection): ChainLinks {
  declareIndexes(connection, name, [
    { key: { correlationId: 1 } },
    { key: { needId: 1 }, partialFilterExpression: { needId: { $exists: true } } },
    { key: { permanenceRequestId: 1 }, partialFilterExpression: { permanenceRequestId: { $exists: true } } },
  ]);
  return {
    async add(tx, { id: _id, ...link }) {
      const documents = connection.db!.collection<LinkDocument>(name);
      await documents.replaceOne({ _id }, link, { session: tx.session, upsert: true });
    },
  };
}

export function chainSources(connection: Connection, journal: Journal): ChainSources {
  const heard = (filter: object) =>
    connection.db!.collection<LinkDocument>(name).find(filter).limit(MOST_LINKS).toArray();
  const entries = () => connection.db!.collection<JournalEntry>('journal');
  return {
    ofNeed: async (needId) => [
      ...(await journal.timeline('need', needId)).map(linkOfEntry),
      ...(await linksOfReferrals(connection, journal, needId)),
    ],
    around: async (needId, correlationId) =>
      (await heard({ $or: [{ correlationId }, { needId }] })).map(linkOf),
    ofPermanences: async (ids) => {
      const [links, words] = await Promise.all([
        heard({ permanenceRequestId: { $in: [...ids] } }),
        entries()
          .find({ aggregate: 'go-ahead', aggregateId: { $in: [...ids] } })
          .toArray(),
      ]);
      return [...links.map(linkOf), ...words.map((entry) => linkOfEntry(entry as JournalEntry))];
    },
    byIds: async (ids) => {
      const [links, own] = await Promise.all([
        heard({ _id: { $in: [...ids] } }),
        entries()
          .find({ _id: { $in: [...ids] } })
          .toArray(),
      ]);
      return [...links.map(linkOf), ...own.map((entry) => linkOfEntry(entry as JournalEntry))];
    },
  };
}

/** What passed between the CCAS and the partners it referred a need to. */
async function linksOfReferrals(
  connection: Connection,
  journal: Journal,
  needId: string,
): Promise<ChainLink[]> {
  const referrals = await connection
    .db!.collection<{ _id: string }>('referral')
    .find({ 'state.needId': needId }, { projection: { _id: 1 } })
    .toArray();
  const stories = await Promise.all(referrals.map(({ _id }) => journal.timeline('referral', _id)));
  return stories.flat().map((entry) => ({ ...linkOfEntry(entry), needId }));
}

/** A page tells a story, not an archive. */
const MOST_LINKS = 1_000;

function linkOf({ _id: id, ...link }: LinkDocument): ChainLink {
  return { id, ...link };
}
