import type { PermanenceRequest } from '../../api/answers/legal-access';
import { keepsComingBack } from './keeps-coming-back';

const asked = (status: PermanenceRequest['status']) => ({ status }) as PermanenceRequest;

it('proposes a regular permanence once partners gave two dates for one topic', () => {
  expect(keepsComingBack([asked('accepted'), asked('closed')])).toBe(false);
  expect(keepsComingBack([asked('accepted'), asked('accepted')])).toBe(true);
});
