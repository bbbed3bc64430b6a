import { allContracts } from '@passerelle/contracts';
import { promiseOf } from '../contracts/released-contract';
import { commentsOfContracts } from './comments';
import { readReactions } from './reactions';
import { publishers } from './publishers';
import type { Schema } from '../contracts/released-contract';
import type { ReactionRow } from './reactions';

/** One event as the catalogue shows it. */
export interface CatalogueEvent {
  readonly type: string;
  readonly version: number;
  readonly topic: string;
  readonly key: string;
  readonly summary: string;
  readonly data: Schema;
  /** Comment of each field that has one, by name. */
  readonly comments: ReadonlyMap<string, string>;
  /** Services whose source publishes it. */
  readonly publishedBy: readonly string[];
  readonly reactions: readonly ReactionRow[];
}

/** All contracts with who publishes them and who reacts, read from the sources of the services. */
export async function readCatalogue(root: string): Promise<CatalogueEvent[]> {
  const comments = commentsOfContracts(root);
  const reactions = await readReactions(root);
  const publishedBy = publishers(root, allContracts);
  return allContracts.map((contract) => ({
    ...promiseOf(contract),
    summary: contract.summary,
    comments: comments.get(contract.type) ?? new Map<string, string>(),
    publishedBy: publishedBy.get(contract.type) ?? [],
    reactions: reactions.filter((it) => it.type === contract.type && it.version === contract.version),
  }));
}
