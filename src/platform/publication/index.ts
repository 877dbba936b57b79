export { type CheckedSnapshots, checkSnapshots } from './check-snapshots.ts';
export { contentHash } from './content-hash.ts';
export type { Described, Moved, PublicationItem, PublishedItem } from './model.ts';
export { nextMove } from './next-move.ts';
export type { Preview } from './preview-item.ts';
export type { DisclosureEngine } from './protect-snapshot.ts';
export { type PublicationKind, publicationKind } from './publication-kind.ts';
export { publicationKinds } from './publication-kinds.ts';
export { type PublishedSnapshot, publishing } from './publishing.ts';
