import { z } from 'zod';
import { parseServiceUrls } from './service-urls';

/** What the operator may set. The gateway has no database and hears no event: it needs addresses only. */
export const gatewayEnvironment = z.object({
  NODE_ENV: z.string().optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  /** `people=http://127.0.0.1:8101,ccas=http://127.0.0.1:8102` */
  SERVICE_URLS: z.string().transform((text, context) => {
    const parsed = parseServiceUrls(text);
    if (parsed.ok) return parsed.urls;
    context.addIssue({ code: 'custom', message: parsed.why });
    return z.NEVER;
  }),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** How long a service may take to begin its answer before the caller is told that it is silent. */
  UPSTREAM_TIMEOUT_MS: z.coerce.number().int().min(100).default(30_000),
});

export type GatewaySettings = z.infer<typeof gatewayEnvironment>;

/** One clear line for each variable at fault, for the operator; nothing starts on a half-read configuration. */
export function readSettings(
  variables: NodeJS.ProcessEnv,
): { settings: GatewaySettings } | { problems: string[] } {
  const read = gatewayEnvironment.safeParse(variables);
  if (read.success) return { settings: read.data };
  return {
    problems: read.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      return variables[name] === undefined
        ? `${name} is missing: ${wanted(name)}.`
        : `${name}: ${issue.message}.`;
    }),
  };
}

function wanted(name: string): string {
  return name === 'SERVICE_URLS'
    ? 'a comma list such as people=http://127.0.0.1:8101,ccas=http://127.0.0.1:8102'
    : 'a value is expected';
}
