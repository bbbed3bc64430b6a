import type { ReceivedMail } from '@passerelle/testing';
import type { Chance } from '../../day/chance';

export interface PartnerLink {
  readonly id: string;
  readonly token: string;
}

export interface ResidentLink {
  /** Of the need. */
  readonly id: string;
  readonly appointmentId: string;
  readonly token: string;
}

/** Links by mail that nobody has answered yet. A mail that comes again brings nothing new. */
export class Letters {
  private readonly seen = new Set<string>();
  private readonly partners: PartnerLink[] = [];
  private readonly residents: ResidentLink[] = [];
  private read = 0;

  constructor(private readonly mails: () => readonly ReceivedMail[]) {}

  partnerLink(chance: Chance): PartnerLink | undefined {
    this.open();
    return drawn(chance, this.partners);
  }

  residentLink(chance: Chance): ResidentLink | undefined {
    this.open();
    return drawn(chance, this.residents);
  }

  private open(): void {
    const mails = this.mails();
    for (; this.read < mails.length; this.read += 1) {
      for (const link of mails[this.read]!.links) this.take(new URL(link).pathname);
    }
  }

  private take(path: string): void {
    const [, kind, token = ''] = path.split('/');
    const claims = claimsOf(token);
    if (!claims || (kind !== 'p' && kind !== 'r')) return;
    const about = `${claims.id} ${claims.attempt ?? claims.appointmentId ?? ''}`;
    if (this.seen.has(about)) return;
    this.seen.add(about);
    if (kind === 'p') this.partners.push({ id: claims.id, token });
    else if (claims.appointmentId) {
      this.residents.push({ id: claims.id, appointmentId: claims.appointmentId, token });
    }
  }
}

interface Claims {
  readonly id: string;
  readonly attempt?: number;
  readonly appointmentId?: string;
}

/** Signed, not secret: the middle part says what the link is for. */
function claimsOf(token: string): Claims | undefined {
  const [, claims] = token.split('.');
  if (claims === undefined) return undefined;
  return JSON.parse(Buffer.from(claims, 'base64url').toString()) as Claims;
}

function drawn<Link>(chance: Chance, links: Link[]): Link | undefined {
  if (links.length === 0) return undefined;
  return links.splice(chance.below(links.length), 1)[0];
}
