import { z } from 'zod';

/** What legal access says of an appointment to the resident who holds its link. Never the topic: somebody else may look. */
const appointment = z.object({
  /** `placed` when it can still be confirmed or cancelled. */
  status: z.string().default('placed'),
  confirmed: z.boolean().default(false),
  startsAt: z.coerce.date(),
  endsAt: z.coerce.date().optional(),
  placeName: z.string(),
  placeAddress: z.string(),
});

export type ResidentView = z.infer<typeof appointment>;

export function readResidentView(body: unknown): ResidentView | undefined {
  return appointment.safeParse(body).data;
}
