import { frenchDayAndYear, frenchTime } from '@passerelle/calendar';
import { emptyForm, errorSummary, radio, type Form } from '../form-fields';
import { html, type Html } from '../html';
import { renderPage } from '../layout';
import { messagePage } from '../message.page';
import type { Town } from '../town';
import type { ResidentView } from './resident-view';

/** The appointment, then: I come, or I do not. */
export function residentPage(view: ResidentView, town: Town, form: Form = emptyForm): string {
  const body = html`<p class="over">${town.name}</p>
    <h1>Votre rendez-vous</h1>
    ${errorSummary(form)} ${facts(view)}
    ${
      view.confirmed
        ? html`<div class="note good"><p>Vous avez dit que vous viendrez. Nous vous attendons.</p></div>`
        : html`<form method="post" class="card">
            <h2>Je viens</h2>
            <p>Dites-le-nous, cela nous aide à préparer votre venue.</p>
            <input type="hidden" name="answer" value="confirm" />
            <button type="submit" class="primary">Confirmer ma venue</button>
          </form>`
    }
    <form method="post" class="card">
      <h2>Je ne peux pas venir</h2>
      <p>Votre place sera donnée tout de suite à une autre personne qui attend.</p>
      <input type="hidden" name="answer" value="cancel" />
      <fieldset id="wantsAnother">
        <legend>Et ensuite ?</legend>
        ${radio(form, 'wantsAnother', 'yes', html`Je voudrais une autre date`, true)}
        ${radio(form, 'wantsAnother', 'no', html`Je n’ai plus besoin de ce rendez-vous`)}
      </fieldset>
      <button type="submit">Annuler ce rendez-vous</button>
    </form>`;
  return renderPage({ title: 'Votre rendez-vous', body, foot: town.foot });
}

export function residentDonePage(
  values: Readonly<Record<string, string>>,
  view: ResidentView,
  town: Town,
): string {
  if (values['answer'] === 'confirm') {
    return messagePage(
      {
        title: 'C’est noté, nous vous attendons',
        tone: 'good',
        said: 'Merci de nous avoir prévenus.',
        details: facts(view, true),
        next: [
          'Si vous ne pouvez plus venir, rouvrez le même lien et annulez : une autre personne prendra votre place.',
        ],
      },
      town.foot,
    );
  }
  const another = values['wantsAnother'] !== 'no';
  return messagePage(
    {
      title: 'Votre rendez-vous est annulé',
      tone: 'info',
      said: 'Merci de nous avoir prévenus : votre place est donnée à une autre personne.',
      next: another
        ? [
            'Vous gardez votre place dans la liste d’attente. Nous vous préviendrons dès qu’une autre date est fixée. Vous n’avez rien à faire.',
          ]
        : ['Le CCAS en est informé.', `Vous changez d’avis ? ${town.contact}`],
    },
    town.foot,
  );
}

function facts(view: ResidentView, bare = false): Html {
  const list = html`<dl class="facts">
    <dt>Quand</dt>
    <dd>${frenchDayAndYear(view.startsAt)}, ${frenchTime(view.startsAt)}</dd>
    <dt>Où</dt>
    <dd>${view.placeName}<br />${view.placeAddress}</dd>
  </dl>`;
  return bare ? list : html`<div class="card">${list}</div>`;
}
