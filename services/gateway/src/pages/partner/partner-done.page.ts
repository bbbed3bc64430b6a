import { frenchDayAndYear, frenchTime, isLocalDate, isTimeOfDay, parisInstant } from '@passerelle/calendar';
import { html, type Html } from '../html';
import { messagePage } from '../message.page';
import type { Town } from '../town';
import { readPartnerForm } from './partner-form';
import { topicLabel, type PartnerView } from './partner-view';

/** What the answer did, and what comes next. */
export function partnerDonePage(
  values: Readonly<Record<string, string>>,
  view: PartnerView,
  town: Town,
): string {
  if (values['answer'] === 'decline') {
    return messagePage(
      {
        title: 'Votre refus est enregistré',
        tone: 'info',
        said: 'Merci de nous avoir répondu. Votre explication est transmise au service d’accès au droit.',
        next: ['Nous nous adressons à un autre partenaire. Vous n’avez plus rien à faire.'],
      },
      town.foot,
    );
  }
  return messagePage(
    {
      title: 'Merci, la permanence est fixée',
      tone: 'good',
      said: `${town.name} et les habitants qui attendent comptent sur vous.`,
      details: dateGiven(values, view),
      next: [
        'Les personnes qui attendent, les urgences d’abord, reçoivent maintenant leur heure de rendez-vous.',
        `Un empêchement ? Prévenez-nous dès que possible. ${town.contact}`,
      ],
    },
    town.foot,
  );
}

function dateGiven(values: Readonly<Record<string, string>>, view: PartnerView): Html {
  const read = readPartnerForm(values);
  const { date, time } = read.ok ? (read.body as { date: string; time: string }) : { date: '', time: '' };
  const startsAt = isLocalDate(date) && isTimeOfDay(time) ? parisInstant(date, time) : undefined;
  const place = view.places.find(({ id }) => id === values['placeId']);
  return html`<dl class="facts">
    <dt>Sujet</dt>
    <dd>${topicLabel(view.topic)}</dd>
    ${
      startsAt &&
      html`<dt>Date</dt>
        <dd>${frenchDayAndYear(startsAt)}, ${frenchTime(startsAt)}</dd>`
    }
    <dt>Lieu</dt>
    <dd>${place?.name ?? values['placeName']}<br />${place?.address ?? values['placeAddress']}</dd>
  </dl>`;
}
