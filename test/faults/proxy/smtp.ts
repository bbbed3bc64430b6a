import { lineFraming } from './framing';
import type { Protocol, Reader } from './seen';

export const smtpProtocol: Protocol = { framing: lineFraming, reader: smtpReader };

/** `250` means many things: after the end of a message it means that the server has it. */
function smtpReader(): Reader {
  let inMessage = false;
  return {
    request: () => undefined,
    answer(line) {
      const code = line.toString('latin1', 0, 3);
      const taken = inMessage && code === '250';
      inMessage = code === '354';
      return taken ? { way: 'answer', what: 'mail taken' } : undefined;
    },
  };
}
