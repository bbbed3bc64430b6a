import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MailPreference } from '../../api/answers/messages';
import { answer, api, read } from '../../api/client';
import { keys } from '../../api/keys';
import { asProblem } from '../../api/problem';
import { tellDone } from '../../app/undo';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { moment } from '../../ui/dates';
import { Loading } from '../../ui/loading';
import { PageHead } from '../../ui/page-head';
import { ProblemNote } from '../../ui/problem-note';
import { RadioGroup } from '../../ui/radio-group';
import { TextField } from '../../ui/text-field';

type Choice = MailPreference['choice'];

const choices = [
  ['digest', 'Un résumé chaque matin de travail, à 8 h ; ce qui est urgent, tout de suite'],
  ['immediate', 'Chaque message, tout de suite'],
  ['never', 'Aucun mail : je lis mes messages dans Passerelle'],
] as const satisfies readonly (readonly [Choice, string])[];

/** What an agent decides for themselves. The inbox of Passerelle is always at once. */
export function PreferencesPage() {
  const { data, error, refetch } = useQuery({
    queryKey: keys.mailPreference,
    queryFn: () => read<MailPreference>('/api/notifications/preferences/mail'),
  });
  return (
    <div className="mx-auto max-w-3xl">
      <PageHead
        title="Mes préférences"
        under="Vos messages arrivent toujours tout de suite dans Passerelle."
      />
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={4} />}
      {data && <MailForm key={data.version} preference={data} />}
    </div>
  );
}

function MailForm({ preference }: { readonly preference: MailPreference }) {
  const [choice, setChoice] = useState<Choice>(firstChoice(preference));
  const [mail, setMail] = useState(preference.mail ?? '');
  const saving = useSave(preference);
  const wantsMail = choice !== 'never';
  const fault = saving.error ? asProblem(saving.error).fields.get('mail') : undefined;
  return (
    <Card title="Recevoir aussi mes messages par mail">
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate({ choice, mail: wantsMail && mail.trim() !== '' ? mail.trim() : undefined });
        }}
      >
        {preference.refused && (
          <p className="rounded-s bg-bad-bg px-3 py-2 font-medium text-bad">
            Votre adresse a été refusée par le serveur de mail. Corrigez-la pour recevoir à nouveau vos
            messages.
          </p>
        )}
        <RadioGroup label="Quand vous écrire" value={choice} onChange={setChoice} choices={choices} />
        {wantsMail && (
          <TextField
            label="Adresse mail professionnelle"
            hint="prenom.nom@ville.fr"
            type="email"
            inputMode="email"
            autoComplete="email"
            isRequired
            value={mail}
            onChange={setMail}
            fault={fault}
          />
        )}
        <p className="text-xs text-ink-3">
          Ces mails ne contiennent aucun nom d’habitant.{' '}
          {preference.nextAt && `Prochain résumé : ${moment(preference.nextAt)}.`}
        </p>
        {saving.error && fault === undefined && <ProblemNote error={saving.error} />}
        <div>
          <Button look="filled" type="submit" isDisabled={saving.isPending}>
            Enregistrer
          </Button>
        </div>
      </form>
    </Card>
  );
}

/** Who has chosen nothing yet is offered the morning: nobody is flooded by default. */
const firstChoice = ({ version, choice }: MailPreference): Choice => (version === 0 ? 'digest' : choice);

interface Chosen {
  readonly choice: Choice;
  readonly mail?: string;
}

function useSave(before: MailPreference) {
  const client = useQueryClient();
  const put = ({ choice, mail }: Chosen, version: number) =>
    answer<MailPreference>(
      api.PUT('/api/notifications/preferences/mail', { body: { version, choice, mail } }),
    );
  return useMutation({
    mutationFn: (chosen: Chosen) => put(chosen, before.version),
    onSuccess: (now) => {
      client.setQueryData(keys.mailPreference, now);
      const undo = async () =>
        client.setQueryData(
          keys.mailPreference,
          await put({ choice: before.choice, mail: before.mail }, now.version),
        );
      tellDone('Préférences enregistrées.', before.version === now.version ? undefined : undo);
    },
  });
}
