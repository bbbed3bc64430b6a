import type { Chain, ChainLine, Doer, Need } from '../../api/answers/needs';
import { shortMoment } from '../../ui/dates';
import { nextStep } from '../need-words';

/** The colour of each lane, beside its name. */
const lanes = new Map([
  ['CCAS', { text: 'text-ccas', dot: 'bg-ccas' }],
  ['Accès au droit', { text: 'text-law', dot: 'bg-law' }],
  ['Notifications', { text: 'text-info', dot: 'bg-info' }],
]);
const otherLane = { text: 'text-plan', dot: 'bg-plan' };

interface ChainDrawingProps {
  readonly chain: Chain;
  readonly need: Need | undefined;
}

/** Who caused what, across services, as one line through time; what is still to come at its end. */
export function ChainDrawing({ chain, need }: ChainDrawingProps) {
  return (
    <>
      {!chain.complete && (
        <p className="mb-3 text-xs text-ink-3">
          Un service n’a pas encore tout raconté : la suite arrive d’elle-même.
        </p>
      )}
      <ol>
        {chain.items.map((line, at) => (
          <Lane key={line.id} line={line} isSame={chain.items[at - 1]?.lane === line.lane} />
        ))}
        {need && need.status !== 'closed' && (
          <li className="grid gap-x-3.5 text-ink-3 sm:grid-cols-[7.5rem_minmax(0,1fr)]">
            <span className="pt-0.5 text-xs font-semibold sm:text-right">À venir</span>
            <div className="relative pl-5">
              <span
                aria-hidden
                className="absolute top-1.5 -left-1.5 size-3 rounded-full border-2 border-dashed border-line-strong bg-surface"
              />
              {nextStep(need)}
            </div>
          </li>
        )}
      </ol>
    </>
  );
}

function Lane({ line, isSame }: { readonly line: ChainLine; readonly isSame: boolean }) {
  const { lane, at, sentence, detail, by } = line;
  const { text, dot } = lanes.get(lane) ?? otherLane;
  const who = doer(by);
  return (
    <li className="grid gap-x-3.5 sm:grid-cols-[7.5rem_minmax(0,1fr)]">
      <span className={`pt-0.5 text-xs font-semibold sm:text-right ${text}`}>
        <span className={isSame ? 'sm:sr-only' : ''}>{lane}</span>
      </span>
      <div className="relative border-l-2 border-line pb-5 pl-5">
        <span
          aria-hidden
          className={`absolute top-1.5 -left-[7px] size-3 rounded-full ring-4 ring-surface ${dot}`}
        />
        <time dateTime={at} className="float-right ml-3 text-xs text-ink-3">
          {shortMoment(at)}
        </time>
        <b className="font-semibold">{sentence}</b>
        {who !== undefined && ` ${who}`}
        {detail !== undefined && <div className="text-xs text-ink-3">{detail}</div>}
      </div>
    </li>
  );
}

export function doer(by: Doer): string | undefined {
  switch (by.kind) {
    case 'agent':
      return `par ${by.name ?? 'un agent'}`;
    case 'resident':
      return 'par la personne';
    case 'partner':
      return 'par le partenaire';
    case 'software':
      return undefined;
  }
}
