import { frenchDayAndYear, frenchTime } from '@passerelle/calendar';
import { emptyForm, errorSummary, radio, type Form } from '../form-fields';
import { html, type Html } from '../html';
import { renderPage } from '../layout';
import { messagePage } from '../message.page';
import type { Town } from '../town';
import type { ResidentView } from './resident-view';

/** The appointment as it stands; while it can still change: I come, or I do not. */
export function residentPage(view: ResidentView, town: Town, form: Form = emptyForm): string {
  if (view.state === 'cancelled') return cancelledPage(view, town);
  if (view.state === 'over') return overPage(town);
  const body = html`<p class="over">${town.name}</p>
    <h1>Votre rendez-vous</h1>
    ${errorSummary(form)} ${facts(view)} ${view.state === 'confirmed' ? expected() : confirmForm()}
    ${cancelForm(form)}`;
  return renderPage({ title: 'Votre rendez-vous', body, foot: town.foot });
}

/** After a confirmation: what was done, and how to change one's mind. */
export function confirmedPage(view: ResidentView, town: Town): string {
  return messagePage(
    {
      title: 'C’est noté, nous vous attendons',
      tone: 'good',
      said: 'Merci de nous avoir prévenus.',
      details: list(view),
      next: [
        'Si vous ne pouvez plus venir, rouvrez le même lien et annulez : une autre personne prendra votre place.',
      ],
    },
    town.foot,
  );
}

function cancelledPage({ request }: ResidentView, town: Town): string {
  const said = 'Ce rendez-vous n’aura pas lieu : sa place est donnée à une autre personne.';
  const next =
    request === 'placed'
      ? ['Un autre rendez-vous est fixé pour vous : vous le trouverez dans notre dernier mail.']
      : request === 'waiting'
        ? [
            'Vous gardez votre place dans la liste d’attente. Nous vous préviendrons dès qu’une autre date est fixée. Vous n’avez rien à faire.',
          ]
        : ['Le CCAS en est informé.', `Vous changez d’avis ? ${town.contact}`];
  return messagePage({ title: 'Votre rendez-vous est annulé', tone: 'info', said, next }, town.foot);
}

function overPage(town: Town): string {
  return messagePage(
    {
      title: 'Ce rendez-vous est passé',
      tone: 'info',
      said: 'Il ne peut plus être confirmé ni annulé par ce lien.',
      next: [`Vous n’avez pas pu venir ? ${town.contact}`],
    },
    town.foot,
  );
}

function expected(): Html {
  return html`<div class="note good"><p>Vous avez dit que vous viendrez. Nous vous attendons.</p></div>`;
}

function confirmForm(): Html {
  return html`<form method="post" class="card">
    <h2>Je viens</h2>
    <p>Dites-le-nous, cela nous aide à préparer votre venue.</p>
    <input type="hidden" name="answer" value="confirm" />
    <button type="submit" class="primary">Confirmer ma venue</button>
  </form>`;
}

function cancelForm(form: Form): Html {
  return html`<form method="post" class="card">
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
}

function facts(view: ResidentView): Html {
  return html`<div class="card">${list(view)}</div>`;
}

function list({ appointment }: ResidentView): Html {
  const { startsAt, placeName, placeAddress } = appointment;
  return html`<dl class="facts">
    <dt>Quand</dt>
    <dd>${frenchDayAndYear(startsAt)}, ${frenchTime(startsAt)}</dd>
    <dt>Où</dt>
    <dd>${placeName}<br />${placeAddress}</dd>
  </dl>`;
}
