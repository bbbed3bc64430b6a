import type { ReactNode } from 'react';

export type Tone =
  | 'neutral'
  | 'good'
  | 'warn'
  | 'bad'
  | 'info'
  | 'ccas'
  | 'law'
  | 'childcare'
  | 'registration'
  | 'youth'
  | 'parenting'
  | 'plan';

/** Written in full: Tailwind keeps only the classes that it reads in the sources. */
const tones: Readonly<Record<Tone, string>> = {
  neutral: 'bg-sunken text-ink-2',
  good: 'bg-good-bg text-good',
  warn: 'bg-warn-bg text-warn',
  bad: 'bg-bad-bg text-bad',
  info: 'bg-info-bg text-info',
  ccas: 'bg-ccas-bg text-ccas',
  law: 'bg-law-bg text-law',
  childcare: 'bg-childcare-bg text-childcare',
  registration: 'bg-registration-bg text-registration',
  youth: 'bg-youth-bg text-youth',
  parenting: 'bg-parenting-bg text-parenting',
  plan: 'bg-plan-bg text-plan',
};

/** A word with a colour: never the colour alone. */
export function Tag({ tone = 'neutral', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return (
    <span
      className={`inline-flex items-center rounded-full px-2.5 py-0.5 text-xs font-medium whitespace-nowrap ${tones[tone]}`}
    >
      {children}
    </span>
  );
}
