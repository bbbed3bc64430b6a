import { killAtTheMoment } from './aim';
import { killed, restartMs, type Striker } from './stage';

/** The mail server has the mail; whether its answer arrives or not, the delivery is not marked. */
export const beforeTheMailsMark: Striker = async (stage) => {
  const instance = await killAtTheMoment(stage, ['notifications'], {
    ...{ at: 'SMTP', restartMs: restartMs(stage) },
    watch:
      () =>
      ({ what }) =>
        what === 'mail taken',
    then: stage.card.lots.one(['pass', 'drop'] as const),
  });
  return instance && killed([instance]);
};
