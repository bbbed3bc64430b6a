import { parisDay } from '@passerelle/calendar';
import type { Journal } from '@passerelle/messaging';
import type { AccessLog, Caller, Clock } from '@passerelle/platform';
import { findPersons } from '../application/find-persons';
import { compareWithKnown, show } from '../application/look-alikes';
import { matchPerson } from '../application/match-person';
import { identityFrom, type PersonForm } from '../application/person-form';
import { contactPointsOf, filesOf, namesOf, personPage, timelineOf } from '../application/person-page';
import type { Ports } from '../application/ports';

/** Everything that is asked about persons; opening a file is journaled before it is answered. */
export class PersonReads {
  constructor(
    private readonly ports: Ports,
    private readonly journal: Journal,
    private readonly accessLog: AccessLog,
    private readonly clock: Clock,
  ) {}

  match(territory: string, form: PersonForm) {
    return matchPerson(this.ports, territory, form, this.today());
  }

  find(territory: string, query: string, limit: number) {
    return findPersons(this.ports, territory, query, limit, this.today());
  }

  async names(territory: string, ids: readonly string[]) {
    const items = await namesOf(this.ports, territory, ids);
    return { items, total: items.length };
  }

  async page(caller: Caller, id: string) {
    const page = await personPage(this.ports, caller.territory, id);
    if (page) await this.accessLog.record(caller, { subject: 'person', id, why: 'open-file' });
    return page;
  }

  /** Files that may be the same person: what an agent looks at before a merge. */
  async lookAlikes(territory: string, id: string) {
    const kept = (await this.ports.merges.keptOf([id])).get(id);
    const details = kept?.territory === territory ? await this.ports.details.read(id) : undefined;
    if (!kept || !details) return undefined;
    const choice = await compareWithKnown(this.ports, territory, identityFrom(details), { except: kept.id });
    const { candidates } = await show(this.ports, choice);
    return { items: candidates, total: candidates.length };
  }

  files(territory: string, id: string) {
    return filesOf(this.ports, territory, id);
  }

  /** With the names of who acted: who changes a file has opened it, so the access log knows how they are called. */
  async timeline(territory: string, id: string) {
    const timeline = await timelineOf(this.ports, this.journal, territory, id);
    if (!timeline) return undefined;
    const names = await this.accessLog.namesOf(timeline.items.flatMap(({ actor }) => actor ?? []));
    return {
      items: timeline.items.map((item) => ({
        ...item,
        actorName: item.actor === undefined ? undefined : names.get(item.actor),
      })),
    };
  }

  contactPoints(id: string) {
    return contactPointsOf(this.ports, id);
  }

  private today(): string {
    return parisDay(this.clock.now());
  }
}
