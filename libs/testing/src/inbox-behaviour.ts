import { setTimeout as sleep } from 'node:timers/promises';

/** How the inbox treats messages, until told otherwise; `times` limits a refusal to that many messages. */
export interface Behaviour {
  /** 4xx asks the sender to try again later, 5xx never to try again. */
  refuseWith?: number;
  /** The message is taken, then the answer says 451: the sender cannot know, and must not double it for the reader. */
  loseAnswer?: boolean;
  times?: number;
  slowMs?: number;
}

export class MailRefused extends Error {
  constructor(
    readonly responseCode: number,
    message: string,
  ) {
    super(message);
  }
}

export function behaviourOf() {
  let current: Behaviour = {};
  return {
    become: (wanted: Behaviour) => (current = { ...wanted }),
    /** Throws when the next message is refused. */
    next: async (): Promise<'answer' | 'answer lost'> => {
      const now = { ...current };
      if (current.times !== undefined && --current.times <= 0) current = { slowMs: current.slowMs };
      if (now.slowMs) await sleep(now.slowMs);
      if (now.refuseWith) throw new MailRefused(now.refuseWith, 'Refused on purpose by the test inbox');
      return now.loseAnswer ? 'answer lost' : 'answer';
    },
  };
}
