import { Clock, defineFront } from '@passerelle/platform';
import { gatewayEnvironment } from './environment';
import { readiness } from './health/readiness';
import { WholeApi } from './openapi/whole-api';
import { DocsController } from './pages/docs.controller';
import { PartnerController } from './pages/partner/partner.controller';
import { ResidentController } from './pages/resident/resident.controller';
import { StyleController } from './pages/style.controller';
import { Town } from './pages/town';
import { WelcomeController } from './pages/welcome.controller';
import { forward } from './proxy/forward';
import { Services } from './services';

/** The only wiring. */
export const gateway = defineFront({
  name: 'gateway',
  title: 'Passerelle',
  environment: gatewayEnvironment,
  compose: ({ env, clock }) => {
    const services = new Services(env.SERVICE_URLS);
    const description = new WholeApi(services);
    return {
      controllers: [
        WelcomeController,
        DocsController,
        StyleController,
        PartnerController,
        ResidentController,
      ],
      providers: [
        { provide: Services, useValue: services },
        { provide: WholeApi, useValue: description },
        { provide: Town, useValue: new Town(env.TOWN_NAME, env.TOWN_PHONE) },
        { provide: Clock, useValue: clock },
      ],
      // A scope of its own: there, bodies are streamed and not read.
      http: (fastify) => {
        void fastify.register((scope) =>
          forward(scope, { urls: env.SERVICE_URLS, timeoutMs: env.UPSTREAM_TIMEOUT_MS }),
        );
      },
      health: () => readiness(services),
      openApi: () => description.document(),
    };
  },
});
