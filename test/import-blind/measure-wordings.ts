import { classifyWording } from '../../services/ccas/src/domain/wording/classify-wording';

/** Topic → wordings; under `null` are those that a person must decide. */
export type Wordings = Readonly<Record<string, readonly string[]>>;

export interface WordingFigures {
  /** Wordings that have a topic. */
  readonly withTopic: number;
  readonly decided: number;
  /** `wording: right → said` */
  readonly wrong: readonly string[];
  /** Wordings with a topic that wait in "à classer". */
  readonly waiting: readonly string[];
  readonly wrongShare: number;
  readonly waitingShare: number;
}

export function measureWordings(wordings: Wordings): WordingFigures {
  const wrong: string[] = [];
  const waiting: string[] = [];
  let decided = 0;
  let withTopic = 0;
  for (const [right, texts] of Object.entries(wordings)) {
    for (const text of texts) {
      const said = classifyWording(text);
      if (right !== 'null') withTopic += 1;
      if (said.kind === 'topic') decided += 1;
      else if (right !== 'null') waiting.push(`${text}: ${right}`);
      if (said.kind === 'topic' && said.topic !== right) wrong.push(`${text}: ${right} → ${said.topic}`);
    }
  }
  return {
    withTopic,
    decided,
    wrong,
    waiting,
    wrongShare: wrong.length / decided,
    waitingShare: waiting.length / withTopic,
  };
}
