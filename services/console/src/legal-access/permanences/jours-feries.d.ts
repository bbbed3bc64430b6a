// The package ships no types.
declare module '@socialgouv/jours-feries' {
  /** Public holidays of a year by French name, each at midnight of the machine's own zone. */
  export default function getJoursFeries(year: number): Record<string, Date>;
}
