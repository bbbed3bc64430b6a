import { Clock } from './clock';
import { DevClock } from './dev-clock';

export async function clockFor(file: string | undefined): Promise<Clock> {
  return file === undefined ? new Clock() : DevClock.following(file);
}
