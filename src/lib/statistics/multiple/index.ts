export { falseDiscoveryRates } from './false-discovery-rates.ts';
export { holm } from './holm.ts';
