/** Coarse on purpose: for queues and figures, never enough to name somebody. The same words as the contracts' `ageBands`. */
export type AgeBand = '0-2' | '3-11' | '12-17' | '18-25' | '26-64' | '65+' | 'unknown';
