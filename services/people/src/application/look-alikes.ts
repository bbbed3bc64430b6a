import type { Transaction } from '@passerelle/messaging';
import { chooseMatch, type Choice } from '../domain/choose-match';
import type { Identity } from '../domain/identity';
import { matchKeys } from '../domain/lookup-keys';
import { maskedMail, maskedPhone } from '../domain/masked';
import { compareIdentities } from '../domain/match-identity';
import { reasonsInFrench } from '../domain/reasons-in-french';
import type { Ports } from './ports';

/** What an agent sees of a look-alike before opening its file: enough to recognise the person across the desk. */
export interface Candidate {
  readonly personId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly trackingCode: string;
  readonly score: number;
  readonly reasons: readonly string[];
}

export interface Match {
  readonly verdict: Choice['verdict'];
  readonly personId?: string;
  readonly candidates: readonly Candidate[];
}

const shown = 20;

export async function compareWithKnown(
  ports: Ports,
  territory: string,
  identity: Identity,
  options: { readonly tx?: Transaction; readonly except?: string } = {},
): Promise<Choice> {
  const known = await ports.lookup.sharing(territory, matchKeys(identity), options.tx);
  const others = known.filter((one) => one.keptId !== options.except);
  return chooseMatch(
    others.map((one) => ({ personId: one.keptId, comparison: compareIdentities(identity, one.identity) })),
  );
}

export async function show(ports: Ports, choice: Choice, tx?: Transaction): Promise<Match> {
  const best = choice.candidates.slice(0, shown);
  const details = await ports.details.readMany(
    best.map((one) => one.personId),
    tx,
  );
  const candidates = best.flatMap(({ personId, comparison }): Candidate[] => {
    const known = details.get(personId);
    if (!known) return [];
    const phone = known.phones.find((point) => point.normal !== undefined)?.normal;
    const mail = known.mails.find((point) => point.normal !== undefined)?.normal;
    return [
      {
        personId,
        firstName: known.firstName,
        lastName: known.lastName,
        birthDate: known.birthDate,
        phone: phone === undefined ? undefined : maskedPhone(phone),
        email: mail === undefined ? undefined : maskedMail(mail),
        trackingCode: known.trackingCode,
        score: comparison.score,
        reasons: reasonsInFrench(comparison),
      },
    ];
  });
  return { verdict: choice.verdict, personId: choice.personId, candidates };
}
