import { isRefusal, refuse, type Refusal } from '@passerelle/domain-kit';
import type { Cause, Loaded, Transaction, UnitOfWork } from '@passerelle/messaging';
import { isOpenWithTopic } from '../domain/need';
import type { ContactWay, KnownReferral, Referral, ReferralOutcome } from '../domain/referral';
import type { ReferralCommand } from '../domain/referral.decide';
import type { Read } from './need.commands';
import { decideReferral } from './decide-referral';
import type { Ports, ReferralTextKind } from './ports';

export interface ReferralForm {
  readonly id: string;
  readonly partnerId: string;
  readonly message: string;
  readonly contactWay: ContactWay;
  /** How the partner reaches the person, when it does so itself. */
  readonly contact?: string;
}

/** What a partner says by its link. */
export type PartnerSays =
  | { readonly answer: 'accept' }
  | { readonly answer: 'decline'; readonly reason: string }
  /** `id` is made with the form: sent twice, it is one question. */
  | { readonly answer: 'ask'; readonly id: string; readonly question: string }
  | { readonly answer: 'close'; readonly outcome: ReferralOutcome; readonly words?: string };

type Outcome = Promise<Loaded<Referral> | Refusal>;

/** One function per use case; each runs in one transaction, which also moves the need. */
export class ReferralCommands {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ports: Ports,
  ) {}

  /** `need` as the worker read it. */
  refer(cause: Cause, need: Read, form: ReferralForm): Outcome {
    if (form.contactWay === 'direct' && !form.contact) {
      const how = 'Dites au partenaire comment joindre la personne, ou choisissez de passer par le CCAS.';
      return Promise.resolve(refuse('ContactMissing', how, 'contact'));
    }
    return this.unitOfWork.run(cause, async (tx) => {
      const known = await this.asItStands(tx, form.id);
      if (isRefusal(known) || known.version > 0) return known;
      const moved = await this.ports.needs.decide(
        tx,
        need.id,
        { do: 'refer', referralId: form.id, now: tx.now },
        { expectedVersion: need.version },
      );
      if (isRefusal(moved)) return moved;
      if (!isOpenWithTopic(moved.state)) return noSuchNeed();
      const { personId, topic, field, urgency } = moved.state;
      const subject = { needId: need.id, personId, topic, field, urgency };
      return this.send(tx, subject, form);
    });
  }

  answerQuestion(cause: Cause, { id, version }: Read, textId: string, text: string): Outcome {
    return this.unitOfWork.run(cause, async (tx) => {
      if (await this.ports.referralTexts.has(tx, textId)) return this.asItStands(tx, id);
      const command = { do: 'answer-question', textId, now: tx.now } as const;
      return this.decide(tx, id, command, [{ id: textId, kind: 'answer', text }], version);
    });
  }

  withdraw(cause: Cause, { id, version }: Read): Outcome {
    return this.unitOfWork.run(cause, (tx) =>
      this.decide(tx, id, { do: 'withdraw', because: 'worker', now: tx.now }, [], version),
    );
  }

  close(cause: Cause, { id, version }: Read, outcome: ReferralOutcome, words?: string): Outcome {
    return this.unitOfWork.run(cause, (tx) => this.end(tx, id, 'worker', { outcome, words }, version));
  }

  /** By the link of its mail: no version, whoever answers first has answered. */
  hearPartner(cause: Cause, id: string, says: PartnerSays): Outcome {
    return this.unitOfWork.run(cause, async (tx) => {
      switch (says.answer) {
        case 'accept':
          return this.decide(tx, id, { do: 'accept', now: tx.now }, []);
        case 'decline': {
          const textId = tx.newId();
          const reason: Text = { id: textId, kind: 'decline-reason', text: says.reason };
          return this.decide(tx, id, { do: 'decline', textId, now: tx.now }, [reason]);
        }
        case 'ask': {
          const { id: textId, question } = says;
          if (await this.ports.referralTexts.has(tx, textId)) return this.asItStands(tx, id);
          const asked: Text = { id: textId, kind: 'question', text: question };
          return this.decide(tx, id, { do: 'ask', textId, now: tx.now }, [asked]);
        }
        case 'close':
          return this.end(tx, id, 'partner', says);
      }
    });
  }

  private async send(
    tx: Transaction,
    subject: Pick<KnownReferral, 'needId' | 'personId' | 'topic' | 'field' | 'urgency'>,
    { id, partnerId, message, contactWay, contact }: ReferralForm,
  ): Outcome {
    const { partners, consents } = this.ports;
    const found = await partners.one(tx, partnerId);
    const texts: Text[] = [{ id: tx.newId(), kind: 'to-partner', text: message }];
    if (contactWay === 'direct' && contact) texts.push({ id: tx.newId(), kind: 'contact', text: contact });
    const command: ReferralCommand = {
      do: 'send',
      ...subject,
      partnerId,
      workerId: writerOf(tx),
      contactWay,
      textIds: texts.map(({ id: textId }) => textId),
      consent: await consents.rely(tx, subject.personId),
      partner: !found ? 'unknown' : found.active ? 'active' : 'inactive',
      now: tx.now,
    };
    return this.decide(tx, id, command, texts);
  }

  /** What was sent twice is answered as it is by now. */
  private async asItStands(tx: Transaction, id: string): Outcome {
    const found = await this.ports.referrals.load(tx, id);
    return found.territory === tx.territory
      ? found
      : refuse('UnknownReferral', 'Cette orientation n’existe pas.');
  }

  private end(
    tx: Transaction,
    id: string,
    by: 'partner' | 'worker',
    { outcome, words }: { readonly outcome: ReferralOutcome; readonly words?: string },
    version?: number,
  ): Outcome {
    const texts: Text[] = words ? [{ id: tx.newId(), kind: 'outcome', text: words }] : [];
    const textIds = texts.map(({ id: textId }) => textId);
    return this.decide(tx, id, { do: 'close', outcome, by, textIds, now: tx.now }, texts, version);
  }

  /** The texts of an act that changed something: sent twice, it changes nothing and adds no second set of them. */
  private async decide(
    tx: Transaction,
    id: string,
    command: ReferralCommand,
    texts: readonly Text[],
    expectedVersion?: number,
  ): Outcome {
    const after = await decideReferral(tx, this.ports, id, command, expectedVersion);
    if (isRefusal(after) || after.lastEventId === undefined) return after;
    const { needId, personId } = after.state as KnownReferral;
    const about = { referralId: id, needId, personId, by: writerOf(tx), at: tx.now };
    await this.ports.referralTexts.write(
      tx,
      texts.map((text) => ({ ...text, ...about })),
    );
    return after;
  }
}

interface Text {
  readonly id: string;
  readonly kind: ReferralTextKind;
  readonly text: string;
}

const noSuchNeed = () => refuse('UnknownNeed', 'Ce besoin n’existe pas.');

function writerOf({ actor }: Cause): string {
  if (actor === undefined) throw new Error('somebody refers, and somebody answers');
  return actor;
}
