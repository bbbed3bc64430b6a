import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { breaks } from './breaks';
import { changed } from './build-broken';

const messaging = join(__dirname, '..', '..', '..', 'libs', 'messaging', 'src');
const all = Object.entries(breaks).flatMap(([name, { changes }]) =>
  changes.map((change) => ({ name, ...change })),
);

describe('breaks on purpose', () => {
  it.each(all)('$name finds what it changes in $file, once', (change) => {
    const text = readFileSync(join(messaging, change.file), 'utf8');
    expect(changed(text, change)).not.toBe(text);
  });

  it('says so when the code has moved on', () => {
    const change = { file: 'a.ts', from: 'old', to: 'new' };
    expect(() => changed('something else', change)).toThrow('0 times');
    expect(() => changed('old and old', change)).toThrow('2 times');
    expect(changed('an old price of $&', { ...change, to: '$&' })).toBe('an $& price of $&');
  });
});
