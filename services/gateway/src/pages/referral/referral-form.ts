import type { ReadForm } from '../link-page';

type Values = Readonly<Record<string, string>>;

/** The body that the CCAS takes, or what must change in the form. */
export function readReferralForm(values: Values): ReadForm {
  switch (values['answer']) {
    case 'accept':
      return { ok: true, body: { answer: 'accept' } };
    case 'decline':
      return said('reason', values, 'Dites en une phrase pourquoi vous ne pouvez pas.', 1_000, (reason) => ({
        answer: 'decline',
        reason,
      }));
    case 'ask':
      return said('question', values, 'Écrivez votre question.', 2_000, (question) => ({
        answer: 'ask',
        id: values['id'] ?? '',
        question,
      }));
    case 'close':
      return readOutcome(values);
    default:
      return { ok: false, errors: { '': 'Choisissez une réponse.' } };
  }
}

function said(
  field: string,
  values: Values,
  missing: string,
  most: number,
  body: (text: string) => object,
): ReadForm {
  const text = values[field] ?? '';
  if (text.length < 3) return { ok: false, errors: { [field]: missing } };
  if (text.length > most) {
    const tooLong = `Raccourcissez votre texte (${most.toLocaleString('fr-FR')} caractères au plus).`;
    return { ok: false, errors: { [field]: tooLong } };
  }
  return { ok: true, body: body(text) };
}

function readOutcome({ outcome = '', words = '' }: Values): ReadForm {
  if (!outcome) return { ok: false, errors: { outcome: 'Dites ce qu’elle est devenue.' } };
  return { ok: true, body: { answer: 'close', outcome, ...(words && { words }) } };
}
