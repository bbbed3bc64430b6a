import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@passerelle/platform';
import type { FastifyReply } from 'fastify';
import { readiness } from '../health/readiness';
import { serviceTitle } from '../service-titles';
import { Services } from '../services';
import { html } from './html';
import { renderPage } from './layout';
import { sendPage } from './send-page';

/** Where to go, for somebody who opens the address of Passerelle in a browser. */
@Controller()
@Public()
@ApiExcludeController()
export class WelcomeController {
  constructor(private readonly services: Services) {}

  @Get()
  async welcome(@Res() reply: FastifyReply): Promise<void> {
    const states = Object.entries(await readiness(this.services));
    const ready = states.every(([, { state }]) => state === 'up');
    const body = html` <h1>Passerelle</h1>
      <p class="lead">
        Les services de la ville qui accompagnent les familles, reliés entre eux : un besoin noté une fois au
        CCAS arrive là où il doit arriver, et la réponse revient.
      </p>
      <div class="note ${ready ? 'good' : 'warn'}">
        <p>
          <strong
            >${ready ? 'Tous les services répondent.' : 'Certains services ne répondent pas encore.'}</strong
          >
        </p>
        <ul>
          ${states.map(([name, { state }]) => html`<li>${serviceTitle(name)} : ${wording[state]}</li>`)}
        </ul>
      </div>
      <div class="card">
        <h2>Vous êtes…</h2>
        <ul class="list">
          <li>
            <strong>Un partenaire ou un habitant</strong> : ouvrez le lien reçu par mail. Il suffit, sans mot
            de passe.
          </li>
          <li>
            <strong>Un agent de la ville</strong> : votre espace de travail ouvrira à cette adresse. D’ici là,
            l’import et l’API vous servent.
          </li>
          <li>
            <strong>Une personne qui relie un logiciel</strong> :
            <a href="/docs">la liste des adresses de l’API</a>, et sa description pour les programmes :
            <a href="/openapi.json">openapi.json</a>.
          </li>
        </ul>
      </div>`;
    sendPage(reply, 200, renderPage({ title: 'Bienvenue', body }));
  }
}

const wording = { up: 'répond', starting: 'démarre', down: 'ne répond pas' } as const;
