export { evaluateCharter } from './run/evaluation-service.ts';
