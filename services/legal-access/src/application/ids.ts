import { v5 as uuidv5 } from 'uuid';

/** Names the ids that follow from what they are about: found without a search, and never made twice. */
const namespace = '5f0c1b62-8d0f-5d0e-9b5e-6f6c6567616c';

/** One demand for a topic in a territory. */
export const demandId = (territory: string, topic: string) =>
  uuidv5(`demand ${territory} ${topic}`, namespace);

/** One session for a day of a permanence. */
export const sessionId = (permanenceId: string, day: string) =>
  uuidv5(`session ${permanenceId} ${day}`, namespace);
