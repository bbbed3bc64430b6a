import { escapeHtml, page } from '../html';
import { demoAccounts, demoPassword } from './accounts';

const trades: Record<string, string> = {
  'ccas-worker': 'travailleuse ou travailleur social du CCAS',
  'ccas-officer': 'responsable du CCAS',
  'legal-access-officer': 'chargée de l’accès au droit',
  'reception-agent': 'agent d’accueil',
  supervisor: 'encadrement',
  administrator: 'administration du logiciel',
};

/** `failed` is the login that was refused, to be corrected rather than typed again. */
export function loginPage(uid: string, failed?: string): string {
  const error = `<div class="error" role="alert" id="erreur"><p>Ce compte et ce mot de passe ne vont pas ensemble.
<a href="#compte">Vérifiez le compte</a>, puis retapez le mot de passe.</p></div>`;
  const described = failed === undefined ? '' : ' aria-describedby="erreur" aria-invalid="true"';
  const rows = demoAccounts.map(
    (account) => `<tr><td>${escapeHtml(account.login)}</td><td>${escapeHtml(account.name)}</td>
<td>${account.roles.map((role) => trades[role] ?? role).join(', ')}</td><td>${account.territories.join(', ')}</td></tr>`,
  );
  return page(
    'Connexion - Passerelle',
    `<h1>Connexion</h1>
${failed === undefined ? '' : error}
<form method="post" action="/connexion/${encodeURIComponent(uid)}">
<label for="compte">Compte <span class="hint">(par exemple claire.marchand)</span></label>
<input id="compte" name="login" autocomplete="username" required autofocus value="${escapeHtml(failed ?? '')}"${described}>
<label for="mot-de-passe">Mot de passe</label>
<input id="mot-de-passe" name="password" type="password" autocomplete="current-password" required>
<button>Se connecter</button>
</form>
<h2>Comptes de démonstration</h2>
<p>Le mot de passe de tous est « ${demoPassword} ». Cette page n’existe qu’en développement.</p>
<table>
<thead><tr><th scope="col">Compte</th><th scope="col">Nom</th><th scope="col">Métier</th><th scope="col">Commune</th></tr></thead>
<tbody>${rows.join('\n')}</tbody>
</table>`,
  );
}

export function logoutPage(form: string): string {
  return page(
    'Déconnexion - Passerelle',
    `<h1>Se déconnecter ?</h1>
${form}
<button type="submit" form="op.logoutForm" value="yes" name="logout" autofocus>Se déconnecter</button>
<button type="submit" form="op.logoutForm">Rester connecté</button>`,
  );
}

export function lostPage(): string {
  return page(
    'Connexion expirée - Passerelle',
    `<h1>Cette demande de connexion n’est plus valable</h1>
<p>Revenez à la page d’où vous veniez et recommencez.</p>`,
  );
}
