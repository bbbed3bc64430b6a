// For tests: the development sign-in, a service that checks tokens as every service does, and a gateway between them.
import { Controller, Get, Post } from '@nestjs/common';
import {
  Allow,
  Caller,
  createLogger,
  defineFront,
  launchFront,
  type RunningService,
} from '@passerelle/platform';
import { freePort, testConsoleClient } from '@passerelle/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSignInServer } from '../../deploy/local/sign-in/sign-in-server';
import { gateway } from '../../services/gateway/src/gateway.module';

let registrations = 0;

@Controller('persons')
class PersonsController {
  @Get()
  @Allow('find', 'person')
  find(@Caller() caller: Caller) {
    return { calledBy: caller.name };
  }

  @Post()
  @Allow('register', 'person')
  register(@Caller() caller: Caller) {
    registrations += 1;
    return { registeredBy: caller.name };
  }

  @Get('merges')
  @Allow('merge', 'person')
  merges() {
    return {};
  }
}

const people = defineFront({
  name: 'people',
  title: 'Personnes',
  compose: () => ({ controllers: [PersonsController] }),
});

export interface ConsoleTown {
  readonly url: string;
  readonly issuer: string;
  /** One more instance of the gateway, that browsers reach by the same name. */
  readonly another: (variables?: Record<string, string>) => Promise<RunningService>;
  /** How many commands the service has obeyed. */
  readonly registrations: () => number;
  readonly forgetRegistrations: () => void;
  readonly stopSignIn: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export async function startConsoleTown(
  variables: Record<string, string> = {},
  { tokenSeconds }: { tokenSeconds?: number } = {},
): Promise<ConsoleTown> {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-console-'));
  const [signInPort, port] = [await freePort(), await freePort()];
  const [issuer, url] = [`http://localhost:${signInPort}`, `http://localhost:${port}`];
  const signIn = await startSignInServer({
    ...{ port: signInPort, issuer, publicUrl: url, folder, tokenSeconds },
    ...{ notificationsSecret: 'unused', consoleSecret: testConsoleClient.OIDC_CLIENT_SECRET },
  });
  const silent = createLogger('test', 'silent');
  const common = { NODE_ENV: 'test', OIDC_ISSUER: issuer, PORT: '0' };
  const service = await launchFront(people, common, silent);
  const launch = (more: Record<string, string>) =>
    launchFront(
      gateway,
      {
        ...{ ...common, ...testConsoleClient, PUBLIC_URL: url, KAFKA_BROKERS: '127.0.0.1:1' },
        ...{ SERVICE_URLS: `people=${service.url}`, ...variables, ...more },
      },
      silent,
    );
  const running = [await launch({ PORT: String(port), HOST: 'localhost' })];
  return {
    url,
    issuer,
    another: async (more = {}) => {
      const one = await launch(more);
      running.push(one);
      return one;
    },
    registrations: () => registrations,
    forgetRegistrations: () => (registrations = 0),
    stopSignIn: () => signIn.stop(),
    stop: async () => {
      await Promise.all(running.map((one) => one.stop()));
      await Promise.all([service.stop(), signIn.stop()]);
      rmSync(folder, { recursive: true });
    },
  };
}
