import { z } from 'zod';
import { parseServiceUrls } from './service-urls';

/** What the gateway needs besides the platform's variables. It keeps nothing and hears nothing. */
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
  UPSTREAM_TIMEOUT_MS: z.coerce
    .number()
    .int()
    .min(100)
    .default(30_000)
    .describe('how long a service may take to begin its answer, in milliseconds'),
});
