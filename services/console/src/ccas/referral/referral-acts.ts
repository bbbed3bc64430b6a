import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Need } from '../../api/answers/needs';
import type { ContactWay, NeedReferrals, Referral, ReferralOutcome } from '../../api/answers/referrals';
import { answer, api, read } from '../../api/client';
import { keys } from '../../api/keys';
import { Problem } from '../../api/problem';
import { useMay } from '../../app/session';

type Which = Pick<Referral, 'id' | 'version'>;

export interface ReferralForm {
  /** Made with the form: sent twice, it is one referral. */
  readonly id: string;
  readonly partnerId: string;
  readonly message: string;
  readonly contactWay: ContactWay;
  readonly contact?: string;
}

export const refer = ({ id: needId, version }: Pick<Need, 'id' | 'version'>, form: ReferralForm) =>
  answer<Referral>(
    api.POST('/api/ccas/needs/{needId}/referrals', {
      params: { path: { needId } },
      body: { ...form, version },
    }),
  );

export const answerQuestion = ({ id, version }: Which, textId: string, text: string) =>
  answer<Referral>(
    api.POST('/api/ccas/referrals/{id}/answer', {
      params: { path: { id } },
      body: { id: textId, version, answer: text },
    }),
  );

export const withdrawReferral = ({ id, version }: Which) =>
  answer<Referral>(
    api.POST('/api/ccas/referrals/{id}/withdraw', { params: { path: { id } }, body: { version } }),
  );

export const closeReferral = ({ id, version }: Which, outcome: ReferralOutcome, words: string) =>
  answer<Referral>(
    api.POST('/api/ccas/referrals/{id}/close', {
      params: { path: { id } },
      body: { version, outcome, ...(words.trim() !== '' && { words }) },
    }),
  );

const referralsOf = (needId: string) =>
  read<NeedReferrals>('/api/ccas/needs/{needId}/referrals', { path: { needId } });

/** About the referral as it is by now: the partner may have answered meanwhile. */
export async function takeBack({ id, needId }: Pick<Referral, 'id' | 'needId'>): Promise<Referral> {
  const { items } = await referralsOf(needId);
  const now = items.find((one) => one.id === id);
  if (!now) throw new Problem(404, { name: 'UnknownReferral', detail: 'Cette orientation n’existe plus.' });
  return withdrawReferral(now);
}

/** What was noted in the directory of persons reaches the CCAS within a second. */
const onItsWayMs = 700;

/** Of one need, with what was written. `expected`: the consent as the directory has it, asked for until it is here. */
export function useReferralsOf(needId: string, expected?: NeedReferrals['consent']) {
  const may = useMay();
  return useQuery({
    queryKey: keys.referralsOf(needId),
    enabled: may('read', 'referral'),
    refetchInterval: ({ state: { data } }) =>
      expected !== undefined && data !== undefined && data.consent !== expected ? onItsWayMs : false,
    queryFn: () => referralsOf(needId),
  });
}

/** An act on a referral: done at once, read again everywhere. */
export function useReferralAct<Input>(
  act: (input: Input) => Promise<Referral>,
  done: (referral: Referral, input: Input) => void,
) {
  const client = useQueryClient();
  return useMutation<Referral, Problem, Input>({
    mutationFn: act,
    onSuccess: done,
    // A refusal too says that what is on the screen is not what is.
    onSettled: () =>
      Promise.all(
        [keys.referrals, keys.needs, keys.anyNeed].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  });
}
