import { defineService } from '@passerelle/platform';
import { DeliveryCommands } from './application/delivery.commands';
import { dueWorks } from './application/due-work';
import { Outage } from './application/outage';
import type { Voice } from './application/ports';
import { reactions } from './application/reactions';
import { PreferenceCommands } from './application/preference.commands';
import { SendDelivery } from './application/send-delivery';
import { SendRound } from './application/send-round';
import { words } from './application/words';
import { environment } from './environment';
import { contactPoints } from './infrastructure/contacts/contact-points';
import { MachineToken } from './infrastructure/contacts/machine-token';
import { DeliveriesController } from './infrastructure/delivery/deliveries.controller';
import { deliveryFinds } from './infrastructure/delivery/delivery.finds';
import { DeliveryReads } from './infrastructure/delivery/delivery.reads';
import { deliveryStore } from './infrastructure/delivery/delivery.store';
import { heldDeliveries } from './infrastructure/delivery/held-deliveries';
import { MessagesController } from './infrastructure/delivery/messages.controller';
import { links } from './infrastructure/links';
import { mailer } from './infrastructure/mail/mailer';
import { unreadMessages } from './infrastructure/delivery/messages.reads';
import { needWorkers } from './infrastructure/need-workers';
import { preferenceFinds } from './infrastructure/preference/preference.finds';
import { PreferenceReads } from './infrastructure/preference/preference.reads';
import { mailboxes, preferenceStore } from './infrastructure/preference/preference.store';
import { PreferencesController } from './infrastructure/preference/preferences.controller';

export const notifications = defineService({
  name: 'notifications',
  title: 'Notifications',
  environment,
  compose: ({ connection, unitOfWork, accessLog, env, logger }) => {
    const voice: Voice = { words, town: { name: env.TOWN_NAME, phone: env.TOWN_PHONE } };
    const token = new MachineToken({
      issuer: env.OIDC_ISSUER,
      clientId: env.OIDC_CLIENT_ID,
      clientSecret: env.OIDC_CLIENT_SECRET,
      scope: 'contact-points:read',
    });
    const deliveries = deliveryStore(connection);
    const preferences = preferenceStore(connection);
    const boxes = mailboxes(connection);
    const finds = { ...deliveryFinds(connection), ...preferenceFinds(connection) };
    const ports = { deliveries, preferences, finds, workers: needWorkers(connection) };
    const contacts = contactPoints({ people: env.PEOPLE_URL, directory: env.DIRECTORY_URL }, token, logger);
    const mail = mailer(
      { smtpUrl: env.SMTP_URL, from: { name: env.TOWN_NAME, address: env.MAIL_FROM } },
      logger,
    );
    const outages = { mail: new Outage(), resident: new Outage(), partner: new Outage() };
    const sender = new SendDelivery(
      unitOfWork,
      { ...ports, contacts, links: links(env.PUBLIC_URL, env.LINK_SIGNING_KEY), mailer: mail },
      voice,
      outages,
    );
    const rounds = new SendRound(
      unitOfWork,
      { preferences, mailboxes: boxes, unread: unreadMessages(connection), mailer: mail },
      voice,
      env.PUBLIC_URL.replace(/\/$/, ''),
      outages.mail,
    );
    return {
      controllers: [MessagesController, DeliveriesController, PreferencesController],
      providers: [
        { provide: DeliveryCommands, useValue: new DeliveryCommands(unitOfWork, ports) },
        {
          provide: PreferenceCommands,
          useValue: new PreferenceCommands(unitOfWork, { preferences, mailboxes: boxes }),
        },
        { provide: PreferenceReads, useValue: new PreferenceReads(preferences, boxes) },
        {
          provide: DeliveryReads,
          useValue: new DeliveryReads({ connection, deliveries, contacts, accessLog, voice }),
        },
      ],
      reactions: reactions(ports),
      held: heldDeliveries(connection),
      dueWork: dueWorks(ports, sender, rounds),
      stop: async () => mail.close(),
    };
  },
});
