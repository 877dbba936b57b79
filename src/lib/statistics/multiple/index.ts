export { falseDiscoveryRates } from './false-discovery-rates.ts';
