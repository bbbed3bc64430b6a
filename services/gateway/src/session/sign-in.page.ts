import { html } from '../pages/html';
import { renderPage } from '../pages/layout';

/** The sign-in server refused, or the way back was lost: too long ago, cookies refused, a bookmark of the way itself. */
export function signInFailedPage(to: string): string {
  return page(
    'La connexion n’a pas abouti',
    'Vous n’êtes pas connecté. La demande de connexion était peut-être trop ancienne, ou votre navigateur refuse les cookies.',
    to,
  );
}

export function signInSilentPage(to: string): string {
  return page(
    'Le serveur de connexion ne répond pas',
    'Vous ne pouvez pas vous connecter pour le moment. Réessayez dans un instant.',
    to,
  );
}

function page(title: string, said: string, to: string): string {
  const again = `/session/sign-in?${new URLSearchParams({ to })}`;
  return renderPage({
    title,
    body: html`<h1>${title}</h1>
      <div class="note bad" role="status"><p>${said}</p></div>
      <p><a class="button" href="${again}">Se connecter</a></p>
      <p><a href="/etat">Voir l’état des services</a></p>`,
  });
}
