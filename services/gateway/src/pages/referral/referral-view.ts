import { z } from 'zod';

const outcome = z.enum(['met', 'not-followed', 'could-not']);
const shown = {
  topicLabel: z.string(),
  sentAt: z.coerce.date(),
  urgency: z.string(),
  answerBy: z.coerce.date(),
  message: z.string(),
  contactWay: z.enum(['direct', 'through-ccas']),
  contact: z.string().optional(),
  exchange: z
    .array(z.object({ kind: z.enum(['question', 'answer']), text: z.string(), at: z.coerce.date() }))
    .default([]),
};
const open = z.object({ state: z.literal('open'), asked: z.boolean(), ...shown });
const accepted = z.object({ state: z.literal('accepted'), ...shown });
const over = z.object({
  state: z.literal('over'),
  how: z.enum(['declined', 'expired', 'withdrawn', 'closed']),
  outcome: outcome.optional(),
  topicLabel: z.string(),
  sentAt: z.coerce.date(),
});

/** What the CCAS says of a person that it presents to a partner, as much as the page shows. */
const view = z.union([open, accepted, over]);
export type ReferralView = z.infer<typeof view>;
export type OpenView = z.infer<typeof open>;
export type AcceptedView = z.infer<typeof accepted>;
export type OverView = z.infer<typeof over>;

export function readReferralView(body: unknown): ReferralView | undefined {
  return view.safeParse(body).data;
}
