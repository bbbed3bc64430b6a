import { referralOutcomes, topics } from '@passerelle/contracts';
import { z } from 'zod';
import { contactWays, referralStatuses } from '../domain/referral';

const id = z.uuid().toLowerCase();
const version = z.int().min(1);
const topicWord = z.enum(Object.keys(topics) as [keyof typeof topics]);
const text = (most: number) => z.string().trim().min(1).max(most);
const outcome = z.enum(referralOutcomes);

/** Under a need: `version` is the need's, as it was read. */
export const referNeedBody = z
  .strictObject({
    id,
    version,
    partnerId: id,
    message: text(4_000),
    contactWay: z.enum(contactWays),
    contact: text(500).optional(),
  })
  .meta({ id: 'ReferNeed' });

export const answerQuestionBody = z
  .strictObject({ id, version, answer: text(4_000) })
  .meta({ id: 'AnswerPartnerQuestion' });
export const withdrawReferralBody = z.strictObject({ version }).meta({ id: 'WithdrawReferral' });
export const closeReferralBody = z
  .strictObject({ version, outcome, words: text(2_000).optional() })
  .meta({ id: 'CloseReferral' });

export const listReferralsQuery = z
  .strictObject({
    status: z.enum(referralStatuses).optional(),
    topic: topicWord.optional(),
    partnerId: id.optional(),
    worker: z.string().min(1).max(120).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
    offset: z.coerce.number().int().min(0).max(100_000).default(0),
  })
  .meta({ id: 'ListReferrals' });
export type ListReferrals = z.infer<typeof listReferralsQuery>;

/** What a partner sends from the page of its link. */
export const referralAnswerBody = z
  .discriminatedUnion('answer', [
    z.strictObject({ answer: z.literal('accept') }),
    z.strictObject({ answer: z.literal('decline'), reason: text(1_000).min(3) }),
    z.strictObject({ answer: z.literal('ask'), id, question: text(2_000).min(3) }),
    z.strictObject({ answer: z.literal('close'), outcome, words: text(2_000).optional() }),
  ])
  .meta({ id: 'ReferralAnswer' });

/** Signed links are long; anything longer is not one. */
export const linkToken = z.string().min(10).max(2_000);
