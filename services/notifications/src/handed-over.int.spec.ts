import { AppointmentBooked, NeedHandedOver, NeedIdentified } from '@passerelle/contracts';
import { eventually } from '@passerelle/testing';
import { appointment, needOf } from './facts.spec';
import { Stage, territory } from './stage.spec';

const stage = new Stage();
beforeAll(() => stage.start(), 120_000);
afterAll(() => stage.stop());

describe('needs handed over to another worker', () => {
  it('are told once to them, who hear from then on what becomes of each', async () => {
    const [first, second] = [appointment(), appointment()];
    for (const one of [first, second]) {
      stage.knowPerson(one.personId, { mail: 'nadia@exemple.fr' });
      await stage.teller.tell(NeedIdentified, needOf(one), 'claire');
      const { urgency: _urgency, contactedOn: _day, ...subject } = needOf(one);
      // On the second: once its message is there, its appointment comes after the handing over.
      const count = one === second ? { needCount: 2 } : {};
      await stage.teller.tell(NeedHandedOver, { ...subject, workerId: 'amel', ...count });
    }
    const titlesOf = async (sub: string) => {
      const token = await stage.signIn.issueToken({
        ...{ roles: ['ccas-worker'], territories: [territory], sub },
      });
      const { items } = (await stage.call('GET', '/messages', token)).body;
      return items.map(({ title }: { title: string }) => title).sort();
    };
    await eventually(async () => expect(await titlesOf('amel')).toEqual(['2 besoins vous sont confiés']), {
      withinMs: 30_000,
    });
    await stage.teller.tell(AppointmentBooked, second);
    await eventually(
      async () => expect(await titlesOf('amel')).toEqual(['2 besoins vous sont confiés', 'Rendez-vous fixé']),
      { withinMs: 30_000 },
    );
    expect(await titlesOf('claire')).toEqual([]);
  });
});
