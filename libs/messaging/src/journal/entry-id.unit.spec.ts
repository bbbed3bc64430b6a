import { validate, version } from 'uuid';
import { nextEntryId } from './entry-id';

describe('the id of an entry', () => {
  it('is a UUIDv7, never the same, and above all before it', () => {
    const ids = Array.from({ length: 20_000 }, () => nextEntryId());
    expect(new Set(ids.map((id) => (validate(id) ? version(id) : 'none')))).toEqual(new Set([7]));
    expect(ids.filter((id, index) => index > 0 && id <= ids[index - 1]!)).toEqual([]);
  });

  it('says when it was made', () => {
    const before = Date.now();
    const made = Number.parseInt(nextEntryId().replaceAll('-', '').slice(0, 12), 16);
    expect(made).toBeGreaterThanOrEqual(before);
    expect(made).toBeLessThanOrEqual(Date.now());
  });
});
