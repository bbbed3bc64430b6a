import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { downloadCache, fillOnce, runTool } from './downloads';

const pom = join(__dirname, 'pom.xml');

/** Apache Kafka's jars, from Maven Central as the pom beside this file pins them. Returns a Java classpath. */
export async function kafkaClasspath(cancelled?: AbortSignal): Promise<string> {
  const version = /<kafka\.version>(.+)<\/kafka\.version>/.exec(readFileSync(pom, 'utf8'))?.[1];
  const folder = await fillOnce(join(downloadCache(), `kafka-${version}`), (draft) =>
    runTool(
      'mvn',
      ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${draft}`],
      {
        missing:
          'Maven is missing, and Kafka is fetched with it: apt-get install maven (or set KAFKA_BROKERS to a cluster that runs).',
        failed: 'Maven could not fetch Kafka from Maven Central:',
      },
      cancelled,
    ),
  );
  return join(folder, '*');
}
