interface Mail {
  readonly links: readonly string[];
}

export interface PartnerLink {
  readonly id: string;
  readonly partnerId: string;
  readonly attempt: number;
}
export interface ResidentLink {
  readonly id: string;
  readonly appointmentId: string;
}

/** A link that somebody got by mail: the page it opens, and what it is about. */
export interface Received<Claims> {
  readonly page: string;
  readonly about: Claims;
}

/** What the partners and the residents of the town find in their mail. */
export class MailInbox {
  constructor(private readonly url: string) {}

  partnerLinks(): Promise<Received<PartnerLink>[]> {
    return this.links<PartnerLink>('p');
  }

  residentLinks(): Promise<Received<ResidentLink>[]> {
    return this.links<ResidentLink>('r');
  }

  private async links<Claims>(kind: 'p' | 'r'): Promise<Received<Claims>[]> {
    const answer = await fetch(`${this.url}/api/messages`);
    const mails = (await answer.json()) as Mail[];
    return mails
      .flatMap(({ links }) => links)
      .map((link) => new URL(link).pathname)
      .filter((page) => page.startsWith(`/${kind}/`))
      .map((page) => ({ page, about: claimsOf<Claims>(page) }));
  }
}

/** Signed, not secret: the middle part says what the link is for. */
function claimsOf<Claims>(page: string): Claims {
  const [, claims = ''] = page.split('/').at(-1)?.split('.') ?? [];
  return JSON.parse(Buffer.from(claims, 'base64url').toString()) as Claims;
}
