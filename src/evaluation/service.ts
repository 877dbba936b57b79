export { charterKind } from './charter/charter-publication-service.ts';
export { listCharters } from './charter/charter-service.ts';
export { type LaidCharter, layCharter } from './charter/lay-charter-service.ts';
export { withdrawCharter } from './charter/publish-charter-service.ts';
export { pilotsCovering } from './pages/pilots-covering-service.ts';
export { charterPower, type PowerAnswer } from './power/power-service.ts';
export { evaluateCharter } from './run/evaluation-service.ts';
