import type { Admin } from 'kafkajs';

export interface Offset {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
}

/**
 * Per topic, how many events the group has not handled yet: the broker's ends less its commits, or less what this process has
 * handled since. Asked of the broker, so that a partition which brings nothing, or which nobody reads, counts too.
 */
export async function consumerLag(
  admin: Admin,
  groupId: string,
  topics: readonly string[],
  uncommitted: readonly Offset[],
): Promise<ReadonlyMap<string, number>> {
  const [committed, ...ends] = await Promise.all([
    admin.fetchOffsets({ groupId, topics: [...topics] }),
    ...topics.map((topic) => admin.fetchTopicOffsets(topic)),
  ]);
  const known = committed.flatMap(({ topic, partitions }) =>
    partitions.map(({ partition, offset }) => ({ topic, partition, offset })),
  );
  const position = (topic: string, partition: number) =>
    [...known, ...uncommitted]
      .filter((place) => place.topic === topic && place.partition === partition)
      .reduce((furthest, { offset }) => Math.max(furthest, Number(offset)), 0);
  return new Map(
    topics.map((topic, index) => [
      topic,
      ends[index]!.reduce(
        // A group that has committed nothing begins at the first that is kept.
        (sum, { partition, low, high }) =>
          sum + Math.max(0, Number(high) - Math.max(Number(low), position(topic, partition))),
        0,
      ),
    ]),
  );
}
