import { addDays, parisDay, parisTime } from '@passerelle/calendar';
import type { Refusal } from '@passerelle/domain-kit';
import type { Cause, Loaded, Transaction, UnitOfWork } from '@passerelle/messaging';
import { CHECKED_DAYS, meetingsOf } from '../domain/permanence.decide';
import type { Place, PlaceFacts } from '../domain/place';
import type { Meeting } from '../domain/room-clash';
import type { Ports } from './ports';

export class PlaceCommands {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ports: Ports,
  ) {}

  open(cause: Cause, id: string, facts: PlaceFacts): Promise<Loaded<Place> | Refusal> {
    return this.unitOfWork.run(cause, (tx) =>
      this.ports.places.decide(tx, id, { type: 'OpenPlace', ...facts }),
    );
  }

  change(cause: Cause, id: string, facts: PlaceFacts, version: number): Promise<Loaded<Place> | Refusal> {
    return this.unitOfWork.run(cause, async (tx) => {
      const meetings = await meetingsAt(tx, this.ports, id);
      return this.ports.places.decide(
        tx,
        id,
        { type: 'ChangePlace', ...facts, meetings },
        { expectedVersion: version },
      );
    });
  }
}

/** Everything that is still to be held at a place: permanences as far as they are checked, and one-off sessions. */
export async function meetingsAt(tx: Transaction, ports: Ports, placeId: string): Promise<Meeting[]> {
  const today = parisDay(tx.now);
  const permanences = await ports.find.permanencesAt(tx, placeId);
  const recurring = permanences.flatMap(({ state }) => {
    if (state.status === 'none') return [];
    const last = state.status === 'ended' ? state.lastDay : addDays(today, CHECKED_DAYS);
    return meetingsOf(state, today, last);
  });
  const sessions = await ports.find.sessionsAt(tx, placeId, tx.now);
  const oneOff = sessions
    .filter(({ state }) => state.permanenceId === undefined)
    .map(({ state: { startsAt, endsAt, room } }) => ({
      day: parisDay(startsAt),
      startTime: parisTime(startsAt),
      durationMinutes: (endsAt.getTime() - startsAt.getTime()) / 60_000,
      startsAt,
      endsAt,
      ...(room === undefined ? {} : { room }),
    }));
  return [...recurring, ...oneOff];
}
