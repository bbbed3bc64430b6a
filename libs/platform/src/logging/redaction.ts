import { isNativeError } from 'node:util/types';

/**
 * Two nets, because logs are kept, copied and read by people who have no right to residents' data: fields with these names
 * are blanked wherever they are nested, and what looks like a mail, a French phone or a signed token is blanked in the whole line.
 */
const personalFields = new Set(
  [
    'authorization',
    'cookie',
    'setCookie',
    'set-cookie',
    'password',
    'secret',
    'token',
    'accessToken',
    'access_token',
    'idToken',
    'id_token',
    'refreshToken',
    'refresh_token',
    'body',
    'payload',
    'name',
    'firstName',
    'lastName',
    'birthName',
    'fullName',
    'birthDate',
    'phone',
    'phones',
    'mail',
    'mails',
    'email',
    'emails',
    'address',
    'note',
    'notes',
    'words',
    'keyValue',
    'q',
  ].map((field) => field.toLowerCase()),
);

export const blank = '[redacted]';
const maxDepth = 6;

/** A copy without personal fields. Errors are left to `describeError`, dates and the rest are kept as they are. */
export function withoutPersonalFields(value: unknown, depth = 0): unknown {
  if (Array.isArray(value)) {
    return depth >= maxDepth ? blank : value.map((item) => withoutPersonalFields(item, depth + 1));
  }
  if (!isPlainObject(value)) return value;
  if (depth >= maxDepth) return blank;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      personalFields.has(key.toLowerCase()) ? [key, blank] : [key, withoutPersonalFields(inner, depth + 1)],
    ),
  );
}

const mail = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const frenchPhone = /(?<![\w-])(?:(?:\+|00)33[ .-]?(?:\(0\))?[ .-]?[1-9]|0[1-9])(?:[ .-]?\d{2}){4}(?![\w-])/g;
/** A compact JWS, which is what bearer tokens and signed links are. */
const signedToken = /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g;
/** MongoDB quotes the values of a duplicate key, mongoose those of a failed cast. */
const duplicateKey = /dup key: \{.*?\}/g;
const failedCast = /for value \\?"(?:[^"\\]|\\[^"])*\\?"/g;

export function scrub(text: string): string {
  return text
    .replace(signedToken, '[token]')
    .replace(mail, '[mail]')
    .replace(frenchPhone, '[phone]')
    .replace(duplicateKey, 'dup key: {…}')
    .replace(failedCast, 'for value …');
}

/** What is logged of an error: never the values that drivers attach to theirs. */
export function describeError(error: unknown): unknown {
  if (!isNativeError(error)) return withoutPersonalFields(error);
  const { name, message, stack } = error;
  const code = (error as { code?: unknown }).code;
  return {
    type: name,
    message: scrub(message),
    ...(code !== undefined && { code }),
    stack: stack === undefined ? undefined : scrub(stack),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
