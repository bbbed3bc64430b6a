export interface List<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}
