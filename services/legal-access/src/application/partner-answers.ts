import { parisInstant, weekday, type LocalDate } from '@passerelle/calendar';
import { isRefusal, refuse, type Refusal } from '@passerelle/domain-kit';
import type { Cause, Loaded, Transaction, UnitOfWork } from '@passerelle/messaging';
import {
  acceptPermanence,
  declinePermanence,
  type GivenDate,
  type PartnerLink,
} from '../domain/answer-permanence';
import { isOpen } from '../domain/opening';
import type { PermanenceRequest } from '../domain/permanence-request';
import { roomClash, type Meeting } from '../domain/room-clash';
import { atDesk } from './at-desk';
import { meetingsAt } from './place.commands';
import type { Ports } from './ports';

export interface Acceptance {
  readonly date: LocalDate;
  readonly time: string;
  readonly durationMinutes: number;
  readonly slotMinutes: number;
  /** One of the town's places, or the partner's own. */
  readonly place:
    { readonly placeId: string } | { readonly placeName: string; readonly placeAddress: string };
}

/** What a partner answers by the link of its mail. */
export class PartnerAnswers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ports: Ports,
  ) {}

  accept(cause: Cause, link: PartnerLink, answer: Acceptance): Promise<Loaded<PermanenceRequest> | Refusal> {
    return this.unitOfWork.run(cause, async (tx) => {
      const given = await this.dateGiven(tx, link.permanenceRequestId, answer);
      if (isRefusal(given)) return given;
      const laid = await atDesk(tx, this.ports, (desk) => acceptPermanence(desk, link, given));
      return isRefusal(laid)
        ? laid
        : laid.of<PermanenceRequest>('permanenceRequest', link.permanenceRequestId);
    });
  }

  decline(cause: Cause, link: PartnerLink, reason: string): Promise<Loaded<PermanenceRequest> | Refusal> {
    return this.unitOfWork.run(cause, async (tx) => {
      const laid = await atDesk(tx, this.ports, (desk) => declinePermanence(desk, link));
      if (isRefusal(laid)) return laid;
      await this.ports.reasons.keep(tx, link.permanenceRequestId, link.attempt, reason);
      return laid.of<PermanenceRequest>('permanenceRequest', link.permanenceRequestId);
    });
  }

  private async dateGiven(tx: Transaction, id: string, answer: Acceptance): Promise<GivenDate | Refusal> {
    const { date, time, durationMinutes, slotMinutes, place } = answer;
    const startsAt = parisInstant(date, time);
    const endsAt = new Date(startsAt.getTime() + durationMinutes * 60_000);
    if (startsAt <= tx.now) {
      return refuse('DateInThePast', 'Cette date est déjà passée. Choisissez une date à venir.', 'date');
    }
    if (slotMinutes > durationMinutes) {
      return refuse('SlotTooLong', 'Un rendez-vous ne peut pas durer plus que la permanence.', 'slotMinutes');
    }
    const when = { startsAt, endsAt, slotMinutes };
    if (!('placeId' in place)) return { ...when, ...place };
    const meeting = { day: date, startTime: time, durationMinutes, startsAt, endsAt };
    const where = await this.roomFor(tx, id, place.placeId, meeting);
    return isRefusal(where) ? where : { ...when, ...where };
  }

  /** A room of the town's place that is open and free at that time; written on the place, so that two cannot take it. */
  private async roomFor(tx: Transaction, takenBy: string, placeId: string, meeting: Meeting) {
    const { places } = this.ports;
    const { state, territory } = await places.load(tx, placeId);
    if (state.status === 'none' || territory !== tx.territory) {
      return refuse('UnknownPlace', 'Ce lieu n’existe pas.', 'placeId');
    }
    const { day, startTime, durationMinutes } = meeting;
    if (!isOpen(state.openings, day, startTime, durationMinutes)) {
      return refuse(
        'OutsideOpening',
        `Ce lieu n’est pas ouvert à cette heure. ${hours(state.openings, day)}`,
        'time',
      );
    }
    const held = await meetingsAt(tx, this.ports, placeId);
    const rooms = state.rooms.length > 0 ? state.rooms : [undefined];
    const room = rooms.find((one) => !roomClash([{ ...meeting, room: one }], held));
    if (room === undefined && (state.rooms.length > 0 || roomClash([meeting], held))) {
      return refuse(
        'PlaceAlreadyTaken',
        'Ce lieu est déjà pris à cette heure. Choisissez une autre heure.',
        'time',
      );
    }
    const inRoom = room === undefined ? {} : { room };
    const taken = await places.decide(tx, placeId, { type: 'TakeRoom', takenBy, ...inRoom });
    if (isRefusal(taken)) return taken;
    return { placeId, ...inRoom, placeName: state.name, placeAddress: state.address };
  }
}

function hours(openings: readonly { weekday: number; from: string; to: string }[], day: LocalDate): string {
  const that = openings
    .filter((one) => one.weekday === weekday(day))
    .map(({ from, to }) => `de ${from} à ${to}`);
  return that.length === 0 ? 'Il est fermé ce jour-là.' : `Ce jour-là, il ouvre ${that.join(' et ')}.`;
}
