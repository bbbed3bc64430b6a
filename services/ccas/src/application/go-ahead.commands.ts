import type { Refusal } from '@passerelle/domain-kit';
import type { Cause, Loaded, UnitOfWork } from '@passerelle/messaging';
import type { GoAhead } from '../domain/go-ahead';
import type { Ports } from './ports';

export class GoAheadCommands {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ports: Ports,
  ) {}

  /** An officer's word on a permanence that is held for it. */
  answer(
    cause: Cause,
    permanenceRequestId: string,
    granted: boolean,
    officerId: string,
  ): Promise<Loaded<GoAhead> | Refusal> {
    return this.unitOfWork.run(cause, (tx) =>
      this.ports.goAheads.decide(tx, permanenceRequestId, { do: 'answer', granted, officerId, now: tx.now }),
    );
  }

  /** While it has not left. */
  takeBack(cause: Cause, permanenceRequestId: string): Promise<Loaded<GoAhead> | Refusal> {
    return this.unitOfWork.run(cause, (tx) =>
      this.ports.goAheads.decide(tx, permanenceRequestId, { do: 'take-back' }),
    );
  }
}
