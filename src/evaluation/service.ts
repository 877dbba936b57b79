export { charterKind } from './charter/charter-publication-service.ts';
export { listCharters } from './charter/charter-service.ts';
export { type LaidCharter, layCharter } from './charter/lay-charter-service.ts';
export {
  approveCharter,
  previewCharter,
  proposeCharter,
  publishCharter,
  withdrawCharter,
} from './charter/publish-charter-service.ts';
export { pilotsCovering } from './pages/pilots-covering-service.ts';
