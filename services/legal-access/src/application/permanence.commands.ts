import { addDays, parisDay, parisInstant, type LocalDate } from '@passerelle/calendar';
import { isRefusal, refuse, type Refusal } from '@passerelle/domain-kit';
import type { Cause, Loaded, Transaction, UnitOfWork } from '@passerelle/messaging';
import { cancelSessions, openSessions } from '../domain/hold-sessions';
import { meetingsOf } from '../domain/permanence.decide';
import type { Permanence, PermanenceFacts } from '../domain/permanence';
import { atDesk, type atDeskInTime } from './at-desk';
import { sessionId } from './ids';
import { meetingsAt } from './place.commands';
import type { Ports } from './ports';

/** How far ahead the sessions of a permanence are open, in days: well beyond any horizon of a policy. */
export const OPEN_AHEAD_DAYS = 60;

export class PermanenceCommands {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ports: Ports,
  ) {}

  /** The rule is checked for two years against the place's opening hours and everything else held there. */
  schedule(cause: Cause, id: string, facts: PermanenceFacts): Promise<Loaded<Permanence> | Refusal> {
    return this.unitOfWork.run(cause, async (tx) => {
      const known = await this.ports.permanences.load(tx, id);
      // Of another town it is not shown: deciding below refuses it.
      if (known.version > 0 && known.territory === tx.territory) return known;
      const place = await this.ports.places.load(tx, facts.placeId);
      if (place.state.status === 'none' || place.territory !== tx.territory) return unknownPlace();
      const room = facts.room === undefined ? {} : { room: facts.room };
      const taken = await this.ports.places.decide(tx, facts.placeId, {
        type: 'TakeRoom',
        takenBy: id,
        ...room,
      });
      if (isRefusal(taken)) return taken;
      const held = await meetingsAt(tx, this.ports, facts.placeId);
      const { openings } = place.state;
      const command = {
        type: 'SchedulePermanence',
        ...facts,
        openings,
        held,
        today: parisDay(tx.now),
      } as const;
      const scheduled = await this.ports.permanences.decide(tx, id, command);
      if (isRefusal(scheduled)) return scheduled;
      return openAhead(tx, this.ports, id);
    });
  }

  /** Its sessions after the last day are cancelled, and their people look for another slot. */
  end(cause: Cause, id: string, lastDay: LocalDate, version?: number): Promise<Loaded<Permanence> | Refusal> {
    return this.unitOfWork.run(cause, async (tx) => {
      const command = { type: 'EndPermanence', lastDay, today: parisDay(tx.now) } as const;
      const ended = await this.ports.permanences.decide(tx, id, command, { expectedVersion: version });
      if (isRefusal(ended)) return ended;
      const from = parisInstant(addDays(lastDay, 1), '00:00');
      const left = await this.ports.find.sessionsOfPermanence(tx, id, from);
      const laid = await atDesk(tx, this.ports, (desk) =>
        cancelSessions(
          desk,
          left.map((one) => one.id),
        ),
      );
      return isRefusal(laid) ? laid : ended;
    });
  }
}

/** Opens the dated sessions up to the rolling horizon and gives their slots to the people who wait. */
export async function openAhead(
  tx: Transaction,
  ports: Ports,
  id: string,
  decideAt: typeof atDeskInTime = atDesk,
): Promise<Loaded<Permanence> | Refusal> {
  const { state } = await ports.permanences.load(tx, id);
  if (state.status !== 'running') return refuse('UnknownPermanence', 'Cette permanence n’existe pas.');
  const today = parisDay(tx.now);
  const until = addDays(today, OPEN_AHEAD_DAYS);
  const from = state.openUntil === undefined || state.openUntil < today ? today : addDays(state.openUntil, 1);
  const place = await ports.places.load(tx, state.placeId);
  if (place.state.status === 'none') return unknownPlace();
  const { name: placeName, address: placeAddress } = place.state;
  const { placeId, room, profession, topics, slotMinutes } = state;
  const planned = meetingsOf(state, from, until)
    .filter(({ startsAt }) => tx.now < startsAt)
    .map(({ day, startsAt, endsAt }) => ({
      sessionId: sessionId(id, day),
      permanenceId: id,
      placeId,
      ...(room === undefined ? {} : { room }),
      placeName,
      placeAddress,
      profession,
      topics,
      startsAt,
      endsAt,
      slotMinutes,
    }));
  const laid = await decideAt(tx, ports, (desk) => openSessions(desk, planned));
  if (isRefusal(laid)) return laid;
  return ports.permanences.decide(tx, id, { type: 'OpenSessions', until, count: planned.length });
}

const unknownPlace = () => refuse('UnknownPlace', 'Ce lieu n’existe pas.', 'placeId');
