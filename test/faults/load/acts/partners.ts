import { addDays, parisDay } from '@passerelle/calendar';
import { drawnId, drawnName } from '../lots';
import type { Act, Hand } from '../hand';
import { legalTopics, type Partner, type PartnerForm } from '../town';

const partner = { service: 'directory', aggregate: 'partner', role: 'legal-access-officer' } as const;
const most = 40;

function drawnForm({ chance }: Hand, topics: readonly string[]): PartnerForm {
  const name = drawnName(chance, 4);
  const kind = chance.one(['mjd', 'bar', 'association', 'public-service']);
  const mailbox = `permanences@${name.toLowerCase()}.exemple.test`;
  return { name: `Association ${name}`, kind, topics, rank: 1 + chance.below(9), mailbox };
}

export const registerPartner: Act = (hand) =>
  hand.town.partners.length >= most
    ? Promise.resolve(false)
    : addPartner(hand, hand.chance.shuffled(legalTopics).slice(0, 2));

export async function addPartner(hand: Hand, topics: readonly string[]): Promise<boolean> {
  const { desk, town, chance } = hand;
  const [id, form] = [drawnId(chance), drawnForm(hand, topics)];
  const outcome = await desk.command({
    ...partner,
    ...{ what: 'register a partner', id, path: 'directory/partners', body: { id, ...form } },
    events: ['PartnerRegistered'],
  });
  if (outcome.is !== 'refused')
    town.partners.push({ id, form, version: Number(outcome.body['version'] ?? 1) });
  return true;
}

export const changePartner: Act = async (hand) => {
  const { town, chance, desk } = hand;
  const done = await town.with(
    chance,
    town.partners,
    () => true,
    async (one: Partner) => {
      const { version } = one;
      const ranks = [1, 2, 3, 4, 5, 6, 7, 8, 9].filter((rank) => rank !== one.form.rank);
      const form = { ...one.form, rank: chance.one(ranks) };
      const outcome = await desk.command({
        ...partner,
        ...{ what: 'change a partner', id: one.id, method: 'PUT', path: `directory/partners/${one.id}` },
        ...{ body: { version, ...form }, version, events: ['PartnerChanged'] },
        history: `directory/partners/${one.id}/timeline`,
      });
      const known = outcome.is === 'refused' ? undefined : outcome.body['version'];
      const read = () => desk.read<{ version: number }>(partner.role, `directory/partners/${one.id}`);
      one.version = typeof known === 'number' ? known : ((await read())?.version ?? version);
      if (outcome.is !== 'refused') Object.assign(one.form, form);
      return true;
    },
  );
  return done ?? false;
};

/** Partners open their mail: some decline, most give a date at their own premises. */
export const answerAsPartner: Act = async ({ desk, chance, letters }) => {
  const link = letters.partnerLink(chance);
  if (!link) return false;
  const accepts = chance.below(4) > 0;
  const date = addDays(parisDay(new Date()), 2 + chance.below(15));
  const body = accepts
    ? {
        ...{ answer: 'accept', date, time: `${9 + chance.below(8)}:00`.padStart(5, '0') },
        ...{ durationMinutes: 180, slotMinutes: chance.one([10, 15, 20]) },
        ...{ placeName: 'Maison du droit', address: '1 rue du Palais, 91300 Massy' },
      }
    : { answer: 'decline', reason: 'Notre équipe est en formation ces prochaines semaines.' };
  await desk.command({
    ...{ what: accepts ? 'accept as a partner' : 'decline as a partner', id: link.id, body },
    ...{ service: 'legal-access', aggregate: 'permanence-request' },
    ...{ path: `legal-access/partner-answers/${link.token}` },
    events: [accepts ? 'PermanenceRequestAccepted' : 'PermanenceRequestDeclined'],
  });
  return true;
};

interface ToTell {
  readonly items: readonly { readonly id: string }[];
}

/** Residents without mail are phoned, or told when they come. */
export const tellInPerson: Act = async ({ desk, town, chance }) => {
  const list = chance.one(['to-phone', 'in-person']);
  const found = await desk.read<ToTell>('reception-agent', `notifications/${list}?limit=30`);
  const isNew = ({ id }: { id: string }) => !town.answered.has(id);
  const done = await town.with(chance, found?.items ?? [], isNew, async ({ id }) => {
    town.answered.add(id);
    await desk.command({
      ...{ what: 'tell a resident', service: 'notifications', aggregate: 'delivery', id },
      ...{ role: 'reception-agent', path: `notifications/deliveries/${id}/done` },
      ...{ body: { how: chance.one(['phone', 'in-person']) }, events: ['ToldByAgent'] },
    });
    return true;
  });
  return done ?? false;
};
