/** What stops the whole import, in one French sentence for the person at the keyboard: what is wrong and what to do. */
export class CannotImport extends Error {
  override name = 'CannotImport';
}
