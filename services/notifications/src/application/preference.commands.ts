import { isRefusal, type Refusal } from '@passerelle/domain-kit';
import type { Cause, Loaded, UnitOfWork } from '@passerelle/messaging';
import { v5 as uuidv5 } from 'uuid';
import type { MailChoice, MailPreference } from '../domain/mail-preference';
import type { Reader } from '../domain/reader';
import type { Mailboxes, PreferenceStore } from './ports';

/** Ours for ever: an agent's preference in a territory has one id, whoever asks. */
const PREFERENCES = '1f4a3d52-6f0d-5a36-8d0b-3f0b0f6c5a90';

export function preferenceId(territory: string, sub: string): string {
  return uuidv5(`${territory}|${sub}`, PREFERENCES);
}

export interface PreferencePorts {
  readonly preferences: PreferenceStore;
  readonly mailboxes: Mailboxes;
}

/** What an agent decides about the mails that Passerelle sends them. */
export class PreferenceCommands {
  /** Roles that this process saw already, so that a visit to the inbox writes nothing. */
  private readonly seen = new Map<string, string>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ports: PreferencePorts,
  ) {}

  set(
    cause: Cause,
    reader: Reader,
    chosen: { readonly version: number; readonly choice: MailChoice; readonly mail?: string },
  ): Promise<Loaded<MailPreference> | Refusal> {
    const { preferences, mailboxes } = this.ports;
    const { version, choice, mail } = chosen;
    return this.unitOfWork.run(cause, async (tx) => {
      const id = preferenceId(tx.territory, reader.sub);
      const before = await mailboxes.of(id, tx);
      // Who wants no mail leaves no address here.
      const mailbox = choice === 'never' ? undefined : (mail ?? before);
      const outcome = await preferences.decide(
        tx,
        id,
        {
          ...{ do: 'set', choice, sub: reader.sub, roles: reader.roles, now: tx.now },
          ...{ hasMailbox: mailbox !== undefined, isNewMailbox: mailbox !== before },
        },
        { expectedVersion: version },
      );
      if (!isRefusal(outcome) && mailbox !== before) await mailboxes.keep(tx, id, mailbox);
      return outcome;
    });
  }

  /** Whose messages an agent reads follows their roles: looked at when they open their inbox. */
  async knowRoles(cause: Cause, { sub, roles }: Reader): Promise<void> {
    const id = preferenceId(cause.territory, sub);
    const known = [...roles].sort().join();
    if (this.seen.get(id) === known) return;
    await this.unitOfWork.run(cause, (tx) =>
      this.ports.preferences.decide(tx, id, { do: 'know-roles', roles }),
    );
    this.seen.set(id, known);
  }
}
