import type { Journal } from '@passerelle/messaging';
import type { Connection } from 'mongoose';
import type { Ports } from '../application/partner.commands';
import type { PartnerContact, PartnerProfile } from '../domain/partner';
import { listPartners, type PartnerDocument, type PartnerFilter } from './partner.store';

export type PartnerView = { readonly id: string; readonly version: number } & PartnerProfile;

export class PartnerReads {
  constructor(
    private readonly connection: Connection,
    private readonly ports: Ports,
    private readonly journal: Journal,
  ) {}

  async list(territory: string, filter: PartnerFilter) {
    const { items, total } = await listPartners(this.connection, territory, filter);
    return { items: items.flatMap((document) => view(document) ?? []), total };
  }

  async one(territory: string, id: string): Promise<(PartnerView & { contact: PartnerContact }) | undefined> {
    const found = await this.of(territory, id);
    return found && { ...found, contact: await this.ports.contacts.read(id) };
  }

  async timeline(territory: string, id: string) {
    if (!(await this.of(territory, id))) return undefined;
    const entries = await this.journal.timeline('partner', id);
    return { items: entries.map(({ _id, type, data, actor, at }) => ({ id: _id, type, data, actor, at })) };
  }

  /** Without a territory: whoever asks is a machine that writes for all of them. */
  async contact(id: string): Promise<({ name: string } & PartnerContact) | undefined> {
    const found = await this.ports.partners.read(id);
    if (found?.state.status !== 'registered') return undefined;
    const { mailbox, phone } = await this.ports.contacts.read(id);
    return { name: found.state.name, mailbox, phone };
  }

  private async of(territory: string, id: string): Promise<PartnerView | undefined> {
    const found = await this.ports.partners.read(id);
    if (!found || found.territory !== territory) return undefined;
    return view({ _id: id, ...found, correlationId: found.correlationId ?? '' });
  }
}

function view({ _id: id, version, state }: PartnerDocument): PartnerView | undefined {
  if (state.status !== 'registered') return undefined;
  const { status: _status, ...profile } = state;
  return { id, version, ...profile };
}
