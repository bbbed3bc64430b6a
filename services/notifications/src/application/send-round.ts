import { isRefusal } from '@passerelle/domain-kit';
import type { Cause, UnitOfWork } from '@passerelle/messaging';
import { v5 as uuidv5 } from 'uuid';
import type { MailPreference } from '../domain/mail-preference';
import type { MailPreferenceCommand } from '../domain/mail-preference.decide';
import { writeToAgent, type AgentMessage } from '../domain/writing/to-agent';
import { writeToAgentByMail } from '../domain/writing/to-agent-mail';
import type { Outage } from './outage';
import type { Mailboxes, Mailer, PreferenceStore, UnreadMessages, Voice } from './ports';

type Sending = Extract<MailPreference, { status: 'sending' }>;

export interface RoundPorts {
  readonly preferences: PreferenceStore;
  readonly mailboxes: Mailboxes;
  readonly unread: UnreadMessages;
  readonly mailer: Mailer;
}

const ROUNDS = '9c1b6e0e-2c55-5c0e-a9a7-6a2f6c7f4f52';
const mostShown = 50;

/** An agent's mail: claimed, written from what the inbox holds unread, sent, marked; as deliveries are. */
export class SendRound {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ports: RoundPorts,
    private readonly voice: Voice,
    private readonly address: string,
    private readonly mailServer: Outage,
  ) {}

  get isPossible(): boolean {
    return this.mailServer.isOver;
  }

  async send(id: string): Promise<void> {
    const before = await this.ports.preferences.read(id);
    if (!before) return;
    const { territory, correlationId, traceparent } = before;
    const cause: Cause = { territory, correlationId, causationId: correlationId, traceparent };
    const decide = (command: MailPreferenceCommand['do'] & ('start-round' | NextStep)) =>
      this.unitOfWork.run(cause, (tx) =>
        this.ports.preferences.decide(tx, id, { do: command, now: tx.now } as MailPreferenceCommand),
      );
    const claimed = await decide('start-round');
    if (isRefusal(claimed) || claimed.state.status !== 'sending') return;
    await decide(await this.mail(id, territory, claimed.state));
  }

  private async mail(id: string, territory: string, round: Sending): Promise<NextStep> {
    const { mailboxes, unread, mailer } = this.ports;
    const { words, town } = this.voice;
    const { total, messages } = await unread.of(territory, round, round.toldUpTo, round.upTo, mostShown);
    const mailbox = await mailboxes.of(id);
    if (total === 0 || mailbox === undefined) return 'end-round';
    const shown = messages.map(
      ({ notice, fact }): AgentMessage =>
        writeToAgent(notice, fact, words) ?? { title: 'Message', sentence: '' },
    );
    const writing = writeToAgentByMail({
      ...{ messages: shown, total, at: round.upTo, town, address: this.address },
    });
    const outcome = await mailer.send({
      // The same for a round that is sent again after a crash.
      deliveryId: uuidv5(`${id}|${round.upTo.toISOString()}`, ROUNDS),
      to: { name: '', address: mailbox },
      writing,
    });
    if (outcome === 'unavailable') this.mailServer.failed();
    else this.mailServer.worked();
    return nextSteps[outcome];
  }
}

type NextStep = 'end-round' | 'postpone-round' | 'refuse-mailbox';
const nextSteps = {
  taken: 'end-round',
  refused: 'refuse-mailbox',
  deferred: 'postpone-round',
  unavailable: 'postpone-round',
} as const satisfies Record<string, NextStep>;
