import { z } from 'zod';

/**
 * Variables that every service reads. A description is what an operator is told when the variable is missing or wrong:
 * give one to each variable a service adds in its `environment`.
 */
export const platformEnvironment = z.object({
  NODE_ENV: z
    .enum(['development', 'test', 'production'])
    .default('production')
    .describe('development, test or production (the default)'),
  PORT: z.coerce.number().int().min(0).max(65535).describe('a TCP port, such as 8102'),
  HOST: z.string().min(1).optional().describe('the address to listen on, such as 0.0.0.0'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .default('info')
    .describe('trace, debug, info, warn, error, fatal or silent'),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .describe('the URL of the OpenID Connect sign-in server, such as https://connexion.example.fr'),
  OIDC_AUDIENCE: z.string().min(1).default('passerelle').describe('the audience of the access tokens'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'the base URL of an OpenTelemetry collector that speaks OTLP over HTTP, such as http://127.0.0.1:4318',
    ),
  DEV_CLOCK_FILE: z
    .string()
    .min(1)
    .optional()
    .describe('the path of a JSON file {"offsetMs": n}; never set in production'),
});

/** For whoever reads topics. */
export const kafkaEnvironment = z.object({
  KAFKA_BROKERS: z
    .string()
    .regex(/^[^\s,:]+:\d{1,5}(,[^\s,:]+:\d{1,5})*$/)
    .transform((list) => list.split(','))
    .describe('host:port, several separated by commas, such as 127.0.0.1:9192'),
  TOPIC_PREFIX: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{0,59}$/)
    .default('passerelle')
    .describe('what the names of topics and consumer groups begin with'),
});

/** For services that decide and react, which is all of them but the gateway. */
export const storageEnvironment = z.object({
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\/\S+$/)
    .describe('a MongoDB replica set, such as mongodb://127.0.0.1:27117/?replicaSet=passerelle'),
  MONGODB_DATABASE_PREFIX: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
    .default('passerelle')
    .describe('lower-case letters, digits and dashes; the database is <prefix>-<service>'),
  ...kafkaEnvironment.shape,
  KAFKA_SESSION_TIMEOUT_MS: z.coerce
    .number()
    .int()
    .min(2_000)
    .max(60_000)
    .default(10_000)
    .describe(
      'milliseconds after which another instance takes over what a dead one was reading, within what the brokers allow',
    ),
  SERVED_TERRITORIES: z
    .string()
    .regex(/^(\d[\dAB]\d{3}|\d{9})(,(\d[\dAB]\d{3}|\d{9}))*$/)
    .default('91645')
    .transform((list) => list.split(','))
    .describe('INSEE codes of communes or SIREN of groupings, separated by commas'),
});

/** The key that signs the links sent to partners and residents; the services that sign or verify add it to their environment. */
export const linkSigningKey = z
  .string()
  .min(32)
  .describe('a secret of at least 32 characters, the same for all services');

export type PlatformEnvironment = z.infer<typeof platformEnvironment>;
export type StorageEnvironment = z.infer<typeof storageEnvironment>;
