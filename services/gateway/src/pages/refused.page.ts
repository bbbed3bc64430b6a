import { messagePage } from './message.page';
import type { ServiceAnswer } from './service-answer';
import type { Town } from './town';

const titles: Readonly<Record<string, string>> = {
  LinkExpired: 'Ce lien a expiré',
  LinkForged: 'Ce lien n’est pas valable',
  LinkAlreadyUsed: 'Vous avez déjà répondu',
  UnknownPlace: 'Ce lieu n’existe plus',
  PermanenceNoLongerNeeded: 'Cette permanence n’est plus demandée',
  AlreadyAccepted: 'Vous avez déjà accepté',
  AlreadyDeclined: 'Vous avez déjà refusé',
  ReferralClosed: 'C’est déjà noté',
  ReferralExpired: 'Le délai de réponse est passé',
  ReferralWithdrawn: 'Cette demande est retirée',
  AppointmentPast: 'Ce rendez-vous est passé',
};

/** The service said no, and there is nothing to correct: its sentence, and whom to turn to. */
export function refusedPage({ status, name, detail }: ServiceAnswer, town: Town): string {
  const away = status >= 500;
  return messagePage(
    {
      title: titles[name] ?? (away ? 'Nous n’arrivons pas à répondre' : 'Ce n’est pas possible'),
      tone: name === 'LinkAlreadyUsed' ? 'info' : 'warn',
      said: away ? 'Un service de la ville ne répond pas pour le moment. Rien n’a été enregistré.' : detail,
      next: away
        ? [
            'Réessayez dans quelques minutes avec le même lien. Si vous aviez rempli le formulaire, revenez en arrière : votre saisie y est encore.',
          ]
        : [
            ...(name === 'LinkAlreadyUsed' ? ['Rouvrez le lien pour revoir ce qui a été enregistré.'] : []),
            town.contact,
          ],
    },
    town.foot,
  );
}

/** What can be changed in the form, by field; undefined when no change of it would help. */
export function correctable(
  { status, detail, errors }: ServiceAnswer,
  fields: readonly string[],
): Readonly<Record<string, string>> | undefined {
  const known = errors.filter(({ field }) => fields.includes(field));
  if (known.length) return Object.fromEntries(known.map(({ field, sentence }) => [field, sentence]));
  return status === 422 ? { '': detail } : undefined;
}

/** An answer that came from elsewhere than our page: another site, a program. */
export const notOurForm = { ok: false, status: 415, name: '', detail: 'Répondez depuis la page de ce lien.' };
