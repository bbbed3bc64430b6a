import { defineService } from '@passerelle/platform';
import { DeliveryCommands } from './application/delivery.commands';
import { dueWorks } from './application/due-work';
import { Outage } from './application/outage';
import type { Voice } from './application/ports';
import { reactions } from './application/reactions';
import { SendDelivery } from './application/send-delivery';
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
import { needWorkers } from './infrastructure/need-workers';

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
    const ports = { deliveries, finds: deliveryFinds(connection), workers: needWorkers(connection) };
    const contacts = contactPoints({ people: env.PEOPLE_URL, directory: env.DIRECTORY_URL }, token, logger);
    const mail = mailer(
      { smtpUrl: env.SMTP_URL, from: { name: env.TOWN_NAME, address: env.MAIL_FROM } },
      logger,
    );
    const sender = new SendDelivery(
      unitOfWork,
      { ...ports, contacts, links: links(env.PUBLIC_URL, env.LINK_SIGNING_KEY), mailer: mail },
      voice,
      { mail: new Outage(), resident: new Outage(), partner: new Outage() },
    );
    return {
      controllers: [MessagesController, DeliveriesController],
      providers: [
        { provide: DeliveryCommands, useValue: new DeliveryCommands(unitOfWork, ports) },
        {
          provide: DeliveryReads,
          useValue: new DeliveryReads({ connection, deliveries, contacts, accessLog, voice }),
        },
      ],
      reactions: reactions(ports),
      held: heldDeliveries(connection),
      dueWork: dueWorks(ports, sender),
      stop: async () => mail.close(),
    };
  },
});
