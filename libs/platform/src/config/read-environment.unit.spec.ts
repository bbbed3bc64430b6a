import { z } from 'zod';
import { linkSigningKey, platformEnvironment, storageEnvironment } from './environment';
import { ConfigurationError, readEnvironment } from './read-environment';

const schema = platformEnvironment
  .extend(storageEnvironment.shape)
  .extend({ LINK_SIGNING_KEY: linkSigningKey });
const good = {
  NODE_ENV: 'development',
  PORT: '8102',
  OIDC_ISSUER: 'http://127.0.0.1:8090',
  MONGODB_URI: 'mongodb://127.0.0.1:27117/?replicaSet=passerelle',
  KAFKA_BROKERS: '127.0.0.1:9192,127.0.0.1:9193',
  LINK_SIGNING_KEY: 'k'.repeat(32),
};

const linesFor = (variables: Record<string, string | undefined>): readonly string[] => {
  try {
    readEnvironment(schema, variables);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.lines;
    throw error;
  }
  throw new Error('it was accepted');
};

describe('the environment of a service', () => {
  it('is read into typed values, with defaults', () => {
    expect(readEnvironment(schema, good)).toMatchObject({
      PORT: 8102,
      KAFKA_BROKERS: ['127.0.0.1:9192', '127.0.0.1:9193'],
      TOPIC_PREFIX: 'passerelle',
      OIDC_AUDIENCE: 'passerelle',
      SERVED_TERRITORIES: ['91645'],
      LOG_LEVEL: 'info',
    });
  });

  it('says one line for each variable that is missing, with what is expected', () => {
    expect(linesFor({ NODE_ENV: 'test', PORT: '8102' })).toEqual([
      'OIDC_ISSUER is missing: expected the URL of the OpenID Connect sign-in server, such as https://connexion.example.fr.',
      'MONGODB_URI is missing: expected a MongoDB replica set, such as mongodb://127.0.0.1:27117/?replicaSet=passerelle.',
      'KAFKA_BROKERS is missing: expected host:port, several separated by commas, such as 127.0.0.1:9192.',
      'LINK_SIGNING_KEY is missing: expected a secret of at least 32 characters, the same for all services.',
    ]);
  });

  it('counts an empty variable as missing', () => {
    expect(linesFor({ ...good, OIDC_ISSUER: '' })).toEqual([
      expect.stringMatching(/^OIDC_ISSUER is missing/),
    ]);
  });

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['NODE_ENV', 'prod'],
    ['LOG_LEVEL', 'loud'],
    ['KAFKA_BROKERS', '127.0.0.1'],
    ['MONGODB_URI', 'postgres://127.0.0.1'],
    ['OIDC_ISSUER', 'ftp://127.0.0.1'],
    ['SERVED_TERRITORIES', 'Verrières'],
    ['TOPIC_PREFIX', 'Passerelle du 91'],
  ])('refuses %s=%s in one line', (name, value) => {
    expect(linesFor({ ...good, [name]: value })).toEqual([
      expect.stringMatching(new RegExp(`^${name} is not valid: expected .+\\.$`)),
    ]);
  });

  it('never quotes what was given: it may be a secret', () => {
    const lines = linesFor({ ...good, LINK_SIGNING_KEY: 'hunter2', MONGODB_URI: 'user:pass@host' });
    expect(lines).toHaveLength(2);
    expect(lines.join()).not.toMatch(/hunter2|user:pass/);
  });

  it('names a variable that has no description all the same', () => {
    expect(() => readEnvironment(z.object({ X: z.string() }), { NODE_ENV: 'test' })).toThrow('X is missing.');
  });

  it.each([undefined, 'production'])('refuses a moved clock when NODE_ENV is %s', (NODE_ENV) => {
    expect(linesFor({ ...good, NODE_ENV, DEV_CLOCK_FILE: 'clock.json' })).toEqual([
      expect.stringMatching(/^DEV_CLOCK_FILE is set but NODE_ENV is production/),
    ]);
  });

  it('accepts a moved clock in development', () => {
    expect(readEnvironment(schema, { ...good, DEV_CLOCK_FILE: 'clock.json' }).DEV_CLOCK_FILE).toBe(
      'clock.json',
    );
  });
});
