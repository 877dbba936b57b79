import type { ControlledRelease, Decision, DisclosureReport, Release } from '../../lib/disclosure/index.ts';
import { type EarlierRelease, linkedRelease } from './linked-release.ts';
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
 * with rules or without, together with everything of its kind and key that came out before.
 * @param on      day it is published, "2026-03-10"
 * @param earlier what came out before, withdrawn since or not
 */
export function protectSnapshot<Content, Snapshot>(
  engine: DisclosureEngine,
  { disclosure, title }: PublicationKind<Content, Snapshot>,
  { key, snapshot, on, earlier }: { key: string; snapshot: Snapshot; on: string; earlier: readonly EarlierRelease[] },
): ProtectedSnapshot<Snapshot> {
  const tables = disclosure.release(snapshot);
  const linked = linkedRelease(tables, earlier);
  const { decisions: all, report } = engine({ on, ...linked, rules: disclosure.rules });
  const { unprotected: unsafe, ...counted } = report;
  // What readers saw before cannot be taken back: it is hidden from here on, and stands in the way of nothing else.
  const out = new Set(linked.earlier.map((cell) => cell.key));
  const unprotected = unsafe.filter((cell) => !out.has(cell.key));
  const own = new Set(tables.cells.map((cell) => cell.key));
  const decisions = all.filter((decision) => own.has(decision.key));
  const record = { ...counted, ...tally(decisions) };
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

/** How many cells of the release itself became what. */
function tally(decisions: readonly Decision[]) {
  const numberOf = (kind: Decision['kind']) => decisions.filter((decision) => decision.kind === kind).length;
  return {
    published: numberOf('published'),
    primary: numberOf('primary'),
    secondary: numberOf('secondary'),
    notPublished: numberOf('not published'),
  };
}
