// The package ships no types.
declare module '@socialgouv/jours-feries' {
  /** Public holidays of a year by French name, each at midnight of the machine's own zone. */
  function getJoursFeries(year: number, options?: { alsace: boolean }): Record<string, Date>;
  export = getJoursFeries;
}
