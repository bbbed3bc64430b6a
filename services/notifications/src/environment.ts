import { linkSigningKey } from '@passerelle/platform';
import { z } from 'zod';

const url = (protocol: RegExp) => z.url({ protocol });

/** What this service needs beside the platform's variables. */
export const environment = z.object({
  SMTP_URL: url(/^smtps?$/).describe(
    'the URL of the mail server, such as smtp://user:password@mail.example.fr:587',
  ),
  MAIL_FROM: z
    .email()
    .default('ne-pas-repondre@passerelle.example')
    .describe('the address that mails come from, at a domain of the town'),
  PEOPLE_URL: url(/^https?$/).describe('where the people service answers, such as http://127.0.0.1:8101'),
  DIRECTORY_URL: url(/^https?$/).describe(
    'where the directory service answers, such as http://127.0.0.1:8107',
  ),
  PUBLIC_URL: url(/^https?$/).describe('where links in mails lead: the public address of the gateway'),
  LINK_SIGNING_KEY: linkSigningKey,
  OIDC_CLIENT_ID: z.string().min(1).default('notifications').describe('the client id of this service'),
  OIDC_CLIENT_SECRET: z
    .string()
    .min(1)
    .describe('the client secret of this service, from the sign-in server'),
  TOWN_NAME: z
    .string()
    .min(1)
    .max(80)
    .default('Verrières-le-Buisson')
    .describe('the name of the town that writes'),
  TOWN_PHONE: z.string().min(4).max(24).optional().describe('the phone number that residents may call'),
});
