import { topics, isTopic } from '@passerelle/contracts';
import { z } from 'zod';

/** What legal access says of a permanence that is asked of a partner. */
const asked = z.object({
  topic: z.string(),
  waitingCount: z.number(),
  urgentCount: z.number().optional(),
  answerBy: z.coerce.date(),
  places: z.array(z.object({ id: z.string(), name: z.string(), address: z.string() })).default([]),
});

export type PartnerView = z.infer<typeof asked>;

export function readPartnerView(body: unknown): PartnerView | undefined {
  return asked.safeParse(body).data;
}

export function topicLabel(topic: string): string {
  return isTopic(topic) ? topics[topic].label : topic;
}
