import type { ReadForm } from '../link-page';

type Values = Readonly<Record<string, string>>;

/** Only what a form alone can miss: whether a date or a place will do is for legal access to say. */
export function readPartnerForm(values: Values): ReadForm {
  return values['answer'] === 'decline' ? readDecline(values) : readAccept(values);
}

function readDecline({ reason = '' }: Values): ReadForm {
  if (reason.length < 3)
    return { ok: false, errors: { reason: 'Dites en une phrase pourquoi vous ne pouvez pas venir.' } };
  if (reason.length > 500)
    return { ok: false, errors: { reason: 'Raccourcissez votre explication (500 caractères au plus).' } };
  return { ok: true, body: { answer: 'decline', reason } };
}

function readAccept(values: Values): ReadForm {
  const errors: Record<string, string> = {};
  const date = readDate(values['date'] ?? '');
  const time = readTime(values['time'] ?? '');
  if (!date) errors['date'] = 'Donnez une date, par exemple 12/01/2027.';
  if (!time) errors['time'] = 'Donnez une heure, par exemple 14:00.';
  const place = readPlace(values, errors);
  if (Object.keys(errors).length) return { ok: false, errors };
  const durationMinutes = Number(values['durationMinutes']);
  const slotMinutes = Number(values['slotMinutes']);
  return { ok: true, body: { answer: 'accept', date, time, durationMinutes, slotMinutes, ...place } };
}

function readPlace(values: Values, errors: Record<string, string>): object {
  const { placeId = '', placeName = '', address = '' } = values;
  if (placeId && placeId !== 'other') return { placeId };
  if (!placeId && !placeName) errors['placeId'] = 'Choisissez un lieu, ou donnez le vôtre.';
  else {
    if (placeName.length < 2) errors['placeName'] = 'Donnez le nom du lieu.';
    if (address.length < 5) errors['address'] = 'Donnez l’adresse complète du lieu.';
  }
  return { placeName, address };
}

/** As a date field sends it, or as a person types it where there is no date field. */
function readDate(text: string): string | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  const typed = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(text);
  return typed ? `${typed[3]}-${typed[2]!.padStart(2, '0')}-${typed[1]!.padStart(2, '0')}` : undefined;
}

function readTime(text: string): string | undefined {
  const typed = /^(\d{1,2})\s*[:hH]\s*(\d{2})?(?::\d{2})?$/.exec(text);
  return typed && Number(typed[1]) < 24 ? `${typed[1]!.padStart(2, '0')}:${typed[2] ?? '00'}` : undefined;
}
