export { demandOverOfficers, handOut, type OptimalHandOut, type Turn } from './hand-out.ts';
