import { v5 } from 'uuid';

export interface DemoAccount {
  /** What one types to sign in; the password of all is `demo`. */
  login: string;
  sub: string;
  name: string;
  roles: string[];
  /** INSEE codes of communes. */
  territories: string[];
}

export const demoPassword = 'demo';

const namespace = 'f1c7a9f0-7a2e-4a57-9a52-0a1d7c9b6e31';
const verrieres = '91645';

const account = (login: string, name: string, role: string, territory = verrieres): DemoAccount => ({
  login,
  sub: v5(login, namespace),
  name,
  roles: [role],
  territories: [territory],
});

/** One person for each trade, and one of another town, to see that nobody sees across. */
export const demoAccounts: readonly DemoAccount[] = [
  account('claire.marchand', 'Claire Marchand', 'ccas-worker'),
  account('paul.renard', 'Paul Renard', 'ccas-officer'),
  account('nadia.lemoine', 'Nadia Lemoine', 'legal-access-officer'),
  account('lucie.martin', 'Lucie Martin', 'reception-agent'),
  account('helene.dubois', 'Hélène Dubois', 'supervisor'),
  account('admin', 'Administration', 'administrator'),
  account('karim.petit', 'Karim Petit', 'ccas-worker', '91477'),
];

export function accountNamed(login: string): DemoAccount | undefined {
  return demoAccounts.find((one) => one.login === login.trim().toLowerCase());
}

export function accountOf(sub: string): DemoAccount | undefined {
  return demoAccounts.find((one) => one.sub === sub);
}
