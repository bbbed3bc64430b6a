import fc from 'fast-check';
import { forwardedPath } from './request-path';

describe('what may be forwarded', () => {
  it.each([
    ['/api/people/persons?q=a/../b', { service: 'people', path: '/persons' }],
    ['/api/legal-access', { service: 'legal-access', path: '/' }],
    ['/api/people/persons/7/contact-points', { service: 'people', path: '/persons/7/contact-points' }],
    ['/api/people/healthy', { service: 'people', path: '/healthy' }],
  ])('%s', (url, target) => expect(forwardedPath(url)).toEqual(target));

  it.each([
    '/api/',
    '/api/People/persons',
    '/api/people/../ccas/needs',
    '/api/people/a/./b',
    '/api/people/%2e%2e/ccas',
    '/api/people/a%2Fb',
    '/api/people/a%5cb',
    '/api/people/a\\b',
    '/api/people/a%00',
    '/api/people//evil.example/x',
    '/api/people/metrics',
    '/api/people/health/ready',
    '/api/people/%6detrics',
    '/api/people/m%65trics',
    '/api/people/h%65alth/ready',
    '/api/people/%68ealth/ready',
  ])('%s is not', (url) => expect(forwardedPath(url)).toBeUndefined());

  it('never leaves the address of the service', () => {
    const piece = fc.constantFrom(
      'a',
      '.',
      '..',
      '%2e',
      '%2F',
      '/',
      '\\',
      '//',
      '@',
      ':',
      'x.example',
      '%252e',
      '?',
      '#',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const target = forwardedPath(`/api/people/${pieces.join('')}`);
        if (!target) return;
        const url = new URL('http://127.0.0.1:8101' + target.path);
        expect(url.host).toBe('127.0.0.1:8101');
        expect(url.pathname).toBe(target.path);
      }),
    );
  });
});
