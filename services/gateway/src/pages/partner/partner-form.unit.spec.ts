import { readPartnerForm } from './partner-form';

const accept = {
  answer: 'accept',
  date: '2026-12-10',
  time: '14:00',
  durationMinutes: '180',
  slotMinutes: '30',
  placeId: 'a1',
};

describe('the form of the partner', () => {
  it('becomes what legal access takes', () => {
    expect(readPartnerForm(accept)).toEqual({
      ok: true,
      body: {
        answer: 'accept',
        date: '2026-12-10',
        time: '14:00',
        durationMinutes: 180,
        slotMinutes: 30,
        placeId: 'a1',
      },
    });
    expect(readPartnerForm({ answer: 'decline', reason: 'Fermés en décembre' })).toEqual({
      ok: true,
      body: { answer: 'decline', reason: 'Fermés en décembre' },
    });
  });

  it('takes dates and hours as people type them', () => {
    expect(readPartnerForm({ ...accept, date: '10/12/2026', time: '9h' })).toMatchObject({
      body: { date: '2026-12-10', time: '09:00' },
    });
    expect(readPartnerForm({ ...accept, date: '1.2.2027', time: '14 h 30' })).toMatchObject({
      body: { date: '2027-02-01', time: '14:30' },
    });
  });

  it('takes a place of the partner’s own', () => {
    const own = { ...accept, placeId: 'other', placeName: 'MJD', address: '1 rue du Palais' };
    expect(readPartnerForm(own)).toMatchObject({
      body: { placeName: 'MJD', address: '1 rue du Palais' },
    });
    expect(readPartnerForm({ ...own, placeId: '' })).toMatchObject({ ok: true });
  });

  it.each([
    [{ ...accept, date: '' }, ['date']],
    [{ ...accept, date: 'demain', time: '25:00' }, ['date', 'time']],
    [{ ...accept, placeId: '' }, ['placeId']],
    [{ ...accept, placeId: 'other' }, ['placeName', 'address']],
    [{ answer: 'decline', reason: '' }, ['reason']],
    [{}, ['date', 'time', 'placeId']],
  ])('%j must be corrected', (values, fields) => {
    const read = readPartnerForm(values);
    expect(read.ok ? [] : Object.keys(read.errors)).toEqual(fields);
  });
});
