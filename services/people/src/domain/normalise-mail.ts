const mail = /^[^\s@"(),:;<>[\\\]]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/** Lower case, without « mailto: » or spaces; undefined when nothing can be sent to it. */
export function normaliseMail(typed: string): string | undefined {
  const candidate = typed
    .trim()
    .toLowerCase()
    .replace(/^mailto:/, '')
    .replace(/^<|>$/g, '');
  return candidate.length <= 254 && mail.test(candidate) ? candidate : undefined;
}
