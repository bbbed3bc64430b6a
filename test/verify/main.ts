// npm run verify [-- --json FILE]: recounts the whole town from its databases and the mail inbox, and trusts no service.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { stackSettings } from '../../deploy/local/stack/settings';
import { verify, type Verdict } from './verify';

const { values } = parseArgs({
  options: { json: { type: 'string' }, 'patience-seconds': { type: 'string', default: '30' } },
});

const mostShown = 20;

async function main(): Promise<number> {
  const { ports } = stackSettings();
  const where = {
    mongodbUri: process.env['MONGODB_URI'] ?? `mongodb://127.0.0.1:${ports.mongodb}/?directConnection=true`,
    prefix: process.env['MONGODB_DATABASE_PREFIX'] ?? 'passerelle',
    inboxUrl: process.env['INBOX_URL'] ?? `http://127.0.0.1:${ports.inbox}`,
  };
  const verdict = await verify(where, Number(values['patience-seconds']) * 1_000);
  if (values.json) {
    const { counts, breaches } = verdict;
    writeFileSync(values.json, `${JSON.stringify({ counts, breaches }, null, 2)}\n`);
  }
  console.log(asTable(verdict));
  return verdict.breaches.length > 0 ? 1 : 0;
}

function asTable({ counts, rows, breaches }: Verdict): string {
  const width = Math.max(...rows.map(({ rule }) => rule.length));
  const line = (rule: string, checked: string, wrong: string, promise: string) =>
    `${rule.padEnd(width)}  ${checked.padStart(8)}  ${wrong.padStart(8)}  ${promise}`;
  const table = rows.map((row) => line(row.rule, String(row.checked), String(row.breaches), row.promise));
  const shown = breaches.slice(0, mostShown).map(({ rule, id, detail }) => `  ${rule}  ${id}: ${detail}`);
  const more = breaches.length > mostShown ? [`  … and ${breaches.length - mostShown} more`] : [];
  return [
    Object.entries(counts)
      .map(([what, count]) => `${count} ${what}`)
      .join(', '),
    '',
    line('rule', 'checked', 'breaches', ''),
    ...table,
    '',
    breaches.length === 0 ? 'Everything adds up.' : `${breaches.length} breaches:`,
    ...shown,
    ...more,
  ].join('\n');
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    const { message } = error as Error;
    console.error(`Nothing could be verified: ${message} Start Passerelle first, with npm start.`);
    process.exit(2);
  },
);
