import { SessionCookies } from './session-cookie';

const plain = new SessionCookies(new URL('http://localhost:8080'));
const secure = new SessionCookies(new URL('https://passerelle.example.fr'));

describe('the cookies of the console', () => {
  it('cannot be read by a script, and do not come along from another site', () => {
    expect(plain.session('x')).toMatch(
      /^passerelle-8080=x; Path=\/; HttpOnly; SameSite=Lax; Max-Age=1209600$/,
    );
    expect(plain.signIn('s1', 'x')).toMatch(/^passerelle-8080-s1=x; .*HttpOnly; SameSite=Lax/);
  });

  it('go over https only where the console does, to this host alone', () => {
    expect(secure.session('x')).toMatch(/^__Host-passerelle=x; Path=\/; .*; Secure; /);
    expect(secure.session('x')).not.toContain('Domain');
    expect(secure.noSession()).toContain('Max-Age=0');
  });

  it('are found among others, and by their whole name', () => {
    const header = 'passerelle-80=no; a=b=c; passerelle-8080-s1=one; passerelle-8080=yes';
    expect(plain.sessionIn(header)).toBe('yes');
    expect(plain.signInIn(header, 's1')).toBe('one');
    expect(plain.signInIn(header, 's2')).toBeUndefined();
    expect(plain.sessionIn('xpasserelle-8080=no; passerelle-8080=')).toBeUndefined();
    expect(plain.sessionIn(undefined)).toBeUndefined();
  });

  it('take no state apart that would write a header', () => {
    expect(plain.noSignIn('a; Domain=evil\r\nset-cookie: b')).toMatch(
      /^passerelle-8080-aDomainevilset-c=; Path/,
    );
  });
});
