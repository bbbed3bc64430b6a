import { typeInWords } from './type-in-words';
import type { CatalogueEvent } from './catalogue';
import type { ReactionRow } from './reactions';

const head = `# Events

Generated from \`libs/contracts\` and from the reactions of the services by \`npm run docs\`: do not edit.

Topics carry the prefix of the installation (\`passerelle.\`), have 12 partitions, keep everything and hold no
personal value. Every record is a CloudEvent in binary mode: \`ce_id\`, \`ce_type\`, \`ce_source\`, \`ce_time\`, the
version, the aggregate's sequence, the territory, and the correlation and causation ids are headers; the fields
below are the JSON body. The Kafka key is the field marked *key*. See also [asyncapi.json](asyncapi.json).
`;

/** docs/events.md */
export function eventsPage(events: readonly CatalogueEvent[]): string {
  const topics = [...new Set(events.map((it) => it.topic))];
  const sections = topics.map((topic) =>
    topicSection(
      topic,
      events.filter((it) => it.topic === topic),
    ),
  );
  return [head, overview(events), ...sections].join('\n');
}

function overview(events: readonly CatalogueEvent[]): string {
  const rows = events.map((it) => {
    const services = [...new Set(it.reactions.map((reaction) => reaction.service))];
    return [
      `[${it.type}](#${anchor(it)})`,
      `\`${it.topic}\``,
      publishedBy(it),
      services.join(', ') || 'nobody yet',
    ];
  });
  return table(['event', 'topic', 'published by', 'heard by'], rows);
}

function topicSection(topic: string, events: readonly CatalogueEvent[]): string {
  return [`## ${topic}\n`, ...events.map(eventSection)].join('\n');
}

function eventSection(event: CatalogueEvent): string {
  const required = new Set(event.data.required);
  const rows = Object.entries(event.data.properties ?? {}).map(([field, schema]) => [
    `\`${field}\`${field === event.key ? ' *key*' : ''}${required.has(field) ? '' : ' (optional)'}`,
    typeInWords(schema),
    event.comments.get(field) ?? '',
  ]);
  return [
    `### ${event.type} v${event.version}\n`,
    `${event.summary}\n`,
    `Published by ${publishedBy(event)}.\n`,
    table(['field', 'type', 'meaning'], rows),
    event.reactions.length > 0 ? 'Reactions:\n' : 'No reaction yet.\n',
    ...event.reactions.map(reactionLine),
    '',
  ].join('\n');
}

function reactionLine({ name, from }: ReactionRow): string {
  return `- \`${name}\`, ${from === 'beginning' ? 'from the beginning of the topic' : 'from the day it is added'}`;
}

function publishedBy(event: CatalogueEvent): string {
  return event.publishedBy.join(', ') || 'nobody yet';
}

function anchor(event: CatalogueEvent): string {
  return `${event.type.toLowerCase()}-v${event.version}`;
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((it) => it.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line), ''].join('\n');
}
