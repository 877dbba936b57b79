import { fitsWhatIsOut } from './alternative.ts';
import { type AppliedRule, applyRule, type Protected } from './apply-rule.ts';
import { openProgramming } from './change-by-programming.ts';
import { openExchanges } from './cheapest-exchange.ts';
import { feasibleIntervals, type Interval } from './feasible-intervals.ts';
import { matches } from './matches.ts';
import type { Bounds } from './propagate-bounds.ts';
import {
  type Decision,
  type DisclosureReport,
  type DisclosureRule,
  NOT_AVAILABLE_MARKER,
  type Release,
  SUPPRESSED_MARKER,
  type Unprotected,
} from './release.ts';
import { type ReleaseTable, readRelease } from './release-table.ts';
import { inForce, isSensitive, requiredWidth } from './sensitive-counts.ts';

/** What becomes of each cell, in the order of the keys, and what could not be protected. */
export interface ControlledRelease {
  decisions: Decision[];
  report: DisclosureReport;
}

/** A rule with what it did. */
interface Stage extends AppliedRule {
  rule: DisclosureRule;
}

/**
 * Decides what of a release may be published so that nobody can work out a sensitive count from what is: each sensitive
 * count is suppressed, and others with it until another truth, in whole numbers and agreeing with all that is out, is
 * held for the least and the most it must possibly be. Those truths are checked against the release before it returns.
 * Assumes that counts are whole and ≥ 0, and that all sums that readers can make are among the relations.
 * @param release cells and their sums in any order; `rules` in the order in which they are worked
 * @returns a decision a cell; sensitive cells that cannot be protected are in the report, not an exception
 * @throws InvalidArgument when keys repeat or are unknown, tables do not add up, or a rule is malformed
 * @source Hundepool et al. (2024), Handbook on Statistical Disclosure Control, 2nd ed., sdctools.github.io/HandbookSDC;
 * docs/methods/disclosure.md says what is protected and what is not
 */
export function controlDisclosure(release: Release): ControlledRelease {
  const table = readRelease(release);
  const reach = reachOf(table);
  const searches = { findExchange: openExchanges(table), findChange: openProgramming(table) };
  const hiddenAtFirst = Uint8Array.from(table.cells, (cell) => (cell.count === null ? 1 : 0));
  const widest = new Map<number, number>();
  const stages: Stage[] = [];
  for (const rule of release.rules.filter((candidate) => inForce(candidate, release.on))) {
    const width = requiredWidth(rule);
    const sensitive = sensitiveCells(table, rule).filter((cell) => width > (widest.get(cell) ?? 0));
    const hidden = stages.at(-1)?.hidden ?? hiddenAtFirst;
    stages.push({ rule, ...applyRule(table, hidden, sensitive, width, reach, searches) });
    for (const cell of sensitive) widest.set(cell, width);
  }
  const hidden = stages.at(-1)?.hidden ?? hiddenAtFirst;
  verify(table, hidden, stages);
  const decisions = decide(table, hidden, stages);
  return { decisions, report: report(table, decisions, stages) };
}

function sensitiveCells(table: ReleaseTable, rule: DisclosureRule): number[] {
  return table.cells.flatMap((cell, number) => {
    const count = table.counts[number] ?? null;
    const sensitive = count !== null && table.exempt[number] !== true && isSensitive(count, rule);
    return sensitive && matches(cell, rule.appliesTo) ? [number] : [];
  });
}

/** What an attacker could not exclude of each count if everything that may be were hidden. */
function reachOf(table: ReleaseTable): readonly Interval[] {
  const intervals = feasibleIntervals(
    bounds(table, (cell) => table.fixed[cell] === true),
    table.sums,
    table.sumsOf,
  );
  if (intervals === null) throw new Error('The true counts do not satisfy their own sums.');
  return intervals;
}

/** Bounds of an attacker who knows the counts of the given cells. */
function bounds(table: ReleaseTable, knows: (cell: number) => boolean): Bounds {
  const known = table.counts.map((count, cell) => (count !== null && knows(cell) ? count : null));
  return {
    least: Float64Array.from(known, (count, cell) => count ?? table.least[cell] ?? 0),
    most: Float64Array.from(known, (count, cell) => count ?? table.most[cell] ?? Number.POSITIVE_INFINITY),
  };
}

/**
 * Attacks the release before it is handed over: every other truth relied on must fit what is out, and the attacker's
 * bounds must not be narrower than what those truths show. Either would be a fault here, not of the caller.
 */
function verify(table: ReleaseTable, hidden: Uint8Array, stages: readonly Stage[]): void {
  const known = bounds(table, (cell) => hidden[cell] !== 1 || table.fixed[cell] === true);
  const intervals = feasibleIntervals(known, table.sums, table.sumsOf);
  for (const { cell, shown } of stages.flatMap(({ cells }) => cells)) {
    const proofs = [shown.lowProof, shown.highProof].filter((proof) => proof !== null);
    const interval = intervals?.[cell];
    const within = interval !== undefined && interval.least <= shown.low && interval.most >= shown.high;
    if (!within || !proofs.every((proof) => fitsWhatIsOut(proof, table, hidden))) {
      throw new Error(`The protection of "${table.cells[cell]?.key}" does not hold; nothing of this release is safe.`);
    }
  }
}

function decide(table: ReleaseTable, hidden: Uint8Array, stages: readonly Stage[]): Decision[] {
  const ruleOf = new Map<number, string>();
  const protects = new Map<number, Set<number>>();
  for (const { rule, cells } of stages) {
    for (const { cell, shown } of cells) {
      if (!ruleOf.has(cell)) ruleOf.set(cell, rule.name);
      for (const other of [...(shown.lowProof?.cells ?? []), ...(shown.highProof?.cells ?? [])]) {
        protects.set(other, (protects.get(other) ?? new Set()).add(cell));
      }
    }
  }
  return table.cells.map(({ key, count }, cell): Decision => {
    if (count === null) return { key, kind: 'not published', text: NOT_AVAILABLE_MARKER };
    if (hidden[cell] !== 1) return { key, kind: 'published', count, text: String(count) };
    const rule = ruleOf.get(cell);
    if (rule !== undefined) return { key, kind: 'primary', rule, text: SUPPRESSED_MARKER };
    const keys = [...(protects.get(cell) ?? [])].sort((a, b) => a - b).map((other) => table.cells[other]?.key ?? '');
    return { key, kind: 'secondary', protects: keys, text: SUPPRESSED_MARKER };
  });
}

function report(table: ReleaseTable, decisions: readonly Decision[], stages: readonly Stage[]): DisclosureReport {
  const numberOf = (kind: Decision['kind']) => decisions.filter((decision) => decision.kind === kind).length;
  return {
    published: numberOf('published'),
    primary: numberOf('primary'),
    secondary: numberOf('secondary'),
    notPublished: numberOf('not published'),
    byRule: stages.map(({ rule, cells }) => ({ rule: rule.name, cells: cells.length })),
    unprotected: stages.flatMap(({ rule, cells }) => cells.flatMap((cell) => unprotected(table, rule, cell))),
  };
}

function unprotected(
  table: ReleaseTable,
  rule: DisclosureRule,
  { cell, requiredWidth, reach, shown }: Protected,
): Unprotected[] {
  if (shown.high - shown.low >= requiredWidth) return [];
  const known = table.fixed[cell] === true;
  const count = table.counts[cell] ?? 0;
  const why = known || reach.most - reach.least < requiredWidth ? 'already public' : 'not proven';
  const neighbours = new Set((table.sumsOf[cell] ?? []).flatMap((sum) => table.sums[sum]?.cells ?? []));
  const revealing = known ? [cell] : [...neighbours].filter((other) => other !== cell && table.fixed[other] === true);
  const canBe = known
    ? { least: count, most: count }
    : why === 'already public'
      ? { least: reach.least, most: reach.most }
      : { least: shown.low, most: shown.high };
  const key = table.cells[cell]?.key ?? '';
  const revealedBy = revealing.sort((a, b) => a - b).map((other) => table.cells[other]?.key ?? '');
  return [{ key, rule: rule.name, why, canBe, requiredWidth, revealedBy }];
}
