import type { ReceivedMail } from '@passerelle/testing';
import { Chance } from '../../day/chance';
import { Letters } from './letters';

const link = (kind: string, claims: object) =>
  `http://town.example/${kind}/v1.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`;
const mail = (...links: string[]) => ({ links }) as unknown as ReceivedMail;

describe('links by mail', () => {
  it('are answered once, whatever comes again', () => {
    const asked = mail(link('p', { id: 'request-1', partnerId: 'partner-1', attempt: 1 }));
    const told = mail(link('r', { id: 'need-1', appointmentId: 'appointment-1' }));
    const mails = [asked, told, told];
    const [letters, chance] = [new Letters(() => mails), new Chance(1)];
    expect(letters.partnerLink(chance)).toMatchObject({ id: 'request-1' });
    expect(letters.residentLink(chance)).toMatchObject({ id: 'need-1', appointmentId: 'appointment-1' });
    mails.push(asked, told, mail(link('p', { id: 'request-1', partnerId: 'partner-2', attempt: 2 })));
    expect(letters.partnerLink(chance)).toMatchObject({ id: 'request-1' });
    expect(letters.partnerLink(chance)).toBeUndefined();
    expect(letters.residentLink(chance)).toBeUndefined();
  });
});
