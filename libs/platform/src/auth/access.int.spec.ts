import { exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { expectProblem, id, launch, startThings, type Things } from '../http/things-service.spec';

describe('a token', () => {
  let things: Things;
  beforeAll(async () => {
    things = await startThings();
  });
  afterAll(() => things.stop());

  it('that is good opens what its role may do, and causes what follows', async () => {
    const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
    const answer = await things.noting(await things.admin(), { 'x-request-id': id, traceparent });
    expect(answer.status).toBe(201);
    expect(answer.json).toEqual({
      id,
      sub: 'agent-1',
      cause: { territory: '91645', actor: 'agent-1', causationId: id, traceparent },
    });
  });

  it('that is missing or not a bearer is asked for', async () => {
    expectProblem(await things.post('{}'), 401, 'TokenMissing');
    expectProblem(await things.post('{}', { authorization: 'Basic YTpi' }), 401, 'TokenMissing');
    expect((await things.post('{}')).headers.get('www-authenticate')).toBe('Bearer');
  });

  it('that has expired is refused as such', async () => {
    expectProblem(await things.noting(await things.admin({ expiresIn: -10 })), 401, 'TokenExpired');
  });

  it('that expires while it is remembered is refused too', async () => {
    const token = await things.admin({ expiresIn: -4 });
    expect((await things.noting(token)).status).toBe(201);
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expectProblem(await things.noting(token), 401, 'TokenExpired');
  });

  it('that is forged, for another audience or of another issuer is refused', async () => {
    expectProblem(
      await things.noting(
        await things.signIn.forgeToken({ roles: ['administrator'], territories: ['91645'] }),
      ),
      401,
      'TokenRefused',
    );
    expectProblem(await things.noting(await things.admin({ audience: 'another' })), 401, 'TokenRefused');
    expectProblem(
      await things.noting(await things.admin({ issuer: 'http://elsewhere' })),
      401,
      'TokenRefused',
    );
    const [header, payload, signature] = (await things.admin()).split('.') as [string, string, string];
    const raised = { ...JSON.parse(Buffer.from(payload, 'base64url').toString()), territories: ['75056'] };
    const altered = Buffer.from(JSON.stringify(raised)).toString('base64url');
    expectProblem(await things.noting(`${header}.${altered}.${signature}`), 401, 'TokenRefused');
    expectProblem(await things.noting('not.a.token'), 401, 'TokenRefused');
  });

  it('without signature (alg none) is refused', async () => {
    const [, payload] = (await things.admin()).split('.');
    const header = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
    expectProblem(await things.noting(`${header}.${payload}.`), 401, 'TokenRefused');
  });

  it('signed by HMAC with the public key is refused', async () => {
    const { publicKey } = await generateKeyPair('RS256', { extractable: true });
    const confused = await new SignJWT({ roles: ['administrator'], territories: ['91645'] })
      .setProtectedHeader({ alg: 'HS256', kid: 'test-key' })
      .setIssuer(things.signIn.issuer)
      .setAudience('passerelle')
      .setSubject('x')
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(await exportSPKI(publicKey)));
    expectProblem(await things.noting(confused), 401, 'TokenRefused');
  });

  it('whose claims have another shape is refused', async () => {
    expectProblem(await things.noting(await things.admin({ roles: 'administrator' })), 401, 'TokenRefused');
  });

  it('of a role without the right is not allowed', async () => {
    expectProblem(await things.noting(await things.admin({ roles: ['ccas-worker'] })), 403, 'NotAllowed');
    expectProblem(await things.noting(await things.admin({ roles: ['mayor'] })), 403, 'NotAllowed');
  });

  it('of another territory is refused', async () => {
    expectProblem(
      await things.noting(await things.admin(), { 'x-territory': '91477' }),
      403,
      'WrongTerritory',
    );
    expectProblem(await things.noting(await things.admin({ territories: [] })), 403, 'WrongTerritory');
  });

  it('of several territories must say which', async () => {
    const token = await things.admin({ territories: ['91645', '91477'] });
    expectProblem(await things.noting(token), 422, 'InvalidInput');
    expectProblem(await things.noting(token, { 'x-territory': '$ne' }), 422, 'InvalidInput');
    expect((await things.noting(token, { 'x-territory': '91477' })).json).toMatchObject({
      cause: { territory: '91477' },
    });
  });

  it('of a grouping works in its communes', async () => {
    const token = await things.admin({ territories: ['200056232'] });
    expect((await things.noting(token, { 'x-territory': '91477' })).json).toMatchObject({
      cause: { territory: '91477' },
    });
    expectProblem(await things.noting(token, { 'x-territory': '75056' }), 403, 'WrongTerritory');
  });

  it('of a machine opens its scope, and no right of an agent', async () => {
    const machine = await things.signIn.issueToken({
      scope: 'contact-points:read other',
      sub: 'notifications',
    });
    const asMachine = { headers: { authorization: `Bearer ${machine}`, 'x-territory': '91645' } };
    expect((await things.call('/things/mailbox', asMachine)).json).toEqual({
      sub: 'notifications',
      territory: '91645',
    });
    expectProblem(await things.noting(machine, { 'x-territory': '91645' }), 403, 'WrongTerritory');
    const other = await things.signIn.issueToken({ scope: 'contact-points:read-all' });
    expectProblem(
      await things.call('/things/mailbox', { headers: { authorization: `Bearer ${other}` } }),
      403,
      'NotAllowed',
    );
    const agent = { headers: { authorization: `Bearer ${await things.admin()}` } };
    expectProblem(await things.call('/things/mailbox', agent), 403, 'NotAllowed');
  });

  it('cannot be judged while the sign-in server is away, which is said and passes', async () => {
    const away = await launch('http://127.0.0.1:9');
    const answer = await fetch(`${away.url}/things/mailbox`, {
      headers: { authorization: `Bearer ${await things.admin()}` },
    });
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ name: 'SignInUnavailable' });
    await away.stop();
  });
});
