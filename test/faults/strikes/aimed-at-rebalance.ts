import { hearing } from '../house/plan';
import { killFirstSeen } from './aim';
import { instancesOf, killed, restartMs, type Striker } from './stage';

/** One instance dies, and when the other joins the group anew, or asks for its share, it dies too. */
export const inARebalance: Striker = async (stage) => {
  const service = stage.card.inTurn(hearing);
  const moment = stage.card.lots.one(['JoinGroup', 'SyncGroup'] as const);
  const then = stage.card.lots.one(['pass', 'drop'] as const);
  await stage.hold(service);
  const [first, second] = stage.card.lots.shuffled(instancesOf(stage, service));
  first!.process.kill(restartMs(stage));
  const struck = await killFirstSeen(stage, [second!], {
    ...{ at: 'Kafka', then, restartMs: restartMs(stage) },
    watch:
      () =>
      ({ way, what }) =>
        way === 'request' && what === moment,
  });
  return struck && killed([first!, second!]);
};
