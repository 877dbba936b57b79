export { maximumMatching } from './maximum-matching.ts';
