import { isRefusal, refuse, type Refusal } from '@passerelle/domain-kit';
import type { AggregateStore, Cause, Loaded, Transaction, UnitOfWork } from '@passerelle/messaging';
import {
  changedContactFields,
  type Partner,
  type PartnerContact,
  type PartnerEvent,
  type PartnerProfile,
} from '../domain/partner';
import type { PartnerCommand } from '../domain/partner.decide';
import { plainSiret } from '../domain/siret';

export interface Ports {
  readonly partners: AggregateStore<PartnerCommand, Partner, PartnerEvent>;
  readonly contacts: PartnerContacts;
  /** Another partner of the territory with this SIRET. */
  readonly partnerWithSiret: (tx: Transaction, siret: string, except: string) => Promise<string | undefined>;
}

/** The erasable side documents. */
export interface PartnerContacts {
  read(id: string, tx?: Transaction): Promise<PartnerContact>;
  write(tx: Transaction, id: string, contact: PartnerContact): Promise<void>;
}

export interface PartnerForm {
  readonly profile: PartnerProfile;
  readonly contact: PartnerContact;
}

export class PartnerCommands {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ports: Ports,
  ) {}

  register(cause: Cause, id: string, form: PartnerForm): Promise<Loaded<Partner> | Refusal> {
    return this.unitOfWork.run(cause, (tx) => this.keep(tx, 'register', id, form));
  }

  /** The whole form, as it is now: what is left out is erased. */
  change(cause: Cause, id: string, version: number, form: PartnerForm): Promise<Loaded<Partner> | Refusal> {
    return this.unitOfWork.run(cause, (tx) => this.keep(tx, 'change', id, form, version));
  }

  private async keep(
    tx: Transaction,
    what: PartnerCommand['do'],
    id: string,
    { profile: given, contact }: PartnerForm,
    expectedVersion?: number,
  ): Promise<Loaded<Partner> | Refusal> {
    const { partners, contacts } = this.ports;
    const profile = given.siret === undefined ? given : { ...given, siret: plainSiret(given.siret) };
    const before = await partners.load(tx, id);
    const twin = await this.twin(tx, id, profile);
    if (twin) return twin;
    const changed = changedContactFields(await contacts.read(id, tx), contact);
    const command: PartnerCommand = { do: what, profile, contact: changed };
    const after = await partners.decide(tx, id, command, { expectedVersion });
    if (isRefusal(after)) return after;
    if (after.version > before.version && changed.length > 0) await contacts.write(tx, id, contact);
    return after;
  }

  private async twin(tx: Transaction, id: string, { siret }: PartnerProfile): Promise<Refusal | undefined> {
    if (siret === undefined || !(await this.ports.partnerWithSiret(tx, siret, id))) return undefined;
    return refuse('SiretAlreadyKnown', 'Un partenaire de l’annuaire a déjà ce numéro SIRET.', 'siret');
  }
}
