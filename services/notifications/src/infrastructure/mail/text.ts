import type { Writing } from '../../domain/writing/writing';

export const AUTOMATIC = 'Ce message est envoyé automatiquement : ne répondez pas à cette adresse.';

/** The plain part: what a screen reader, a very old phone or a cautious mailbox shows. */
export function asText(writing: Writing): string {
  const { greeting, paragraphs, details, action, after, signature } = writing;
  const blocks = [
    greeting,
    ...paragraphs,
    details.map(({ label, value }) => `${label} : ${value}`).join('\n'),
    action ? `${action.label} :\n${action.url}` : '',
    ...after,
    signature.join('\n'),
    `--\n${AUTOMATIC}`,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}
