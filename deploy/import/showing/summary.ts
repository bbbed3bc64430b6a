import type { SpreadsheetRead } from '../read-file';
import { fieldNames, type Field } from '../reading/column-names';
import { separatorName } from '../reading/separator';
import type { Result } from './result';

const topicNames: Readonly<Record<string, string>> = {
  'childcare-place': 'Place d’accueil',
  'youth-job': 'Emploi et formation',
  'youth-mobility': 'Mobilité',
  'homework-support': 'Accompagnement à la scolarité',
  'parenting-support': 'Soutien à la parentalité',
  'family-law': 'Droit de la famille',
  'housing-law': 'Logement',
  'labour-law': 'Droit du travail',
  'residence-permit': 'Droit des étrangers',
  'victim-support': 'Aide aux victimes',
  debt: 'Dettes et surendettement',
};

/** How the file was understood, before anything is sent. */
export function understood(read: SpreadsheetRead): string {
  const columns = (Object.entries(read.columns) as [Field, number][])
    .sort((a, b) => a[1] - b[1])
    .map(([field, index]) => `${fieldNames[field]} = « ${read.headers[index] ?? `colonne ${index + 1}`} »`);
  return [
    `Fichier lu : ${read.rows.length} lignes, encodage ${read.encoding}, séparateur ${separatorName(read.separator)}.`,
    `Colonnes : ${columns.join(', ')}.`,
    ...(read.remark ? [`Attention : ${read.remark}`] : []),
  ].join('\n');
}

/** The final table. */
export function summary(result: Result, seconds: number, report: string | undefined): string {
  const rows: [string, number][] = [
    ['Lignes lues', result.rows],
    ['Demandes classées', result.good],
    ['Demandes à classer', result.toClassify.length],
    ['Lignes non importées', result.bad.length],
    ['Personnes', result.people],
    ['Paires de personnes à vérifier', result.doubtful.length],
  ];
  const topics = Object.entries(result.byTopic)
    .sort((a, b) => b[1] - a[1])
    .map(([topic, count]): [string, number] => [`  ${topicNames[topic] ?? topic}`, count]);
  const rate = seconds > 0 ? Math.round((result.good + result.toClassify.length) / seconds) : 0;
  return [
    table([...rows.slice(0, 2), ...topics, ...rows.slice(2)]),
    `Durée : ${seconds.toFixed(1).replace('.', ',')} s (${rate} lignes par seconde).`,
    ...(report ? [`Lignes à revoir : ${report}`] : []),
  ].join('\n');
}

function table(rows: readonly (readonly [string, number])[]): string {
  const label = Math.max(...rows.map(([text]) => text.length));
  const figure = Math.max(...rows.map(([, count]) => count.toLocaleString('fr-FR').length));
  const rule = '─'.repeat(label + figure + 2);
  const lines = rows.map(
    ([text, count]) => `${text.padEnd(label)}  ${count.toLocaleString('fr-FR').padStart(figure)}`,
  );
  return [rule, ...lines, rule].join('\n');
}
