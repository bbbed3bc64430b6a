import { z } from 'zod';

const opening = z.object({ weekday: z.int(), from: z.string(), to: z.string() });
const place = z.object({
  id: z.string(),
  name: z.string(),
  address: z.string(),
  openings: z.array(opening).default([]),
});

const open = z.object({
  state: z.literal('open'),
  topicLabel: z.string(),
  waitingCount: z.number(),
  urgentCount: z.number().default(0),
  answerBy: z.coerce.date(),
  places: z.array(place).default([]),
  suggestion: z
    .object({ durationMinutes: z.number(), slotMinutes: z.number() })
    .default({ durationMinutes: 120, slotMinutes: 30 }),
});

const given = z.union([
  z.object({ answer: z.literal('decline') }),
  z.object({
    answer: z.literal('accept'),
    startsAt: z.coerce.date(),
    endsAt: z.coerce.date(),
    slots: z.number(),
    placeName: z.string(),
    placeAddress: z.string(),
  }),
]);
const answered = z.object({ state: z.literal('answered'), topicLabel: z.string(), answer: given });

/** What legal access says of a permanence that is asked of a partner, as much as the page shows. */
const view = z.union([open, answered]);
export type PartnerView = z.infer<typeof view>;
export type OpenQuestion = z.infer<typeof open>;
export type AnsweredQuestion = z.infer<typeof answered>;
export type PartnerPlace = z.infer<typeof place>;

export function readPartnerView(body: unknown): PartnerView | undefined {
  return view.safeParse(body).data;
}
