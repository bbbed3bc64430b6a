import { randomUUID } from 'node:crypto';
import { addDays, parisDay } from '@passerelle/calendar';
import { eventually } from '@passerelle/testing';
import { startHouse, type House } from '../scenarios/small-house.spec';
import { startCollector, type CollectedSpan, type Collector } from './collector';

const [worker, officer] = ['ccas-worker', 'legal-access-officer'];
const resident = {
  firstName: 'Aurélienne',
  lastName: 'Quatrefages',
  email: 'aurelienne.quatrefages@exemple.test',
  phone: '06 11 22 33 41',
};
const words = 'Je ne rembourse plus mes crédits';
const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const caller = '00f067aa0ba902b7';

describe('one need, followed across services', () => {
  jest.setTimeout(150_000);
  let collector: Collector;
  let house: House;
  beforeAll(async () => {
    collector = await startCollector();
    house = await startHouse({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint });
    await openPermanence(house);
  }, 150_000);
  afterAll(async () => {
    await house?.stop();
    collector?.stop();
  }, 60_000);

  const ofTheTrace = () => collector.spans().filter((span) => span.traceId === traceId);
  const find = (service: string, name: string) =>
    ofTheTrace().find((span) => span.service === service && span.name === name);

  it('is one trace, from the command at the CCAS to the mail', async () => {
    const personId = randomUUID();
    await house.post(worker!, 'people/persons', { id: personId, ...resident });
    const need = { id: randomUUID(), personId, words, topic: 'debt', contactedOn: parisDay(new Date()) };
    const token = await house.signIn.issueToken({ roles: [worker!], territories: ['91645'] });
    const headers = { authorization: `Bearer ${token}`, traceparent: `00-${traceId}-${caller}-01` };
    const answer = await house.ask(worker!, 'ccas/needs', need, headers);
    expect(answer.status).toBeLessThan(300);
    await soon(() => expect(find('legal-access', 'publish AppointmentBooked')).toBeDefined());
    await house.pass(16);
    await house.inbox.waitFor(({ to }) => to.includes(resident.email), 30_000);
    await soon(() => expect(find('notifications', 'send mail')).toBeDefined());

    const forwarded = find('gateway', 'POST /api/*');
    const command = find('ccas', 'POST /needs');
    const published = find('ccas', 'publish NeedIdentified');
    const filed = ofTheTrace().find(
      ({ service, parentSpanId }) => service === 'legal-access' && parentSpanId === published?.spanId,
    );
    const booked = find('legal-access', 'publish AppointmentBooked');
    const mail = find('notifications', 'send mail');
    const way = [forwarded, command, published, filed, booked, mail];
    expect(way.map((span) => span?.kind)).toEqual([2, 2, 4, 5, 4, 3]);
    expect(forwarded?.parentSpanId).toBe(caller);
    for (const span of way.slice(0, -1)) expect(ancestors(mail!)).toContain(span!.spanId);
    expect(ofTheTrace().some(({ service, kind }) => service === 'ccas' && kind === 5)).toBe(true);
  });

  it('and says nothing about anybody', () => {
    expect(collector.raw()).toContain('NeedIdentified');
    for (const personal of [...Object.values(resident), words, 'crédits', '6112233', 'Quatrefages']) {
      expect(collector.raw()).not.toContain(personal);
    }
  });

  function ancestors(span: CollectedSpan): string[] {
    const parent = ofTheTrace().find(({ spanId }) => spanId === span.parentSpanId);
    return parent ? [parent.spanId, ...ancestors(parent)] : [];
  }
});

const soon = (look: () => void) => eventually(look, { withinMs: 30_000, everyMs: 100 });

/** Room for everybody, every day of the coming weeks. */
async function openPermanence(house: House): Promise<void> {
  const placeId = randomUUID();
  const openings = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '08:00', to: '20:00' }));
  const place = { name: 'Point justice', address: '1 rue du Palais, Massy', openings };
  await house.post(officer!, 'legal-access/places', { id: placeId, ...place });
  await house.post(officer!, 'legal-access/permanences', {
    ...{ id: randomUUID(), placeId, profession: 'lawyer', rrule: 'FREQ=DAILY', topics: ['debt'] },
    ...{ startTime: '09:00', durationMinutes: 120, slotMinutes: 30, skipPublicHolidays: false },
    from: addDays(parisDay(new Date()), 3),
  });
}
