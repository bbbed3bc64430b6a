/** What keeps us from starting, in one sentence for the person at the terminal: what is wrong and the one thing to do. */
export class CannotStart extends Error {
  override name = 'CannotStart';
}
