import type { Mailboxes, PreferenceStore } from '../../application/ports';

/** What the page of an agent's preferences shows. */
export class PreferenceReads {
  constructor(
    private readonly preferences: PreferenceStore,
    private readonly mailboxes: Mailboxes,
  ) {}

  preference(id: string) {
    return this.preferences.read(id);
  }

  mailbox(id: string) {
    return this.mailboxes.of(id);
  }
}
