import type { Need, NeedFile } from '../../api/answers/needs';
import { useMay, useSession } from '../../app/session';
import { tellDone } from '../../app/undo';
import { Button } from '../../ui/button';
import { parisDayOf } from '../../ui/calendar';
import { parisToday } from '../../ui/dates';
import { ProblemNote } from '../../ui/problem-note';
import { classify, unclassify, undoing, useNeedAct } from '../need-acts';
import type { Topic } from '../topics';

/** For who chose the topic today: the undo that is still there once its message has gone. */
export function TakeBack({ need }: { readonly need: NeedFile }) {
  const { sub } = useSession();
  const mayChange = useMay()('change', 'need');
  const act = useNeedAct(
    () => unclassify(need),
    (after) => tellTakenBack(after, need.topic as Topic),
  );
  if (!mayChange || !isTheirs(need, sub)) return null;
  return (
    <>
      <Button look="quiet" isDisabled={act.isPending} onPress={() => act.mutate(undefined)}>
        Reprendre le classement
      </Button>
      {act.error && <ProblemNote error={act.error} />}
    </>
  );
}

function isTheirs({ chosen }: Need, sub: string): boolean {
  return chosen?.workerId === sub && parisDayOf(chosen.at) === parisToday();
}

function tellTakenBack(after: Need, topic: Topic): void {
  tellDone('Classement repris : le besoin attend un sujet.', () =>
    undoing(after.id, (need) => classify(need, topic)),
  );
}
