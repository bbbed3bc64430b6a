import { randomUUID } from 'node:crypto';
import { signLink } from '@passerelle/platform';
import {
  eventually,
  startServiceProcess,
  startSignIn,
  testConsoleClient,
  uniquePrefix,
  type ServiceProcess,
} from '@passerelle/testing';

const territory = '91645';
const key = 'a key for links of at least 32 characters';

/** A town with its own services, one place and one partner, for what people do by the links of their mails. */
export interface LinkedTown {
  readonly url: string;
  readonly placeId: string;
  /** Has that many people wait for family law, and gives the address that the partner's mail would carry. */
  readonly partnerLink: (waiting: number) => Promise<{ link: string; needIds: string[] }>;
  /** The address that the resident's mail would carry, once the appointment is fixed. */
  readonly residentLink: (needId: string) => Promise<string>;
  readonly request: (
    needId: string,
  ) => Promise<{ status: string; appointment?: { appointmentId: string; confirmed?: boolean } }>;
  /** A link signed by this town, whatever it says. */
  readonly sign: (
    claims: Record<string, string | number> & { purpose: string; id: string },
    expiresAt?: Date,
  ) => Promise<string>;
  readonly stop: () => Promise<void>;
}

export async function startLinkedTown(): Promise<LinkedTown> {
  const signIn = await startSignIn();
  const prefix = uniquePrefix();
  const environment = {
    ...{ OIDC_ISSUER: signIn.issuer, MONGODB_DATABASE_PREFIX: prefix, TOPIC_PREFIX: prefix },
    ...{ SERVED_TERRITORIES: territory, LOG_LEVEL: 'warn', LINK_SIGNING_KEY: key },
    PUBLIC_URL: 'http://localhost',
  };
  const names = ['ccas', 'directory', 'legal-access'];
  const services = await Promise.all(names.map((name) => startServiceProcess(name, environment)));
  const gateway = await startServiceProcess('gateway', {
    ...{ OIDC_ISSUER: signIn.issuer, ...testConsoleClient, PUBLIC_URL: 'http://localhost' },
    TOPIC_PREFIX: prefix,
    LOG_LEVEL: 'warn',
    SERVICE_URLS: names.map((name, at) => `${name}=${services[at]!.url}`).join(','),
  });
  const token = await signIn.issueToken({
    roles: ['ccas-worker', 'ccas-officer', 'legal-access-officer'],
    territories: [territory],
    expiresIn: 3_600,
  });
  const call = caller(gateway, token);
  const placeId = randomUUID();
  const partnerId = randomUUID();
  await call('/legal-access/places', {
    id: placeId,
    name: 'Espace Simone Veil',
    address: '3 rue de Paron, 91370 Verrières-le-Buisson',
    openings: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '18:00' })),
  });
  await call('/directory/partners', {
    id: partnerId,
    name: 'MJD de Palaiseau',
    kind: 'mjd',
    topics: ['family-law'],
  });

  const sign: LinkedTown['sign'] = (claims, expiresAt = new Date(Date.now() + 86_400_000)) =>
    signLink(key, { ...claims, expiresAt });
  const request: LinkedTown['request'] = (needId) => call(`/legal-access/requests/${needId}`);
  return {
    url: gateway.url,
    placeId,
    sign,
    request,
    partnerLink: async (waiting) => {
      const needIds = Array.from({ length: waiting }, () => randomUUID());
      for (const id of needIds) await call('/ccas/needs', needFor(id));
      const asked = await eventually(async () => {
        const { items } = await call<{ items: Asked[] }>('/legal-access/permanence-requests?status=asked');
        expect(items).toHaveLength(1);
        return items[0]!;
      });
      const token = await sign({
        purpose: 'permanence-answer',
        id: asked.id,
        partnerId,
        attempt: asked.attempt,
      });
      return { link: `${gateway.url}/p/${token}`, needIds };
    },
    residentLink: async (needId) => {
      const { appointment } = await request(needId);
      const appointmentId = appointment!.appointmentId;
      return `${gateway.url}/r/${await sign({ purpose: 'appointment-answer', id: needId, appointmentId })}`;
    },
    stop: async () => {
      await Promise.all([gateway, ...services].map((service) => service.stop()));
      await signIn.stop();
    },
  };
}

interface Asked {
  readonly id: string;
  readonly attempt: number;
}

function caller({ url }: ServiceProcess, token: string) {
  return async <Answer>(path: string, body?: object): Promise<Answer> => {
    const response = await fetch(`${url}/api${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${token}`,
        'x-territory': territory,
        'content-type': 'application/json',
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path} answers ${response.status}: ${await response.text()}`);
    return (await response.json()) as Answer;
  };
}

function needFor(id: string) {
  return {
    id,
    personId: randomUUID(),
    words: 'divorce en cours',
    topic: 'family-law',
    contactedOn: '2026-10-01',
  };
}
