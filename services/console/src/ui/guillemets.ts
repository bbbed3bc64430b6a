/** « … », whose marks stay on the line of the words that they hold. */
export const guillemets = (words: string): string => `«\u00a0${words}\u00a0»`;
