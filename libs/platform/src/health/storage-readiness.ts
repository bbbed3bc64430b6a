import type { Messaging, MessagingHealth } from '@passerelle/messaging';
import type { Dependency } from '../define-service';
import { Readiness } from './health.controller';

/** Whether a service that decides and reacts can do both. */
export class StorageReadiness extends Readiness {
  /** Its own storage is there: requests are served, even while Kafka is away, as the journal keeps what is decided. */
  serving = false;
  private why: string | undefined = 'The database is not open yet';

  constructor(private readonly messaging: Messaging) {
    super();
  }

  waiting(why: string): void {
    this.why = why;
  }

  serve(): void {
    this.serving = true;
    this.why = undefined;
  }

  stopping(): void {
    this.serving = false;
    this.why = 'The service is stopping';
  }

  async dependencies(): Promise<Record<string, Dependency>> {
    if (!this.serving) return { service: { state: 'starting', why: this.why } };
    const { mongo, relay, consumer, why } = await this.messaging.health();
    return {
      mongodb: mongo === 'up' ? { state: 'up' } : { state: 'down', why: 'MongoDB does not answer' },
      relay: relayState(relay),
      consumer:
        consumer === 'up' ? { state: 'up' } : { state: consumer, why: why ?? 'Kafka does not answer' },
    };
  }
}

function relayState(relay: MessagingHealth['relay']): Dependency {
  if (relay === 'leading' || relay === 'following') return { state: 'up' };
  return {
    state: relay,
    why: relay === 'down' ? 'Kafka does not take what is published' : 'The lease is being taken',
  };
}
