export { InvalidArgument } from '../invalid-argument.ts';
export type { Margin } from './find-margins.ts';
export { demandOverOfficers, handOut, type InfeasibleHandOut, type OptimalHandOut, type Turn } from './hand-out.ts';
