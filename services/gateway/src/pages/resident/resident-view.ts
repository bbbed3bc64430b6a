import { z } from 'zod';

/** What legal access says of an appointment to the resident who holds its link. The topic is left out: somebody else may look. */
const view = z.object({
  state: z.enum(['planned', 'confirmed', 'cancelled', 'over']),
  appointment: z.object({
    startsAt: z.coerce.date(),
    endsAt: z.coerce.date(),
    placeName: z.string(),
    placeAddress: z.string(),
  }),
  /** What became of the request: `waiting` when another date is looked for. */
  request: z.string(),
});

export type ResidentView = z.infer<typeof view>;

export function readResidentView(body: unknown): ResidentView | undefined {
  return view.safeParse(body).data;
}
