export interface FreeSlot {
  readonly sessionId: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly placeId: string;
  readonly room?: string;
  readonly placeName: string;
  readonly placeAddress: string;
  readonly profession: string;
  readonly professionLabel: string;
  readonly topics: readonly string[];
}

export interface LegalRequest {
  readonly needId: string;
  readonly version: number;
  readonly status: 'waiting' | 'placed' | 'returned' | 'closed';
  readonly personId: string;
  readonly topic: string;
  readonly topicLabel: string;
  readonly urgency: 'normal' | 'urgent';
  readonly since?: string;
  readonly contactedOn?: string;
  readonly outcome?: string;
  readonly appointment?: {
    readonly appointmentId: string;
    readonly sessionId: string;
    readonly startsAt: string;
    readonly endsAt: string;
    readonly placeName: string;
    readonly profession: string;
    readonly confirmed?: boolean;
  };
}
