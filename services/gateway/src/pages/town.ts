import { html, type Html } from './html';

/** Who speaks on the pages of signed links. */
export class Town {
  constructor(
    readonly name: string,
    readonly phone?: string,
  ) {}

  /** Whom to ask. */
  get contact(): string {
    return this.phone
      ? `Une question ? Appelez le ${this.phone}.`
      : 'Une question ? Appelez la mairie ou passez au CCAS.';
  }

  get foot(): Html {
    return html`<p>${this.name}. ${this.contact}</p>
      <p>Ce lien vous est personnel : il ouvre cette page sans mot de passe. Ne le transférez pas.</p>`;
  }
}
