import { keys } from '../api/keys';
import { readAgainAfter } from './live-map';

it('a hint leads to what is read again; one that nobody reads leads to nothing', () => {
  const hint = { topic: 'legal-access.request', type: 'AppointmentBooked', key: 'need-1' };
  expect(readAgainAfter(hint)).toContainEqual(keys.need('need-1'));
  expect(readAgainAfter({ ...hint, topic: 'childcare.contract' })).toEqual([]);
});
