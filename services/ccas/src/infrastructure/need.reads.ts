import { fields, type Field } from '@passerelle/contracts';
import type { Journal } from '@passerelle/messaging';
import type { Connection, mongo } from 'mongoose';
import { linkOfEntry } from '../application/chain/chain-link';
import { gatherChain } from '../application/chain/gather-chain';
import { agentsIn, sentenceOf } from '../application/chain/sentences';
import { doerOf, tellChain } from '../application/chain/tell-chain';
import type { KnownNeed } from '../domain/need';
import type { AgentNames } from './agent-names';
import { chainSources } from './chain-links';
import { notesOfNeed, wordsOfNeeds } from './need-notes';
import type { NeedDocument } from './need.store';
import { viewOf, type NeedView } from './need.view';
import { idsOfPerson, shownPersons } from './person-aliases';
import type { ListNeeds } from './need.schemas';

/** What agents read. Everything is within one territory. */
export class NeedReads {
  constructor(
    private readonly connection: Connection,
    private readonly journal: Journal,
    private readonly names: AgentNames,
    private readonly clock: { now(): Date },
  ) {}

  /** The oldest promise first, then the day the resident came; without a promise, after those that have one. */
  async list(territory: string, query: ListNeeds, withWords: boolean) {
    const where = await this.filterOf(territory, query);
    const [documents, total] = await Promise.all([
      this.needs
        .aggregate<NeedDocument>([
          { $match: where },
          { $set: { queue: { $ifNull: ['$state.promise.startedAt', new Date(8.64e15)] } } },
          { $sort: { queue: 1, 'state.contactedOn': 1, _id: 1 } },
          { $skip: query.offset },
          { $limit: query.limit },
        ])
        .toArray(),
      this.needs.countDocuments(where),
    ]);
    return { items: await this.views(documents, withWords), total };
  }

  /** The resident who came first is first; what is urgent before the rest. */
  async toClassify(territory: string, limit: number) {
    const where = { territory, 'state.status': 'to-classify' as const };
    const [documents, total] = await Promise.all([
      this.needs
        .find(where)
        .sort({ 'state.urgency': -1, 'state.contactedOn': 1, _id: 1 })
        .limit(limit)
        .toArray(),
      this.needs.countDocuments(where),
    ]);
    return { items: await this.views(documents as NeedDocument[], true), total };
  }

  /** How many wait for a service that is not there yet, field by field: what the town lacks. */
  async waitingServices(territory: string) {
    const found = await this.needs
      .aggregate<{ _id: Field; count: number; oldestContactedOn: string }>([
        { $match: { territory, 'state.status': 'awaiting-service' } },
        {
          $group: {
            _id: '$state.field',
            count: { $sum: 1 },
            oldestContactedOn: { $min: '$state.contactedOn' },
          },
        },
        { $sort: { count: -1, _id: 1 } },
      ])
      .toArray();
    const items = found.map(({ _id: field, ...counted }) => ({
      field,
      label: fields[field].label,
      ...counted,
    }));
    return { items, total: items.reduce((sum, { count }) => sum + count, 0) };
  }

  async one(territory: string, id: string) {
    const found = await this.find(territory, id);
    if (!found) return undefined;
    const [[view], notes] = await Promise.all([this.views([found], true), notesOfNeed(this.connection, id)]);
    const nameOf = await this.names.of([...notes.map(({ by }) => by), view!.workerId]);
    return {
      ...view!,
      workerName: nameOf(view!.workerId),
      notes: notes
        .filter(({ kind }) => kind !== 'words')
        .map(({ by, ...note }) => ({ ...note, by: { id: by, name: nameOf(by) } })),
    };
  }

  /** What happened to the need here, line by line: the journal itself. */
  async timeline(territory: string, id: string) {
    if (!(await this.find(territory, id))) return undefined;
    const links = (await this.journal.timeline('need', id)).map(linkOfEntry);
    const nameOf = await this.names.of(agentsIn(links));
    const items = links.map((link) => ({
      id: link.id,
      at: link.at,
      type: link.type,
      ...sentenceOf(link, nameOf),
      by: doerOf(link, nameOf),
    }));
    return { items, total: items.length };
  }

  /** What the need set off, across services. */
  async chain(territory: string, id: string) {
    if (!(await this.find(territory, id))) return undefined;
    const gathered = await gatherChain(chainSources(this.connection, this.journal), id);
    const nameOf = await this.names.of(agentsIn(gathered.links));
    return tellChain(id, gathered, nameOf);
  }

  now(): Date {
    return this.clock.now();
  }

  private async filterOf(territory: string, query: ListNeeds): Promise<mongo.Filter<NeedDocument>> {
    const { status, topic, field, personId, personIds, worker, urgency } = query;
    return {
      territory,
      // Closed needs are history: seen when asked for, or on the page of a person.
      ...(status !== undefined
        ? { 'state.status': status }
        : personId === undefined && { 'state.status': { $ne: 'closed' } }),
      ...(topic !== undefined && { 'state.topic': topic }),
      ...(field !== undefined && { 'state.field': field }),
      ...(worker !== undefined && { 'state.workerId': worker }),
      ...(urgency !== undefined && { 'state.urgency': urgency }),
      ...(personId !== undefined && {
        'state.personId': { $in: await idsOfPerson(this.connection, personId) },
      }),
      ...(personIds !== undefined && {
        'state.personId': { $in: await this.idsOfPersons(personIds.toLowerCase().split(',')) },
      }),
    } as mongo.Filter<NeedDocument>;
  }

  private async idsOfPersons(personIds: readonly string[]): Promise<string[]> {
    const groups = await Promise.all(personIds.map((id) => idsOfPerson(this.connection, id)));
    return [...new Set(groups.flat())];
  }

  /** As agents see them, with the person to show and the words that the reader may read. */
  async views(documents: readonly NeedDocument[], withWords: boolean): Promise<NeedView[]> {
    const known = documents.flatMap(({ _id: id, version, state }) =>
      state.status === 'unknown' ? [] : [{ id, version, state: state as KnownNeed }],
    );
    const [shown, words] = await Promise.all([
      shownPersons(
        this.connection,
        known.map(({ state }) => state.personId),
      ),
      withWords
        ? wordsOfNeeds(
            this.connection,
            known.map(({ id }) => id),
          )
        : new Map<string, string>(),
    ]);
    const now = this.now();
    return known.map((need) => {
      const view = viewOf(need, now);
      const personId = shown(view.personId);
      const said = words.get(need.id);
      return {
        ...view,
        personId,
        ...(personId === view.personId ? {} : { notedForPersonId: view.personId }),
        ...(said === undefined ? {} : { words: said }),
      };
    });
  }

  private async find(territory: string, id: string): Promise<NeedDocument | undefined> {
    return ((await this.needs.findOne({ _id: id, territory })) as NeedDocument | null) ?? undefined;
  }

  private get needs() {
    return this.connection.db!.collection<NeedDocument>('need');
  }
}
