import type { SourceKind } from './model.ts';

const BESIDE: ReadonlySet<SourceKind> = new Set(['ward-officer-minutes', 'ward-officer-teams']);

/** Whether files of a kind hold only what stands beside the demonstration and does not put it aside (decision 0006). */
export const standsBeside = ({ kind }: { kind: SourceKind }): boolean => BESIDE.has(kind);
