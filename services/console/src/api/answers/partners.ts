/** Somebody outside the town who answers needs, as the directory has it. */
export interface Partner {
  readonly id: string;
  readonly name: string;
  readonly kind: 'mjd' | 'bar' | 'association' | 'public-service' | 'other';
  readonly topics: readonly string[];
  readonly rank: number;
  readonly active: boolean;
}
