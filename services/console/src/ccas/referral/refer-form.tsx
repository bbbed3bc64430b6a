import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { NeedFile } from '../../api/answers/needs';
import type { PersonPage } from '../../api/answers/people';
import type { ContactWay } from '../../api/answers/referrals';
import { tellDone } from '../../app/undo';
import { usePartnerNames } from '../../partners/partners';
import { fullName } from '../../people/person-name';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { spokenPhone } from '../../ui/phone';
import { ProblemNote } from '../../ui/problem-note';
import { RadioGroup } from '../../ui/radio-group';
import { TextField } from '../../ui/text-field';
import { PartnerChoice } from './partner-choice';
import { refer, takeBack, useReferralAct } from './referral-acts';
import { missingIn, type Draft } from './refer-draft';

const route = getRouteApi('/ccas/besoins/$needId/orienter');

const ways: readonly (readonly [ContactWay, string])[] = [
  ['direct', 'Le partenaire la joint lui-même'],
  ['through-ccas', 'Le partenaire passe par le CCAS'],
];

interface ReferFormProps {
  readonly need: NeedFile;
  readonly person: PersonPage;
  readonly mayBeSent: boolean;
}

export function ReferForm({ need, person, mayBeSent }: ReferFormProps) {
  const { mots = '' } = route.useSearch();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(() => draftFor(person));
  const [asked, ask] = useState(false);
  const send = useSend(need, draft);
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const missing = missingIn(draft);
  const faults = asked && missing.size > 0 ? missing : send.error?.fields;
  const submit = () => {
    ask(true);
    if (missing.size === 0) send.mutate(undefined);
  };
  return (
    <>
      <PartnerChoice
        topic={need.topic ?? ''}
        words={mots}
        onWords={(words) =>
          void navigate({ from: route.id, search: words === '' ? {} : { mots: words }, replace: true })
        }
        chosen={draft.partnerId}
        onChoose={(partnerId) => set({ partnerId })}
        fault={faults?.get('partnerId')}
      />
      <Card title="Ce que le partenaire lira">
        <div className="flex flex-col gap-4">
          <TextField
            label="Votre message"
            hint="Le moins possible : ce qui l’aide à répondre, rien sur la santé. Ni vos notes ni les mots de la personne ne sont transmis."
            rows={5}
            isRequired
            value={draft.message}
            onChange={(message) => set({ message })}
            fault={faults?.get('message')}
          />
          <Contact person={person} draft={draft} set={set} fault={faults?.get('contact')} />
          <p className="text-xs text-ink-3">
            Il verra aussi le sujet et l’urgence, par un lien signé qui s’arrête quand l’orientation est
            terminée. Sans réponse, il est relancé au bout de dix jours ; au bout de trente, le besoin vous
            revient.
          </p>
          {send.error && send.error.fields.size === 0 && <ProblemNote error={send.error} />}
          {send.error?.fields.get('consent') !== undefined && <ProblemNote error={send.error} />}
          <div>
            <Button look="filled" isDisabled={!mayBeSent || send.isPending} onPress={submit}>
              Envoyer au partenaire
            </Button>
            {!mayBeSent && (
              <p className="mt-2 text-warn">Notez d’abord l’accord de la personne, ci-dessus.</p>
            )}
          </div>
        </div>
      </Card>
    </>
  );
}

interface ContactProps {
  readonly person: PersonPage;
  readonly draft: Draft;
  readonly set: (part: Partial<Draft>) => void;
  readonly fault: string | undefined;
}

function Contact({ person, draft, set, fault }: ContactProps) {
  return (
    <>
      {isCautious(person) && (
        <p className="rounded-s bg-warn-bg px-3.5 py-2 text-warn">
          La personne a demandé un contact prudent : passez par le CCAS, sauf si elle préfère autrement.
        </p>
      )}
      <RadioGroup
        label="Comment joindre la personne"
        value={draft.contactWay}
        onChange={(contactWay) => set({ contactWay })}
        choices={ways}
      />
      {draft.contactWay === 'direct' && (
        <TextField
          label="Son nom et son numéro, pour le partenaire"
          hint="Seulement ce qu’il faut pour la joindre."
          isRequired
          value={draft.contact}
          onChange={(contact) => set({ contact })}
          fault={fault}
        />
      )}
    </>
  );
}

function useSend(need: NeedFile, { id, partnerId = '', message, contactWay, contact }: Draft) {
  const navigate = useNavigate();
  const nameOf = usePartnerNames();
  const form = { id, partnerId, message, contactWay, ...(contactWay === 'direct' && { contact }) };
  return useReferralAct(
    () => refer(need, form),
    (referral) => {
      tellDone(`Orienté vers ${nameOf(partnerId)}. Le mail part dans quelques secondes.`, () =>
        takeBack(referral),
      );
      void navigate({ to: '/ccas/besoins/$needId', params: { needId: need.id } });
    },
  );
}

const isCautious = ({ safeContact }: PersonPage) =>
  safeContact.doNotWrite || safeContact.doNotLeaveMessage || safeContact.neutralSubject;

function draftFor(person: PersonPage): Draft {
  const { phone, mail } = person.reach;
  const reach = [fullName(person), phone === undefined ? mail : spokenPhone(phone)];
  return {
    id: crypto.randomUUID(),
    partnerId: undefined,
    message: '',
    contactWay: isCautious(person) ? 'through-ccas' : 'direct',
    contact: reach.filter((part) => part !== undefined).join(', '),
  };
}
