import { isRefusal, type Refusal } from '@passerelle/domain-kit';
import type { Cause, Loaded, UnitOfWork } from '@passerelle/messaging';
import { walkIn } from '../domain/book-by-hand';
import { cancelSessions } from '../domain/hold-sessions';
import type { Request } from '../domain/request';
import type { Session } from '../domain/session';
import { atDesk } from './at-desk';
import type { Ports } from './ports';

export interface WalkIn {
  readonly needId: string;
  readonly personId: string;
  readonly topic: string;
}

export class SessionCommands {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ports: Ports,
  ) {}

  /** Everyone looks for another slot in their turn. */
  cancel(cause: Cause, sessionId: string, version?: number): Promise<Loaded<Session> | Refusal> {
    return this.unitOfWork.run(cause, async (tx) => {
      const expected = { kind: 'session', id: sessionId, version } as const;
      const laid = await atDesk(tx, this.ports, (desk) => cancelSessions(desk, [sessionId]), expected);
      return isRefusal(laid) ? laid : laid.of<Session>('session', sessionId);
    });
  }

  close(cause: Cause, sessionId: string, version?: number): Promise<Loaded<Session> | Refusal> {
    return this.unitOfWork.run(cause, async (tx) => {
      const expected = { kind: 'session', id: sessionId, version } as const;
      const close = { type: 'CloseSession' } as const;
      const laid = await atDesk(tx, this.ports, (desk) => desk.tell('session', sessionId, close), expected);
      return isRefusal(laid) ? laid : laid.of<Session>('session', sessionId);
    });
  }

  walkIn(cause: Cause, sessionId: string, who: WalkIn): Promise<Loaded<Request> | Refusal> {
    return this.unitOfWork.run(cause, async (tx) => {
      const laid = await atDesk(tx, this.ports, (desk) => walkIn(desk, sessionId, who));
      return isRefusal(laid) ? laid : laid.of<Request>('request', who.needId);
    });
  }
}
