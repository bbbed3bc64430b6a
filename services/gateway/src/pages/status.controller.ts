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

/** Which services answer, and where else to go. Needs no sign-in: somebody who cannot sign in wants to know why. */
@Controller('etat')
@Public()
@ApiExcludeController()
export class StatusController {
  constructor(private readonly services: Services) {}

  @Get()
  async status(@Res() reply: FastifyReply): Promise<void> {
    const states = Object.entries(await readiness(this.services));
    const ready = states.every(([, { state }]) => state === 'up');
    const body = html` <h1>État des services</h1>
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
          <li><strong>Un agent de la ville</strong> : <a href="/">ouvrez votre espace de travail</a>.</li>
          <li>
            <strong>Un partenaire ou un habitant</strong> : ouvrez le lien reçu par mail. Il suffit, sans mot
            de passe.
          </li>
          <li>
            <strong>Une personne qui relie un logiciel</strong> :
            <a href="/docs">la liste des adresses de l’API</a>, et sa description pour les programmes :
            <a href="/openapi.json">openapi.json</a>.
          </li>
        </ul>
      </div>`;
    sendPage(reply, 200, renderPage({ title: 'État des services', body }));
  }
}

const wording = { up: 'répond', starting: 'démarre', down: 'ne répond pas' } as const;
