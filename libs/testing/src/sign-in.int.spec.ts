import { createRemoteJWKSet, jwtVerify } from 'jose';
import { type SignIn, startSignIn, testMachineClient } from './sign-in';

describe('the sign-in of the tests', () => {
  let signIn: SignIn;
  beforeAll(async () => {
    signIn = await startSignIn();
  });
  afterAll(() => signIn.stop());

  const verify = async (token: string) => {
    const discovery = await fetch(`${signIn.issuer}/.well-known/openid-configuration`);
    const { jwks_uri: keys } = (await discovery.json()) as { jwks_uri: string };
    return jwtVerify(token, createRemoteJWKSet(new URL(keys)), {
      issuer: signIn.issuer,
      audience: 'passerelle',
    });
  };

  it('issues tokens that its published keys verify', async () => {
    const token = await signIn.issueToken({ roles: ['ccas-worker'], territories: ['91645'], name: 'Claire' });
    const { payload } = await verify(token);
    expect(payload).toMatchObject({ roles: ['ccas-worker'], territories: ['91645'], name: 'Claire' });
  });

  it('issues expired and forged tokens that are refused', async () => {
    await expect(verify(await signIn.issueToken({ expiresIn: -10 }))).rejects.toThrow('exp');
    await expect(verify(await signIn.forgeToken({}))).rejects.toThrow('signature');
  });

  it('gives a machine its token for the right secret only', async () => {
    const ask = (secret: string) =>
      fetch(`${signIn.issuer}/token`, {
        method: 'POST',
        headers: {
          authorization: `Basic ${Buffer.from(`${testMachineClient.OIDC_CLIENT_ID}:${secret}`).toString('base64')}`,
        },
        body: new URLSearchParams({ grant_type: 'client_credentials' }),
      });
    expect((await ask('wrong')).status).toBe(401);
    const { access_token: token } = (await (await ask(testMachineClient.OIDC_CLIENT_SECRET)).json()) as {
      access_token: string;
    };
    expect((await verify(token)).payload['scope']).toBe('contact-points:read');
  });
});
