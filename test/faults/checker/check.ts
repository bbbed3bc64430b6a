import type { Ledger, Strike, Verdict, Where } from '../types';
import type { Evidence } from './evidence';
import { Findings } from './findings';
import { indexOf } from './index-of';
import { missingFrom, readStores } from './read-stores';
import { atBroker, readCommitted, readTopics } from './read-topics';
import { acceptedCommands } from './rules/accepted';
import { agreement } from './rules/agreement';
import { broken } from './rules/broken';
import { disorderedEffects, disorderedTopics } from './rules/disordered';
import { doubled } from './rules/doubled';
import { heard } from './rules/heard';
import { staleFences } from './rules/fences';
import { mails } from './rules/mails';
import { published } from './rules/published';
import { stuck } from './rules/stuck';

export interface CheckOptions {
  /** False while the load runs: only what can never become right by waiting is a fault. Left out: the town is at rest. */
  readonly final?: boolean;
}

/**
 * Counts what is wrong. Fails when MongoDB or Kafka cannot be read, which says nothing about the town: while faults strike, look
 * again later.
 */
export async function check(
  where: Where,
  ledger: Ledger,
  strikes: readonly Strike[],
  { final = true }: CheckOptions = {},
): Promise<Verdict> {
  // What is answered after this may be missing from what is read.
  const accepted = [...ledger.accepted];
  return judge({ ...(await gather(where)), final }, accepted, strikes.length);
}

/**
 * In this order: what a group says it has read is in the databases by then, what a journal says is published is on its topic by
 * then, and what a delivery says is sent is in the inbox.
 */
export function gather({ mongodbUri, kafkaBrokers, prefix, mails: inbox }: Where): Promise<Gathered> {
  return atBroker(kafkaBrokers, async (kafka, admin) => {
    const committed = await readCommitted(admin, prefix);
    const stores = await readStores(mongodbUri, prefix);
    const topics = await readTopics(kafka, admin, prefix);
    const written = new Set([...stores.values()].flatMap(({ journal }) => journal.map(({ _id }) => _id)));
    const newer = topics.records.map(({ id }) => id).filter((id) => !written.has(id));
    const unwritten = await missingFrom(mongodbUri, prefix, newer);
    return { stores, topics, committed, unwritten, mails: inbox() };
  });
}
export type Gathered = Omit<Evidence, 'final'>;

export function judge(evidence: Evidence, accepted: Ledger['accepted'], strikes: number): Verdict {
  const index = indexOf(evidence);
  const findings = new Findings();
  acceptedCommands(accepted, index, findings);
  published(evidence, index, findings);
  heard(evidence, index, findings);
  agreement(evidence, index, findings);
  doubled(evidence, index, findings);
  disorderedTopics(evidence, findings);
  disorderedEffects(index, findings);
  stuck(evidence, findings);
  broken(evidence, index, findings);
  const mailsAgain = mails(evidence, findings);
  const { counts, kept } = findings;
  return {
    ...{ events: index.entries.size, counts, findings: kept, mailsAgain },
    staleFences: staleFences(evidence, strikes),
  };
}
