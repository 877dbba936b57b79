import type { ControlledRelease, DisclosureReport, Release } from '../../lib/disclosure/index.ts';
import type { PublicationKind } from './publication-kind.ts';

/** The one disclosure engine: controlDisclosure of lib/disclosure. */
export type DisclosureEngine = (release: Release) => ControlledRelease;

/** What the engine did, kept beside what was published. */
export type DisclosureRecord = Omit<DisclosureReport, 'unprotected'> & { on: string; because: string };

export type ProtectedSnapshot<Snapshot> =
  | { kind: 'protected'; snapshot: Snapshot; record: DisclosureRecord }
  /** Published as it is, a count could be worked out that may not be known. */
  | { kind: 'not protected'; because: string };

const MOST_NAMED = 3;

/**
 * Passes a snapshot through disclosure control with the rules its domain has on the day. Every snapshot goes this way,
 * with rules or without.
 * @param on day it is published, "2026-03-10"
 */
export function protectSnapshot<Content, Snapshot>(
  engine: DisclosureEngine,
  { disclosure, title }: PublicationKind<Content, Snapshot>,
  { key, snapshot, on }: { key: string; snapshot: Snapshot; on: string },
): ProtectedSnapshot<Snapshot> {
  const { decisions, report } = engine({ on, ...disclosure.release(snapshot), rules: disclosure.rules });
  const { unprotected, ...record } = report;
  if (unprotected.length === 0) {
    const protectedSnapshot = disclosure.protect(snapshot, decisions);
    return { kind: 'protected', snapshot: protectedSnapshot, record: { ...record, on, because: disclosure.because } };
  }
  const named = unprotected.slice(0, MOST_NAMED).map((cell) => `${cell.key} (rule “${cell.rule}”)`);
  const more = unprotected.length > MOST_NAMED ? ` and ${unprotected.length - MOST_NAMED} more` : '';
  return {
    kind: 'not protected',
    because: `“${title(key)}” cannot be published, because counts that may not be known could be worked out from it: ${named.join(', ')}${more}. Leave them out, or sum them further.`,
  };
}
