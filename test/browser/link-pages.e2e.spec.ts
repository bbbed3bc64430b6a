import { addDays, parisDay, weekday, type LocalDate } from '@passerelle/calendar';
import { startLinkedTown, type LinkedTown } from './linked-town';

let town: LinkedTown;
let partner: string;
let needIds: string[];

beforeAll(async () => {
  town = await startLinkedTown();
  ({ link: partner, needIds } = await town.partnerLink(4));
}, 120_000);
afterAll(() => town.stop());

const open = async (link: string) => {
  const response = await fetch(link);
  return { status: response.status, page: await response.text() };
};
const send = async (link: string, fields: Record<string, string>) => {
  const response = await fetch(link, { method: 'POST', body: new URLSearchParams(fields) });
  return { status: response.status, page: await response.text() };
};

/** The first working day that leaves the notice its time. */
function soon(): LocalDate {
  let day = addDays(parisDay(new Date()), 7);
  while (weekday(day) > 5) day = addDays(day, 1);
  return day;
}
const accept = () => ({
  ...{ answer: 'accept', date: soon(), time: '14:00', durationMinutes: '90', slotMinutes: '30' },
  placeId: town.placeId,
});

describe('by the link of the mail, through the gateway and legal access', () => {
  it('a partner sees the demand, however often the link is opened', async () => {
    for (let times = 0; times < 3; times++) {
      const { status, page } = await open(partner);
      expect(status).toBe(200);
      expect(page).toContain('4 personnes');
      expect(page).toContain('Espace Simone Veil');
    }
  });

  it('a date that cannot be is refused beside its field', async () => {
    const past = await send(partner, { ...accept(), date: '2020-01-06' });
    expect([past.status, past.page]).toEqual([
      409,
      expect.stringContaining('<a href="#date">Cette date est déjà passée'),
    ]);
    const closed = await send(partner, { ...accept(), time: '22:00' });
    expect([closed.status, closed.page]).toEqual([
      409,
      expect.stringContaining('<a href="#time">Ce lieu n’est pas ouvert'),
    ]);
    expect(closed.page).toContain('value="22:00"');
  });

  it('a date that is given opens the session and places who waits', async () => {
    const { status, page } = await send(partner, accept());
    expect([status, page]).toEqual([200, expect.stringContaining('la permanence est fixée')]);
    expect(page).toContain('3 au plus');
    const states = await Promise.all(needIds.map(async (id) => (await town.request(id)).status));
    expect(states.sort()).toEqual(['placed', 'placed', 'placed', 'waiting']);
  });

  it('the same answer again shows the first, another one is refused', async () => {
    expect((await send(partner, accept())).page).toContain('la permanence est fixée');
    expect((await open(partner)).page).toContain('la permanence est fixée');
    const other = await send(partner, { answer: 'decline', reason: 'Finalement non' });
    expect([other.status, other.page]).toEqual([409, expect.stringContaining('Vous avez déjà répondu')]);
  });

  it('a resident confirms, then cancels, and the next person gets the slot', async () => {
    const states = await Promise.all(needIds.map(async (id) => ({ id, ...(await town.request(id)) })));
    const placed = states.find(({ status }) => status === 'placed')!.id;
    const waiting = states.find(({ status }) => status === 'waiting')!.id;
    const link = await town.residentLink(placed);
    expect((await open(link)).page).toContain('Confirmer ma venue');
    expect((await send(link, { answer: 'confirm' })).page).toContain('nous vous attendons');
    expect((await open(link)).page).toContain('Vous avez dit que vous viendrez');
    const cancelled = await send(link, { answer: 'cancel', wantsAnother: 'no' });
    expect([cancelled.status, cancelled.page]).toEqual([
      200,
      expect.stringContaining('Votre rendez-vous est annulé'),
    ]);
    expect((await town.request(waiting)).status).toBe('placed');
    expect((await open(link)).page).toContain('Votre rendez-vous est annulé');
    expect((await send(link, { answer: 'confirm' })).status).toBe(409);
  });

  it('a link that is forged, expired or for something else says so', async () => {
    const id = needIds[0]!;
    const forged = await open(`${partner.slice(0, -3)}abc`);
    expect([forged.status, forged.page]).toEqual([403, expect.stringContaining('Ce lien n’est pas valable')]);
    const expired = await town.sign(
      { purpose: 'appointment-answer', id, appointmentId: id },
      new Date(Date.now() - 1_000),
    );
    expect((await open(`${town.url}/r/${expired}`)).page).toContain('Ce lien a expiré');
    expect((await open(partner.replace('/p/', '/r/'))).status).toBe(403);
    expect((await open(`${town.url}/p/x`)).status).toBeGreaterThanOrEqual(400);
  });
});
