import { basename, extname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { stackSettings } from '../local/stack/settings';
import { CannotImport } from './cannot-import';
import { askedField, fieldNames, type Field } from './reading/column-names';
import { encodings, isEncoding, type Encoding } from './reading/encoding';
import { askedSeparator, type Separator } from './reading/separator';

export interface CommandLine {
  readonly file: string;
  readonly territory: string;
  readonly gateway: string;
  readonly signIn: string;
  readonly account: string;
  readonly token?: string;
  readonly encoding?: Encoding;
  readonly separator?: Separator;
  readonly columns: Partial<Record<Field, string>>;
  readonly json?: string;
  readonly report: string;
  readonly concurrency: number;
  readonly dryRun: boolean;
}

export const usage = `Usage : npm run import -- FICHIER.csv --territory CODE [options]

  --territory CODE       code INSEE de la commune (ou SIREN du groupement)
  --gateway URL          adresse de Passerelle (http://127.0.0.1:8080)
  --token JETON          jeton d’accès ; ou la variable PASSERELLE_TOKEN
  --account COMPTE       compte de démonstration, en développement (claire.marchand)
  --encoding NOM         ${encodings.join(', ')} (sinon deviné)
  --separator CARACTÈRE  ; , | ou tab (sinon deviné)
  --column NOM=EN-TÊTE   colonne d’après son en-tête ou son numéro (sinon devinée) ; répétable.
                         Noms : ${Object.values(fieldNames).join(', ')}
  --json FICHIER         le résultat, pour un programme
  --report FICHIER       les lignes à revoir (FICHIER.a-revoir.csv)
  --concurrency N        envois simultanés (16)
  --dry-run              lire et vérifier sans rien envoyer`;

const options = {
  territory: { type: 'string' },
  gateway: { type: 'string' },
  'sign-in': { type: 'string' },
  token: { type: 'string' },
  account: { type: 'string' },
  encoding: { type: 'string' },
  separator: { type: 'string' },
  column: { type: 'string', multiple: true },
  json: { type: 'string' },
  report: { type: 'string' },
  concurrency: { type: 'string' },
  'dry-run': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Environment = Readonly<Record<string, string | undefined>>;

/** Undefined when only help is wanted. Paths are relative to where the person typed the command. */
export function readCommandLine(
  args: readonly string[],
  env: Environment,
  cwd: string,
): CommandLine | undefined {
  const { values, positionals } = parse(args);
  if (values.help) return undefined;
  const [file, ...others] = positionals;
  if (!file) throw new CannotImport(`Quel fichier faut-il importer ?\n\n${usage}`);
  if (others.length)
    throw new CannotImport(`Un seul fichier à la fois : « ${others.join(' ')} » est de trop.`);
  const from = env['INIT_CWD'] ?? cwd;
  const path = resolve(from, file);
  return {
    file: path,
    territory: territoryOf(values.territory),
    ...whereFrom(values, env),
    ...howToRead(values),
    ...(values.json && { json: resolve(from, values.json) }),
    report: resolve(from, values.report ?? `${basename(path, extname(path))}.a-revoir.csv`),
    concurrency: concurrencyOf(values.concurrency),
    dryRun: values['dry-run'] ?? false,
  };
}

type Values = ReturnType<typeof parse>['values'];

function whereFrom(
  values: Values,
  env: Environment,
): Pick<CommandLine, 'gateway' | 'signIn' | 'account' | 'token'> {
  const { ports } = stackSettings({ ...env });
  const token = values.token ?? env['PASSERELLE_TOKEN'];
  return {
    gateway: addressOf(values.gateway ?? `http://127.0.0.1:${ports.gateway}`, '--gateway'),
    signIn: addressOf(values['sign-in'] ?? `http://127.0.0.1:${ports.signIn}`, '--sign-in'),
    account: values.account ?? 'claire.marchand',
    ...(token && { token }),
  };
}

function howToRead(values: Values): Pick<CommandLine, 'encoding' | 'separator' | 'columns'> {
  return {
    ...(values.encoding && { encoding: encodingOf(values.encoding) }),
    ...(values.separator && { separator: separatorOf(values.separator) }),
    columns: columnsOf(values.column ?? []),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const option = /'(-[^' ]*)/.exec(String(error))?.[1] ?? '';
    throw new CannotImport(`Je ne comprends pas l’option « ${option} ».\n\n${usage}`);
  }
}

function territoryOf(text: string | undefined): string {
  if (!text)
    throw new CannotImport('Pour quelle commune ? Indiquez --territory, par exemple --territory 91645.');
  if (!/^(?:\d[\dAB]\d{3}|\d{9})$/.test(text)) {
    throw new CannotImport(`« ${text} » n’est ni un code INSEE (5 caractères) ni un SIREN (9 chiffres).`);
  }
  return text;
}

function addressOf(text: string, option: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new CannotImport(`${option} attend une adresse comme http://127.0.0.1:8080, pas « ${text} ».`);
  }
  return text.replace(/\/+$/, '');
}

function encodingOf(text: string): Encoding {
  const spoken: Readonly<Record<string, Encoding>> = {
    utf8: 'utf-8',
    cp1252: 'windows-1252',
    ansi: 'windows-1252',
    latin1: 'windows-1252',
    'iso-8859-1': 'windows-1252',
    latin9: 'iso-8859-15',
    utf16: 'utf-16le',
    'utf-16': 'utf-16le',
  };
  const name = spoken[text.toLowerCase()] ?? text.toLowerCase();
  if (isEncoding(name)) return name;
  throw new CannotImport(`Je ne connais pas l’encodage « ${text} ». Choix : ${encodings.join(', ')}.`);
}

function separatorOf(text: string): Separator {
  const separator = askedSeparator(text);
  if (separator) return separator;
  throw new CannotImport(`« ${text} » n’est pas un séparateur. Choix : « ; », « , », « | » ou tab.`);
}

function columnsOf(pairs: readonly string[]): Partial<Record<Field, string>> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      const field = at > 0 ? askedField(pair.slice(0, at)) : undefined;
      if (!field || at === pair.length - 1) {
        throw new CannotImport(
          `--column attend NOM=EN-TÊTE, pas « ${pair} ». Noms : ${Object.values(fieldNames).join(', ')}.`,
        );
      }
      return [field, pair.slice(at + 1)];
    }),
  );
}

function concurrencyOf(text: string | undefined): number {
  const count = Number(text ?? 16);
  if (Number.isInteger(count) && count >= 1 && count <= 64) return count;
  throw new CannotImport(`--concurrency attend un nombre de 1 à 64, pas « ${text} ».`);
}
