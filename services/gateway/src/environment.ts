import { kafkaEnvironment } from '@passerelle/platform';
import { join } from 'node:path';
import { z } from 'zod';
import { parseServiceUrls } from './service-urls';

/** What the gateway needs besides the platform's variables. */
export const gatewayEnvironment = z.object({
  SERVICE_URLS: z
    .string()
    .transform((text, context) => {
      const parsed = parseServiceUrls(text);
      if (parsed.ok) return parsed.urls;
      context.addIssue({ code: 'custom', message: parsed.why });
      return z.NEVER;
    })
    .describe(
      'a comma list of the services, such as people=http://127.0.0.1:8101,ccas=http://127.0.0.1:8102',
    ),
  TOWN_NAME: z
    .string()
    .min(1)
    .max(80)
    .default('Verrières-le-Buisson')
    .describe('the name of the town that the pages speak for'),
  TOWN_PHONE: z
    .string()
    .min(4)
    .max(24)
    .optional()
    .describe('the phone number that residents and partners may call'),
  ...kafkaEnvironment.shape,
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform((text) => new URL(new URL(text).origin))
    .describe('the address that browsers use, such as https://passerelle.example.fr'),
  SESSION_KEY: z
    .string()
    .transform((list) => list.split(','))
    .refine((secrets) => secrets.every((secret) => secret.length >= 32))
    .describe(
      'a secret of at least 32 characters, the same for every gateway; to replace it, the new one, a comma, and the old one for a day',
    ),
  SESSION_HOURS: z.coerce
    .number()
    .min(0.01)
    .max(336)
    .default(12)
    .describe('after how many hours an agent has to sign in again'),
  OIDC_CLIENT_ID: z.string().min(1).default('console').describe('the client id of the console'),
  OIDC_CLIENT_SECRET: z.string().min(1).describe('the client secret of the console, from the sign-in server'),
  CONSOLE_FOLDER: z
    .string()
    .min(1)
    .default(join(__dirname, '../../console/dist'))
    .describe('where the built console is'),
  UPSTREAM_TIMEOUT_MS: z.coerce
    .number()
    .int()
    .min(100)
    .default(30_000)
    .describe('how long a service may take to begin its answer, in milliseconds'),
});
