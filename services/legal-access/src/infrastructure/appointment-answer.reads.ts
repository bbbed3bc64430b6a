import { professions } from '@passerelle/contracts';
import type { Journal } from '@passerelle/messaging';
import type { Connection } from 'mongoose';
import type { Ports } from '../application/ports';
import { appointmentOf, type Appointment, type KnownRequest } from '../domain/request';
import { lastPublished } from './last-published';
import { labelOf } from './request.reads';

export interface AppointmentLink {
  readonly needId: string;
  readonly appointmentId: string;
}

export interface FoundAppointment {
  readonly territory: string;
  readonly correlationId?: string;
  readonly page: ReturnType<typeof pageOf>;
}

type LinkState = 'planned' | 'confirmed' | 'cancelled' | 'over';

/** What a resident sees behind the link: their appointment and nothing about anybody else. */
export class AppointmentAnswerReads {
  constructor(
    private readonly ports: Ports,
    private readonly connection: Connection,
    private readonly journal: Journal,
    private readonly now: () => Date,
  ) {}

  /** An answer follows from what the resident was told. */
  lastPublished(needId: string): Promise<string | undefined> {
    return lastPublished(this.connection, 'request', needId);
  }

  /** Undefined when that request never had that appointment. */
  async find({ needId, appointmentId }: AppointmentLink): Promise<FoundAppointment | undefined> {
    const found = await this.ports.desk.request.read(needId);
    if (!found || found.state.status === 'none') return undefined;
    const { territory, correlationId, state } = found;
    if (state.status === 'placed' && state.appointment.appointmentId === appointmentId) {
      const { appointment } = state;
      const reached =
        appointment.startsAt <= this.now() ? 'over' : appointment.confirmed ? 'confirmed' : 'planned';
      return { territory, correlationId, page: pageOf(reached, appointment, state) };
    }
    const past = (await this.journal.timeline('request', needId)).findLast(
      ({ type, data }) => wasAbout.has(type) && data['appointmentId'] === appointmentId,
    );
    if (!past) return undefined;
    const ended = past.type === 'AppointmentCancelled' ? 'cancelled' : 'over';
    return { territory, correlationId, page: pageOf(ended, past.data as unknown as Appointment, state) };
  }
}

/** Events that hold where and when. */
const wasAbout = new Set(['AppointmentBooked', 'AppointmentMoved', 'AppointmentCancelled']);

function pageOf(state: LinkState, appointment: Appointment, request: KnownRequest) {
  const { startsAt, endsAt, placeName, placeAddress, profession, appointmentId } = appointmentOf(appointment);
  return {
    state,
    topic: request.topic,
    topicLabel: labelOf(request.topic),
    appointment: {
      appointmentId,
      startsAt,
      endsAt,
      placeName,
      placeAddress,
      profession,
      professionLabel: professions[profession].label,
    },
    /** What became of the request itself: after a cancellation, whether another date is looked for. */
    request: request.status,
  };
}
