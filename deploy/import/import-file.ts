import { readFile, stat, writeFile } from 'node:fs/promises';
import { CannotImport } from './cannot-import';
import type { CommandLine } from './command-line';
import { readSpreadsheet, type SpreadsheetRead } from './read-file';
import { Api } from './sending/api';
import { sendRows } from './sending/send-rows';
import { tokenFrom } from './sending/token';
import { startProgress } from './showing/progress';
import { reportOf } from './showing/report';
import { resultOf, type Result } from './showing/result';
import { summary, understood } from './showing/summary';

/** A spreadsheet of needs is a few megabytes; what is larger is something else. */
const LARGEST_FILE = 200 * 1024 * 1024;

/** The whole command, from the file to the table on the screen. Throws `CannotImport` with one sentence. */
export async function importFile(command: CommandLine, signal: AbortSignal): Promise<Result | undefined> {
  const read = readSpreadsheet(await bytesOf(command.file), {
    today: parisToday(),
    columns: command.columns,
    ...(command.encoding && { encoding: command.encoding }),
    ...(command.separator && { separator: command.separator }),
  });
  console.log(understood(read));
  if (command.dryRun) {
    console.log(
      `Rien n’est envoyé (--dry-run) : ${read.good.length} lignes utilisables, ${read.bad.length} inutilisables.`,
    );
    for (const { line, reason } of read.bad.slice(0, 50)) console.log(`  ligne ${line} : ${reason}`);
    return undefined;
  }
  const { outcome, seconds } = await send(read, command, signal);
  const result = resultOf(read, outcome);
  const report = reportOf(read, outcome, result);
  if (report) await write(command.report, report);
  if (command.json) await write(command.json, `${JSON.stringify(result, null, 2)}\n`);
  console.log(summary(result, seconds, report ? command.report : undefined));
  return result;
}

async function send(read: SpreadsheetRead, command: CommandLine, signal: AbortSignal) {
  const { gateway, territory, concurrency } = command;
  const onWait = (why: string) => progress.wait(why);
  const api = new Api({ gateway, territory, token: tokenFrom(command), signal, onWait });
  await api.check();
  const started = performance.now();
  const progress = startProgress(read.good.length, process.stdout);
  try {
    const onRow = () => progress.tick();
    const outcome = await sendRows(api, read.good, { territory, concurrency, onRow, signal });
    return { outcome, seconds: (performance.now() - started) / 1_000 };
  } finally {
    progress.stop();
  }
}

async function bytesOf(file: string): Promise<Buffer> {
  const found = await stat(file).catch(() => undefined);
  if (!found) throw new CannotImport(`Je ne trouve pas le fichier ${file}.`);
  if (found.isDirectory()) throw new CannotImport(`${file} est un dossier : indiquez un fichier CSV.`);
  if (found.size > LARGEST_FILE)
    throw new CannotImport('Ce fichier dépasse 200 Mo : coupez-le en plusieurs.');
  return readFile(file).catch(() => {
    throw new CannotImport(`Je ne peux pas lire ${file} : vérifiez vos droits sur ce fichier.`);
  });
}

async function write(path: string, text: string): Promise<void> {
  await writeFile(path, text).catch(() => {
    throw new CannotImport(
      `L’import est fait, mais je ne peux pas écrire ${path}. Choisissez un autre dossier puis relancez : rien ne sera doublé.`,
    );
  });
}

/** The day it is at the town hall. */
function parisToday(): string {
  return new Intl.DateTimeFormat('fr-CA', { timeZone: 'Europe/Paris', dateStyle: 'short' }).format(
    new Date(),
  );
}
