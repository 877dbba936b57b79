export { charterKind } from './charter/charter-publication-service.ts';
export { layCharter } from './charter/lay-charter-service.ts';
export { evaluateCharter } from './run/evaluation-service.ts';
