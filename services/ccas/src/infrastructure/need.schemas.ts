import { ageBands, fields, needOutcomes, topics, urgencies } from '@passerelle/contracts';
import { z } from 'zod';
import { needStatuses } from '../domain/need';

export const topicWord = z.enum(Object.keys(topics) as [keyof typeof topics]);
const fieldWord = z.enum(Object.keys(fields) as [keyof typeof fields]);
const version = z.int().min(1);
/** The longest note a worker writes; a novel is refused. */
const text = (most: number) => z.string().trim().max(most);

export const identifyNeedBody = z
  .strictObject({
    id: z.uuid().toLowerCase(),
    personId: z.uuid().toLowerCase(),
    words: text(2_000).optional(),
    note: text(20_000).optional(),
    topic: topicWord.optional(),
    urgency: z.enum(urgencies).default('normal'),
    contactedOn: z.iso.date(),
    district: z
      .string()
      .regex(/^[a-z][a-z0-9-]{1,59}$/)
      .optional(),
    ageBand: z.enum(ageBands).optional(),
  })
  .meta({ id: 'IdentifyNeed' });

export const classifyNeedBody = z.strictObject({ version, topic: topicWord }).meta({ id: 'ClassifyNeed' });
export const reorientNeedBody = z
  .strictObject({ version, topic: topicWord, reason: text(2_000).min(1) })
  .meta({ id: 'ReorientNeed' });
export const withdrawNeedBody = z
  .strictObject({ version, reason: text(2_000).optional() })
  .meta({ id: 'WithdrawNeed' });
export const closeNeedBody = z
  // A need that the resident gives up is withdrawn: its service must let it go.
  .strictObject({ version, outcome: z.enum(needOutcomes).exclude(['withdrawn']) })
  .meta({ id: 'CloseNeed' });
export const unclassifyNeedBody = z.strictObject({ version }).meta({ id: 'UnclassifyNeed' });
export const reopenNeedBody = z
  .strictObject({ version, reason: text(2_000).min(1) })
  .meta({ id: 'ReopenNeed' });
export const addNoteBody = z
  .strictObject({ id: z.uuid().toLowerCase(), text: text(20_000).min(1) })
  .meta({ id: 'AddNeedNote' });

const workerWord = z.string().min(1).max(120);
export const handOverBody = z
  .strictObject({
    /** Instead of versions: what another agent took meanwhile is no longer theirs, and stays where it is. */
    from: workerWord,
    to: workerWord,
    needIds: z.array(z.uuid().toLowerCase()).min(1).max(100),
  })
  .meta({ id: 'HandNeedsOver' });

const limit = z.coerce.number().int().min(1).max(500).default(100);

const offset = z.coerce.number().int().min(0).max(100_000).default(0);

export const listNeedsQuery = z
  .strictObject({
    status: z.enum(needStatuses).optional(),
    topic: topicWord.optional(),
    field: fieldWord.optional(),
    personId: z.uuid().toLowerCase().optional(),
    /** Several persons at once, separated by commas: what a search found. */
    personIds: z
      .string()
      .regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,19}$/i)
      .optional(),
    worker: workerWord.optional(),
    urgency: z.enum(urgencies).optional(),
    limit,
    offset,
  })
  .meta({ id: 'ListNeeds' });
export type ListNeeds = z.infer<typeof listNeedsQuery>;

/** What the CCAS itself has to decide, by what it takes to decide it. */
export const workKinds = ['urgent', 'to-classify', 'to-reorient', 'awaiting-service'] as const;
export const toHandleQuery = z
  .strictObject({ kind: z.enum(workKinds).optional(), limit, offset })
  .meta({ id: 'ListNeedsToHandle' });
export type ToHandle = z.infer<typeof toHandleQuery>;

export const toClassifyQuery = z.strictObject({ limit }).meta({ id: 'ListNeedsToClassify' });
export const proposalQuery = z.strictObject({ words: text(2_000).min(1) }).meta({ id: 'ProposeTopic' });

export const listGoAheadsQuery = z
  .strictObject({ status: z.enum(['asked', 'answered', 'given', 'over']).default('asked'), limit })
  .meta({ id: 'ListGoAheads' });
export const giveGoAheadBody = z.strictObject({ granted: z.boolean() }).meta({ id: 'GiveGoAhead' });
