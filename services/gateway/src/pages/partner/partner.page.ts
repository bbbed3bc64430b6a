import { frenchDateTime } from '@passerelle/calendar';
import { emptyForm, errorSummary, field, radio, select, type Form } from '../form-fields';
import { html, type Html } from '../html';
import { renderPage } from '../layout';
import type { Town } from '../town';
import { openingHours } from './openings';
import type { OpenQuestion } from './partner-view';

const lengths = [60, 90, 120, 150, 180, 210, 240, 300, 360, 420].map(
  (minutes) => [String(minutes), hours(minutes)] as const,
);
const perPerson = [15, 20, 30, 45, 60].map((minutes) => [String(minutes), `${minutes} minutes`] as const);

/** What is asked, then the two answers: a date, or a reason. */
export function partnerPage(view: OpenQuestion, town: Town, today: string, form: Form = emptyForm): string {
  const wrong = Object.keys(form.errors).length > 0;
  const declining = form.values['answer'] === 'decline';
  const body = html`<p class="over">${town.name} · Accès au droit</p>
    <h1>Pouvez-vous tenir une permanence ?</h1>
    ${errorSummary(form)}
    <div class="card">
      <dl class="facts">
        <dt>Sujet</dt>
        <dd>${view.topicLabel}</dd>
        <dt>Qui attend</dt>
        <dd>${waiting(view)}</dd>
        <dt>Réponse attendue</dt>
        <dd>avant le ${frenchDateTime(view.answerBy)}</dd>
      </dl>
    </div>
    <p>
      Consulter cette page ne vous engage à rien. Sans réponse à cette date, nous nous adresserons à un autre
      partenaire.
    </p>
    ${acceptForm(view, today, declining ? emptyForm : form)} ${declineForm(declining ? form : emptyForm)}`;
  return renderPage({ title: `${wrong ? 'À corriger : ' : ''}Demande de permanence`, body, foot: town.foot });
}

function acceptForm(view: OpenQuestion, today: string, form: Form): Html {
  return html`<form method="post" class="card" novalidate>
    <h2>Oui : je propose une date</h2>
    <input type="hidden" name="answer" value="accept" />
    <div class="row">
      ${field(form, { name: 'date', label: 'Date', hint: 'Par exemple 12/01/2027', type: 'date', min: today, required: true })}
      ${field(form, { name: 'time', label: 'Heure de début', hint: 'Par exemple 14:00', type: 'time', required: true })}
    </div>
    <div class="row">
      ${select(form, { name: 'durationMinutes', label: 'Durée de la permanence', options: lengths, fallback: String(view.suggestion.durationMinutes) })}
      ${select(form, { name: 'slotMinutes', label: 'Temps par personne', options: perPerson, fallback: String(view.suggestion.slotMinutes) })}
    </div>
    ${places(view, form)}
    <button type="submit" class="primary">Proposer cette date</button>
  </form>`;
}

function places(view: OpenQuestion, form: Form): Html {
  const elsewhere = html`${field(form, { name: 'placeName', label: 'Nom du lieu', hint: 'Par exemple Maison de la justice et du droit', maxLength: 120 })}
  ${field(form, { name: 'address', label: 'Adresse du lieu', hint: 'Numéro, rue, commune', maxLength: 240 })}`;
  if (!view.places.length) return elsewhere;
  const error = form.errors['placeId'];
  return html`<fieldset id="placeId" ${error && html`aria-describedby="placeId-erreur"`}>
    <legend>Lieu</legend>
    ${error && html`<span class="error" id="placeId-erreur">Erreur : ${error}</span>`}
    ${view.places.map((place) =>
      radio(
        form,
        'placeId',
        place.id,
        html`${place.name}<span class="hint">${place.address}</span
          >${openingHours(place) && html`<span class="hint">Ouvert ${openingHours(place)}</span>`}`,
      ),
    )}
    ${radio(form, 'placeId', 'other', html`Un autre lieu, que j’indique ici`, Boolean(form.values['placeName']))}
    <div class="inset">${elsewhere}</div>
  </fieldset>`;
}

function declineForm(form: Form): Html {
  return html`<form method="post" class="card" novalidate>
    <h2>Non : nous ne pouvons pas</h2>
    <input type="hidden" name="answer" value="decline" />
    ${field(form, {
      name: 'reason',
      label: 'Pourquoi ?',
      hint: 'Une phrase suffit. Elle reste au service d’accès au droit ; les habitants ne la voient pas.',
      rows: 3,
      maxLength: 500,
      required: true,
    })}
    <button type="submit">Refuser la demande</button>
  </form>`;
}

function waiting({ waitingCount, urgentCount }: OpenQuestion): string {
  const people = `${waitingCount} ${waitingCount > 1 ? 'personnes' : 'personne'}`;
  return urgentCount > 0 ? `${people}, dont ${urgentCount} en urgence` : people;
}

function hours(minutes: number): string {
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} h${rest ? ` ${rest}` : ''}`;
}
