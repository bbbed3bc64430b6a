/** The body that legal access takes, or what must change in the form. */
export type ReadForm =
  | { readonly ok: true; readonly body: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/** Only what a form alone can miss: whether a date or a place will do is for legal access to say. */
export function readPartnerForm(values: Readonly<Record<string, string>>): ReadForm {
  return values['answer'] === 'decline' ? readDecline(values) : readAccept(values);
}

function readDecline({ reason = '' }: Readonly<Record<string, string>>): ReadForm {
  if (!reason)
    return { ok: false, errors: { reason: 'Dites en une phrase pourquoi vous ne pouvez pas venir.' } };
  return { ok: true, body: { answer: 'decline', reason: reason.slice(0, 1_000) } };
}

function readAccept(values: Readonly<Record<string, string>>): ReadForm {
  const errors: Record<string, string> = {};
  const date = readDate(values['date'] ?? '');
  const time = readTime(values['time'] ?? '');
  if (!date) errors['date'] = 'Donnez une date, par exemple 12/01/2027.';
  if (!time) errors['time'] = 'Donnez une heure, par exemple 14:00.';
  const place = readPlace(values, errors);
  if (Object.keys(errors).length) return { ok: false, errors };
  return {
    ok: true,
    body: {
      answer: 'accept',
      date,
      time,
      durationMinutes: Number(values['durationMinutes'] || 180),
      slotMinutes: Number(values['slotMinutes'] || 30),
      ...place,
    },
  };
}

function readPlace(values: Readonly<Record<string, string>>, errors: Record<string, string>): object {
  const { placeId = '', placeName = '', placeAddress = '' } = values;
  if (placeId && placeId !== 'other') return { placeId };
  if (!placeId && !placeName) errors['placeId'] = 'Choisissez un lieu, ou donnez le vôtre.';
  else {
    if (!placeName) errors['placeName'] = 'Donnez le nom du lieu.';
    if (!placeAddress) errors['placeAddress'] = 'Donnez l’adresse du lieu.';
  }
  return { placeName, placeAddress };
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
