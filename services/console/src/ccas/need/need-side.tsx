import { Link } from '@tanstack/react-router';
import type { NeedFile } from '../../api/answers/needs';
import { fullName } from '../../people/person-name';
import { useNames } from '../../people/names';
import { Card } from '../../ui/card';
import { ageOn, days, longDay, moment, weekday } from '../../ui/dates';
import { Facts } from '../../ui/facts';
import { Tag } from '../../ui/tag';
import { statuses } from '../need-words';
import { fieldLabel, toneOf, topicLabel } from '../topics';

/** Where the need stands, at a glance. */
export function NeedSide({ need }: { readonly need: NeedFile }) {
  const { status, topic, field, urgency, waits, promise, appointment, contactedOn, workerName } = need;
  const { label, tone } = statuses[status];
  return (
    <Card title="Où en est-on">
      <Facts
        of={[
          ['État', <Tag tone={tone}>{label}</Tag>],
          [
            'Sujet',
            <span className="flex flex-wrap gap-1.5">
              <Tag tone={toneOf(topic)}>{topicLabel(topic)}</Tag>
              {urgency === 'urgent' && <Tag tone="bad">Urgent</Tag>}
            </span>,
          ],
          ['Domaine', field === null ? undefined : fieldLabel(field)],
          ['Rendez-vous', appointment && moment(appointment.startsAt)],
          ['Promesse', promise && `réponse avant le ${weekday(promise.expireAt)}`],
          ['Attente', waits && days(waits.days)],
          ['Venue', longDay(contactedOn)],
          ['Suivi par', workerName],
          ['Personne', <Person personId={need.personId} />],
        ]}
      />
      <p className="mt-3 border-t border-line pt-3 text-xs text-ink-3">
        Partagé avec le service : le sujet, l’urgence et le rendez-vous. Jamais les mots de la personne ni les
        notes.
      </p>
    </Card>
  );
}

function Person({ personId }: { readonly personId: string }) {
  const person = useNames([personId])?.get(personId);
  if (!person) return <>…</>;
  return (
    <>
      <Link to="/personnes/$personId" params={{ personId: person.keptId }} className="link">
        {fullName(person)}
      </Link>
      {person.birthDate !== undefined && `, ${ageOn(person.birthDate)} ans`}
    </>
  );
}
