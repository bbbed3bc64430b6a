import { setTimeout as sleep } from 'node:timers/promises';
import type { Link } from '../proxy/link';
import type { Stage, Striker, Struck } from './stage';

const halfOpenMs = 12_000;

export const reset: Striker = (stage) =>
  strikeLink(stage, async (link) => {
    link.reset();
  });

export const latency: Striker = (stage) => {
  const [each, length] = [300 + stage.card.lots.below(500), 4_000 + stage.card.lots.below(4_000)];
  return strikeLink(stage, async (link) => {
    link.slow(each);
    await sleep(length);
  });
};

export const halfOpen: Striker = (stage) =>
  strikeLink(stage, async (link) => {
    link.swallow();
    await sleep(halfOpenMs);
  });

export const cut: Striker = (stage) => {
  const length = 2_000 + stage.card.lots.below(4_000);
  return strikeLink(stage, async (link) => {
    link.refuse();
    await sleep(length);
  });
};

async function strikeLink(stage: Stage, fault: (link: Link) => Promise<void>): Promise<Struck> {
  const link = chosen(stage);
  await stage.hold(link.name);
  const { from } = link.options;
  const ends = stage.house.instances.filter(({ name }) => name === from);
  const lifted = fault(link).then(() => link.heal());
  return {
    ...{ at: new Date(), target: link.name, lifted },
    isBack: (since) => ends.every(({ process, readyAt }) => !process.up || readyAt > since),
  };
}

/** First to what, in turn, then whose. */
function chosen({ house: { links }, card }: Stage): Link {
  const to = card.inTurn([['MongoDB'], ['Kafka'], ['MongoDB'], ['Kafka'], ['SMTP'], []]);
  const [named] = to;
  const servers = ['MongoDB', 'Kafka', 'SMTP'];
  return card.lots.one(
    links.filter(({ options }) => (named ? options.to === named : !servers.includes(options.to))),
  );
}
