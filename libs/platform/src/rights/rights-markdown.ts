import { rights, roles } from './table';

/** The rights table as documentation: one line a right, one column a role. */
export function rightsAsMarkdown(): string {
  const head = `| subject | action | ${roles.join(' | ')} |`;
  const rule = `| --- | --- |${' :-: |'.repeat(roles.length)}`;
  const lines = rights.map(
    ([action, subject, allowed]) =>
      `| ${subject} | ${action} | ${roles.map((role) => ((allowed as readonly string[]).includes(role) ? '✓' : ' ')).join(' | ')} |`,
  );
  return [head, rule, ...lines].join('\n') + '\n';
}
