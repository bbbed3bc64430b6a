export { allContracts } from './all';
export * from './define';
export * from './vocabulary';
export * from './people';
export * from './ccas';
export * from './legal-access';
export * from './directory';
export * from './notifications';
export * from './served-field';
