import { isRefusal, type Refusal } from '@passerelle/domain-kit';
import type { Cause, Loaded, UnitOfWork } from '@passerelle/messaging';
import { bookByHand, moveAppointment, type ChosenSlot } from '../domain/book-by-hand';
import { changeRequest } from '../domain/change-request';
import type { Desk } from '../domain/desk';
import type { Request } from '../domain/request';
import type { RequestCommand } from '../domain/request.decide';
import { atDesk } from './at-desk';
import type { Ports } from './ports';

/** A command of a caller, without the time, which the transaction gives. */
export type RequestOrder =
  | Omit<Extract<RequestCommand, { type: 'Confirm' }>, 'now'>
  | Omit<Extract<RequestCommand, { type: 'Cancel' }>, 'now'>
  | Omit<Extract<RequestCommand, { type: 'Attend' }>, 'now'>
  | Omit<Extract<RequestCommand, { type: 'Return' }>, 'now'>;

/** What agents, and residents by their link, do with one request. */
export class RequestCommands {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ports: Ports,
  ) {}

  order(cause: Cause, needId: string, order: RequestOrder, version?: number) {
    return this.decide(cause, needId, version, (desk) =>
      changeRequest(desk, needId, { ...order, now: desk.now }),
    );
  }

  book(cause: Cause, needId: string, chosen: ChosenSlot, version?: number) {
    return this.decide(cause, needId, version, (desk) => bookByHand(desk, needId, chosen));
  }

  move(cause: Cause, needId: string, chosen: ChosenSlot, version?: number) {
    return this.decide(cause, needId, version, (desk) => moveAppointment(desk, needId, chosen));
  }

  private decide(
    cause: Cause,
    needId: string,
    version: number | undefined,
    decide: (desk: Desk) => Refusal | undefined,
  ): Promise<Loaded<Request> | Refusal> {
    return this.unitOfWork.run(cause, async (tx) => {
      const laid = await atDesk(tx, this.ports, decide, { kind: 'request', id: needId, version });
      return isRefusal(laid) ? laid : laid.of<Request>('request', needId);
    });
  }
}
