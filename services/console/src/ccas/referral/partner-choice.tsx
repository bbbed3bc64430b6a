import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { List } from '../../api/answers/list';
import type { PartnerWaits } from '../../api/answers/referrals';
import { read } from '../../api/client';
import { keys } from '../../api/keys';
import { useMay } from '../../app/session';
import { partnerKinds } from '../../partners/partner-kinds';
import { usePartners } from '../../partners/partners';
import { daysSince } from '../../ui/calendar';
import { Card } from '../../ui/card';
import { EmptyState } from '../../ui/empty-state';
import { Loading } from '../../ui/loading';
import { ProblemNote } from '../../ui/problem-note';
import { Tag } from '../../ui/tag';
import { fieldClass, labelClass } from '../../ui/text-field';
import { rankedPartners, type Ranked } from './ranked-partners';

const shownAtMost = 12;

interface PartnerChoiceProps {
  readonly topic: string;
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly chosen: string | undefined;
  readonly onChoose: (partnerId: string) => void;
  readonly fault?: string;
}

/** Whom to ask, and why them: the topic they take, and how they kept up with what they were asked before. */
export function PartnerChoice(props: PartnerChoiceProps) {
  const { topic, words, onWords, fault } = props;
  const searchId = useId();
  const { partners, waits, error, retry } = useDirectory();
  const found = partners && rankedPartners(partners, waits, { topic, words, daysSince });
  return (
    <Card title="À quel partenaire">
      <label htmlFor={searchId} className={labelClass}>
        Chercher un partenaire
      </label>
      <input
        id={searchId}
        type="search"
        autoComplete="off"
        className={`${fieldClass} mt-1`}
        value={words}
        onChange={(event) => onWords(event.target.value)}
      />
      <p className="mt-1 text-xs text-ink-3">
        Par son nom ou par un sujet. Sans rien écrire : ceux qui prennent ce sujet en charge.
      </p>
      {error && <ProblemNote error={error} onRetry={retry} />}
      {!found && !error && <Loading lines={3} />}
      {found && <Found found={found} {...props} />}
      {fault !== undefined && <p className="mt-2 text-sm font-medium text-bad">{fault}</p>}
    </Card>
  );
}

function useDirectory() {
  const partners = usePartners();
  const may = useMay();
  const waits = useQuery({
    queryKey: keys.referralsByPartner,
    enabled: may('list', 'referral'),
    queryFn: () => read<List<PartnerWaits>>('/api/ccas/referrals/by-partner'),
  });
  return {
    partners: partners.data?.items,
    waits: waits.data?.items ?? [],
    error: partners.error,
    retry: () => void partners.refetch(),
  };
}

function Found({
  found,
  words,
  chosen,
  onChoose,
}: PartnerChoiceProps & { readonly found: readonly Ranked[] }) {
  if (found.length === 0) {
    return (
      <EmptyState
        title={words.trim() === '' ? 'L’annuaire n’a pas de partenaire' : 'Aucun partenaire trouvé'}
      >
        {words.trim() === ''
          ? 'Un responsable peut en inscrire dans l’annuaire des partenaires.'
          : 'Essayez un autre mot, ou le nom de la structure.'}
      </EmptyState>
    );
  }
  const nobodyServes = found.every(({ serves }) => !serves) && words.trim() === '';
  return (
    <fieldset className="mt-3">
      <legend className="sr-only">Partenaires, le mieux placé d’abord</legend>
      {nobodyServes && (
        <p className="mb-1 text-warn">Aucun partenaire ne déclare ce sujet : les voici tous.</p>
      )}
      <div className="flex flex-col divide-y divide-line">
        {found.slice(0, shownAtMost).map((one) => (
          <Choice key={one.partner.id} one={one} isChosen={chosen === one.partner.id} onChoose={onChoose} />
        ))}
      </div>
      {found.length > shownAtMost && (
        <p className="mt-1 text-xs text-ink-3">
          Et {found.length - shownAtMost} autres : précisez votre recherche.
        </p>
      )}
    </fieldset>
  );
}

interface ChoiceProps {
  readonly one: Ranked;
  readonly isChosen: boolean;
  readonly onChoose: (partnerId: string) => void;
}

function Choice({ one: { partner, reasons, isSilent }, isChosen, onChoose }: ChoiceProps) {
  return (
    <label className="flex items-start gap-2.5 py-2">
      <input
        type="radio"
        name="partner"
        className="mt-0.5 size-4.5 shrink-0 accent-ink"
        checked={isChosen}
        onChange={() => onChoose(partner.id)}
      />
      <span className="min-w-0">
        <span className="font-semibold">{partner.name}</span> {isSilent && <Tag tone="warn">Silencieux</Tag>}
        <span className="block text-xs text-ink-3">
          {partnerKinds[partner.kind]} · {reasons.join(' · ')}
        </span>
      </span>
    </label>
  );
}
