/** The part of pino that messaging uses. Never pass a body, a name or an address to it. */
export interface Logger {
  debug(context: object, sentence: string): void;
  info(context: object, sentence: string): void;
  warn(context: object, sentence: string): void;
  error(context: object, sentence: string): void;
}
