export { fold, type Decider, type Decision } from './decider';
export { isRefusal, refuse, type Refusal } from './refusal';
export { given } from './given';
