export { testInfrastructure } from './infrastructure';
export { uniquePrefix } from './unique-prefix';
export { eventually } from './eventually';
