import { z } from 'zod';

/** The command of the bench, the size of a real one. Both sides accept it by HTTP with a bearer token. */
export const pledgeBody = z.strictObject({
  id: z.uuid(),
  personId: z.uuid(),
  topic: z.string().max(60),
  urgency: z.enum(['normal', 'urgent']),
  contactedOn: z.iso.date(),
});
export type Pledge = z.infer<typeof pledgeBody>;

export const territory = '91645';

/** The handler of a pledge of this topic throws. */
export const poisonTopic = 'poison';
