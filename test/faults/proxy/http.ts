import { noFraming } from './framing';
import type { Protocol } from './seen';

export const httpProtocol: Protocol = {
  framing: noFraming,
  reader: () => ({ request: () => undefined, answer: () => undefined }),
};
