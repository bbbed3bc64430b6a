import { z } from 'zod';

/** The service cannot start: one line for each variable that is missing or wrong, for an operator. Values are never quoted. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  constructor(readonly lines: readonly string[]) {
    super(lines.join('\n'));
  }
}

type Variables = Readonly<Record<string, string | undefined>>;

/** An empty variable counts as absent: that is what `FOO= npm start` and a blank line of a compose file mean. */
export function readEnvironment<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  variables: Variables,
): z.infer<z.ZodObject<Shape>> {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const read = schema.safeParse(given);
  const lines = read.success ? [] : linesOf(schema, read.error, given);
  if (given['NODE_ENV'] !== 'development' && given['NODE_ENV'] !== 'test' && given['DEV_CLOCK_FILE']) {
    lines.push(
      'DEV_CLOCK_FILE is set but NODE_ENV is production: remove it, a moved clock would break real promises.',
    );
  }
  if (lines.length > 0 || !read.success) throw new ConfigurationError(lines);
  return read.data;
}

function linesOf(schema: z.ZodObject, error: z.ZodError, given: Variables): string[] {
  const names = new Set(error.issues.map((issue) => String(issue.path[0])));
  return [...names].map((name) => {
    const what = given[name] === undefined ? 'is missing' : 'is not valid';
    const expected = descriptionOf(schema.shape[name]);
    return expected ? `${name} ${what}: expected ${expected}.` : `${name} ${what}.`;
  });
}

/** A description given before `.optional()` or `.default()` counts too. */
function descriptionOf(schema: unknown): string | undefined {
  if (!(schema instanceof z.ZodType)) return undefined;
  const inner =
    (schema.def as { innerType?: unknown; in?: unknown }).innerType ?? (schema.def as { in?: unknown }).in;
  return schema.description ?? descriptionOf(inner);
}
