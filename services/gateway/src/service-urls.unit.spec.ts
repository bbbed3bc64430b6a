import { parseServiceUrls } from './service-urls';

const why = (text: string) => {
  const parsed = parseServiceUrls(text);
  return parsed.ok ? undefined : parsed.why;
};

describe('the list of services', () => {
  it('gives an origin for each name', () => {
    const parsed = parseServiceUrls(
      ' people=http://127.0.0.1:8101/ , legal-access=https://droit.ville.example ',
    );
    expect(parsed).toEqual({
      ok: true,
      urls: new Map([
        ['people', 'http://127.0.0.1:8101'],
        ['legal-access', 'https://droit.ville.example'],
      ]),
    });
  });

  it.each([
    ['', 'at least one'],
    ['http://127.0.0.1:8101', 'service name'],
    ['People=http://127.0.0.1:8101', 'service name'],
    ['people=http://a:1,people=http://a:2', 'twice'],
    ['people=127.0.0.1:8101', 'address such as'],
    ['people=ftp://127.0.0.1', 'address such as'],
    ['people=http://user:secret@127.0.0.1', 'address such as'],
    ['people=http://127.0.0.1/base', 'address such as'],
  ])('refuses %j', (text, words) => expect(why(text)).toContain(words));
});
