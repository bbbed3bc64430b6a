import { isCommand, OwnOrigin } from './own-origin';

const own = new OwnOrigin(new URL('https://passerelle.example.fr'));
const ours = 'https://passerelle.example.fr';

describe('a command by cookie', () => {
  it.each([
    [{ 'sec-fetch-site': 'same-origin' }],
    [{ 'sec-fetch-site': 'same-origin', origin: 'http://localhost:5173' }],
    [{ origin: ours }],
  ])('%j is our own', (headers) => expect(own.sent(headers)).toBe(true));

  it.each([
    [{}],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ 'sec-fetch-site': 'none' }],
    [{ 'sec-fetch-site': 'cross-site', origin: ours }],
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
    [{ origin: `${ours}.evil.example` }],
    [{ origin: 'http://passerelle.example.fr' }],
    [{ referer: `${ours}/` }],
  ])('%j is not', (headers) => expect(own.sent(headers)).toBe(false));

  it('is whatever is not a reading', () => {
    expect(['GET', 'HEAD'].filter(isCommand)).toEqual([]);
    expect(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'BREW'].filter(isCommand)).toHaveLength(6);
  });
});
