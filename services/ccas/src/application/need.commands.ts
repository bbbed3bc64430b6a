import { topics, type AgeBand, type Topic, type Urgency } from '@passerelle/contracts';
import { isRefusal, refuse, type Refusal } from '@passerelle/domain-kit';
import type { Cause, Loaded, Transaction, UnitOfWork } from '@passerelle/messaging';
import type { KnownNeed, Need, NeedOutcome } from '../domain/need';
import type { NeedCommand } from '../domain/need.decide';
import { classifyWording } from '../domain/wording/classify-wording';
import type { NoteKind, Ports } from './ports';

export interface NeedForm {
  readonly personId: string;
  /** The resident's own words: a topic is read in them unless one is given. */
  readonly words?: string;
  readonly note?: string;
  readonly topic?: Topic;
  readonly urgency: Urgency;
  readonly contactedOn: string;
  readonly district?: string;
  readonly ageBand?: AgeBand;
}

/** The act of an agent on a need that they read at this version. */
export interface Read {
  readonly id: string;
  readonly version: number;
}

type Outcome = Promise<Loaded<Need> | Refusal>;

/** One function per use case; each runs in one transaction. */
export class NeedCommands {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ports: Ports,
  ) {}

  identify(cause: Cause, id: string, form: NeedForm): Outcome {
    const { words, note, personId, urgency, contactedOn, district, ageBand } = form;
    if (!words && !note && !form.topic) {
      return Promise.resolve(
        refuse('NothingSaid', 'Écrivez ce que la personne demande, ou choisissez un sujet.', 'words'),
      );
    }
    const chosen = chosenTopic(form);
    return this.run(cause, async (tx) => {
      const texts = notesOf(tx, { words, note });
      const after = await this.ports.needs.decide(
        tx,
        id,
        {
          do: 'identify',
          personId,
          workerId: workerOf(cause),
          urgency,
          contactedOn,
          district,
          ageBand,
          noteIds: idsOf(texts),
          ...(chosen && { orientation: { ...(await this.oriented(tx, chosen.topic)), by: chosen.by } }),
          now: tx.now,
        },
        { likelyNew: true },
      );
      return this.keep(tx, after, texts);
    });
  }

  classify(cause: Cause, read: Read, topic: Topic): Outcome {
    return this.run(cause, async (tx) =>
      this.decide(tx, read, {
        do: 'classify',
        orientation: await this.oriented(tx, topic),
        workerId: workerOf(cause),
        now: tx.now,
      }),
    );
  }

  unclassify(cause: Cause, read: Read): Outcome {
    const workerId = workerOf(cause);
    return this.run(cause, (tx) => this.decide(tx, read, { do: 'unclassify', workerId, now: tx.now }));
  }

  reorient(cause: Cause, read: Read, topic: Topic, reason: string): Outcome {
    return this.run(cause, async (tx) => {
      const texts = notesOf(tx, { reorientation: reason });
      const orientation = await this.oriented(tx, topic);
      return this.decide(
        tx,
        read,
        { do: 'reorient', orientation, noteIds: idsOf(texts), now: tx.now },
        texts,
      );
    });
  }

  withdraw(cause: Cause, read: Read, reason?: string): Outcome {
    return this.run(cause, async (tx) => {
      const texts = notesOf(tx, { withdrawal: reason });
      return this.decide(tx, read, { do: 'withdraw', noteIds: idsOf(texts), now: tx.now }, texts);
    });
  }

  close(cause: Cause, read: Read, outcome: NeedOutcome): Outcome {
    return this.run(cause, (tx) => this.decide(tx, read, { do: 'close', outcome, now: tx.now }));
  }

  reopen(cause: Cause, read: Read, reason: string): Outcome {
    return this.run(cause, async (tx) => {
      const texts = notesOf(tx, { reopening: reason });
      return this.decide(tx, read, { do: 'reopen', noteIds: idsOf(texts), now: tx.now }, texts);
    });
  }

  /** A note disturbs nobody's reading: it needs no version, and its own id says whether it was sent twice. */
  addNote(cause: Cause, id: string, noteId: string, text: string): Outcome {
    return this.run(cause, async (tx) => {
      if (await this.ports.notes.has(tx, noteId)) {
        const need = await this.ports.needs.load(tx, id);
        return need.territory === tx.territory ? need : refuse('UnknownNeed', 'Ce besoin n’existe pas.');
      }
      const after = await this.ports.needs.decide(tx, id, { do: 'add-note', noteId });
      return this.keep(tx, after, [{ noteId, kind: 'note', text }]);
    });
  }

  private run(cause: Cause, work: (tx: Transaction) => Outcome): Outcome {
    return this.unitOfWork.run(cause, work);
  }

  private async decide(
    tx: Transaction,
    { id, version }: Read,
    command: NeedCommand,
    texts: readonly Text[] = [],
  ): Outcome {
    const after = await this.ports.needs.decide(tx, id, command, { expectedVersion: version });
    return this.keep(tx, after, texts);
  }

  /** The texts of an act that changed something: sent twice, it changes nothing and adds no second set of them. */
  private async keep(tx: Transaction, outcome: Loaded<Need> | Refusal, texts: readonly Text[]): Outcome {
    if (isRefusal(outcome) || outcome.lastEventId === undefined) return outcome;
    const { personId } = outcome.state as KnownNeed;
    const by = workerOf(tx);
    const about = { needId: outcome.id, personId, by, at: tx.now };
    await this.ports.notes.write(
      tx,
      texts.map(({ noteId: id, kind, text }) => ({ id, kind, text, ...about })),
    );
    return outcome;
  }

  private async oriented(tx: Transaction, topic: Topic) {
    const { field } = topics[topic];
    return { topic, field, served: await this.ports.servedFields.isServed(tx, field) };
  }
}

interface Text {
  readonly noteId: string;
  readonly kind: NoteKind;
  readonly text: string;
}

function idsOf(texts: readonly Text[]): string[] {
  return texts.map(({ noteId }) => noteId);
}

function notesOf(tx: Transaction, texts: Partial<Record<NoteKind, string>>): Text[] {
  return (Object.entries(texts) as [NoteKind, string | undefined][]).flatMap(([kind, text]) =>
    text ? [{ noteId: tx.newId(), kind, text }] : [],
  );
}

/** What a worker chose is not guessed again. */
function chosenTopic({ topic, words }: NeedForm): { topic: Topic; by: 'worker' | 'wording' } | undefined {
  if (topic) return { topic, by: 'worker' };
  const found = classifyWording(words ?? '');
  return found.kind === 'topic' ? { topic: found.topic, by: 'wording' } : undefined;
}

function workerOf({ actor }: Cause): string {
  if (actor === undefined) throw new Error('a need is noted by somebody');
  return actor;
}
