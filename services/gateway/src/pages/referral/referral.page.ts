import { frenchDateTime, frenchDay } from '@passerelle/calendar';
import { emptyForm, errorSummary, field, radio, type Form } from '../form-fields';
import { html, type Html } from '../html';
import { renderPage } from '../layout';
import { messagePage } from '../message.page';
import type { Town } from '../town';
import { referralOverPage } from './referral-over.page';
import type { AcceptedView, OpenView, ReferralView } from './referral-view';

/** Who is presented and why, then the answers that may be given now. `id` is a new question's, sent once or twice. */
export function referralPage(view: ReferralView, town: Town, id: string, form: Form = emptyForm): string {
  if (view.state === 'over') return referralOverPage(view, town);
  const wrong = Object.keys(form.errors).length > 0;
  const title = view.state === 'open' ? 'Pouvez-vous aider cette personne ?' : 'Vous recevez cette personne';
  const body = html`<p class="over">${town.name} · CCAS</p>
    <h1>${title}</h1>
    ${errorSummary(form)} ${presented(view)}
    ${view.state === 'open' ? answers(view, id, form) : outcomeForm(form)}`;
  return renderPage({ title: `${wrong ? 'À corriger : ' : ''}${title}`, body, foot: town.foot });
}

/** After an answer: thanks where nothing is left to do, the page as it stands now otherwise. */
export function referralAfterPage(view: ReferralView, town: Town, id: string): string {
  if (view.state === 'open' && view.asked) {
    return messagePage(
      {
        title: 'Votre question est transmise',
        tone: 'info',
        said: 'Le CCAS la lit dans son outil et vous répond. Vous recevrez un mail.',
        next: ['Vous pouvez déjà accepter ou refuser : rouvrez le lien de votre mail.'],
      },
      town.foot,
    );
  }
  if (view.state === 'accepted') {
    return messagePage(
      {
        title: 'Merci, vous recevez cette personne',
        tone: 'good',
        said: 'Le CCAS le sait déjà, et la personne en sera informée par lui.',
        details: reach(view),
        next: [
          'Un mail vous garde ce lien. Quand ce sera fait, rouvrez-le pour dire ce que la personne est devenue.',
          town.contact,
        ],
      },
      town.foot,
    );
  }
  return referralPage(view, town, id);
}

function presented(view: OpenView | AcceptedView): Html {
  return html`<div class="card">
      <dl class="facts">
        <dt>Sujet</dt>
        <dd>${view.topicLabel}${view.urgency === 'urgent' && html` <strong>(urgent)</strong>`}</dd>
        <dt>Demandé</dt>
        <dd>le ${frenchDay(view.sentAt)}</dd>
        ${
          view.state === 'open' &&
          html`<dt>Réponse attendue</dt>
            <dd>avant le ${frenchDateTime(view.answerBy)}</dd>`
        }
        <dt>Ce qu’écrit le CCAS</dt>
        <dd class="said">${view.message}</dd>
      </dl>
      ${reach(view)}
    </div>
    ${exchange(view)}`;
}

function reach({ contactWay, contact }: OpenView | AcceptedView): Html {
  return html`<dl class="facts">
    <dt>Joindre la personne</dt>
    <dd class="said">${contactWay === 'direct' ? contact : 'Passez par le CCAS : il la préviendra.'}</dd>
  </dl>`;
}

function exchange({ exchange: said }: OpenView | AcceptedView): Html | undefined {
  if (said.length === 0) return undefined;
  return html`<div class="card">
    <h2>Questions et réponses</h2>
    <dl class="facts">
      ${said.map(
        ({ kind, text, at }) =>
          html`<dt>${kind === 'question' ? 'Vous' : 'Le CCAS'}, le ${frenchDay(at)}</dt>
            <dd class="said">${text}</dd>`,
      )}
    </dl>
  </div>`;
}

function answers(view: OpenView, id: string, form: Form): Html {
  const typed = (answer: string) => (form.values['answer'] === answer ? form : emptyForm);
  return html`<p>Consulter cette page ne vous engage à rien. Elle est réservée à votre structure.</p>
    <form method="post" class="card" novalidate>
      <h2>Oui : nous recevons cette personne</h2>
      <input type="hidden" name="answer" value="accept" />
      <button type="submit" class="primary">Accepter</button>
    </form>
    <form method="post" class="card" novalidate>
      <h2>${view.asked ? 'Une autre question ?' : 'Pas encore : nous avons une question'}</h2>
      <input type="hidden" name="answer" value="ask" />
      <input type="hidden" name="id" value="${typed('ask').values['id'] ?? id}" />
      ${view.asked && html`<p>Votre question attend la réponse du CCAS.</p>`}
      ${field(typed('ask'), {
        name: 'question',
        label: 'Votre question',
        hint: 'Le CCAS vous répond ; vous lirez sa réponse sur cette page.',
        rows: 3,
        maxLength: 2_000,
        required: true,
      })}
      <button type="submit">Poser la question</button>
    </form>
    <form method="post" class="card" novalidate>
      <h2>Non : nous ne pouvons pas</h2>
      <input type="hidden" name="answer" value="decline" />
      ${field(typed('decline'), {
        name: 'reason',
        label: 'Pourquoi ?',
        hint: 'Une phrase suffit. Elle aide le CCAS à trouver une autre réponse.',
        rows: 3,
        maxLength: 1_000,
        required: true,
      })}
      <button type="submit">Refuser</button>
    </form>`;
}

function outcomeForm(form: Form): Html {
  const error = form.errors['outcome'];
  return html`<form method="post" class="card" novalidate>
    <h2>Qu’est-elle devenue ?</h2>
    <input type="hidden" name="answer" value="close" />
    <fieldset id="outcome" ${error && html`aria-describedby="outcome-erreur"`}>
      <legend>Une fois que c’est fait</legend>
      ${error && html`<span class="error" id="outcome-erreur">Erreur : ${error}</span>`}
      ${radio(form, 'outcome', 'met', html`Nous avons répondu à sa demande`)}
      ${radio(form, 'outcome', 'not-followed', html`Elle n’a pas donné suite`)}
      ${radio(form, 'outcome', 'could-not', html`Nous n’avons finalement pas pu`)}
    </fieldset>
    ${field(form, {
      name: 'words',
      label: 'Un mot pour le CCAS (facultatif)',
      hint: 'Rien de confidentiel : seulement ce qui l’aide à poursuivre.',
      rows: 3,
      maxLength: 2_000,
    })}
    <button type="submit" class="primary">Dire au CCAS ce qu’elle est devenue</button>
  </form>`;
}
