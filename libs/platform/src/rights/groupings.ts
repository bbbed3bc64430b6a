/** A grouping of communes, by its SIREN: a right on it covers its member communes, from a day to a day (exclusive). */
export interface Grouping {
  readonly siren: string;
  readonly communes: readonly string[];
  readonly from: string;
  readonly until?: string;
  readonly source: string;
}

/** Dated and sourced: who is a member of what changes on the first of January. */
export const groupings: readonly Grouping[] = [
  {
    // Communauté Paris-Saclay; only the communes that use Passerelle are listed. « à vérifier » at each new commune.
    siren: '200056232',
    communes: ['91645', '91477'],
    from: '2016-01-01',
    source: 'à vérifier : liste des communes membres publiée par la DGCL',
  },
];
