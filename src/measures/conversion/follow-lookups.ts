import type { NamedLookup } from './model.ts';

/** Where areas of the first of several sets come to lie in the last. */
export interface Followed {
  /** For each area of the last set, the areas of the first that lie in it whole. */
  parts: Map<string, string[]>;
  /** Areas of the last set that are not the sum of whole areas of the first, with those that stand in the way. */
  hindered: Map<string, string[]>;
  files: string[];
}

type Targets = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Follows lookups from set to set, such as LSOA11 to LSOA21 to WD24. A lookup is also followed backwards. A count cannot
 * be divided, so an area of the first set that was split between several of the last hinders all of them; so does an
 * area on the way that nothing of the first set reaches, for its part would be missing without a word. An area that was
 * split inside one area of the last set, or merged, comes out exactly.
 * @param lookups as held, the newest first: of several between the same sets each area follows the first that has it
 * @param sets at least two, as lookups name them
 * @returns null when a lookup is missing
 */
export function followLookups(lookups: readonly NamedLookup[], sets: readonly string[]): Followed | null {
  let reached: Targets | null = null;
  const files: string[] = [];
  const unreached = new Map<string, string[]>();
  for (const [at, to] of sets.slice(1).entries()) {
    const step = stepBetween(lookups, sets[at] as string, to);
    if (step === null) return null;
    files.push(...step.files);
    if (reached !== null) lacking(reached, step.targets, unreached);
    reached = reached === null ? step.targets : joined(reached, step.targets);
  }
  return reached === null ? null : { ...partsOf(reached, unreached), files };
}

/** One step: of each area what the newest lookup that has it says, however many lookups there are between two sets. */
function stepBetween(lookups: readonly NamedLookup[], from: string, to: string) {
  const isForwards = (each: NamedLookup): boolean => each.fromSet === from && each.toSet === to;
  const between = lookups.filter((each) => isForwards(each) || (each.fromSet === to && each.toSet === from));
  const [newest] = between;
  if (newest === undefined) return null;
  const ways = between.filter((each) => isForwards(each) === isForwards(newest));
  const { pairs, files } = newestPairs(ways);
  return { files, targets: gathered(isForwards(newest) ? pairs : pairs.map(([code, target]) => [target, code])) };
}

type Pair = readonly [code: string, target: string];

function newestPairs(lookups: readonly NamedLookup[]): { pairs: Pair[]; files: string[] } {
  const pairs: Pair[] = [];
  const files: string[] = [];
  const said = new Set<string>();
  for (const { file, codes, targets } of lookups) {
    const added = codes.flatMap((code, at): Pair[] => (said.has(code) ? [] : [[code, targets[at] ?? '']]));
    if (added.length > 0) files.push(file);
    for (const pair of added) pairs.push(pair);
    for (const code of codes) said.add(code);
  }
  return { pairs, files };
}

function gathered(pairs: readonly Pair[]): Targets {
  const found = new Map<string, Set<string>>();
  for (const [code, target] of pairs) found.set(code, (found.get(code) ?? new Set<string>()).add(target));
  return found;
}

function joined(first: Targets, then: Targets): Targets {
  return new Map(
    [...first].map(([code, middles]) => [code, new Set([...middles].flatMap((each) => [...(then.get(each) ?? [])]))]),
  );
}

/** Notes the areas of the last set that hold an area on the way which is not reached. */
function lacking(reached: Targets, then: Targets, unreached: Map<string, string[]>): void {
  const known = new Set([...reached.values()].flatMap((middles) => [...middles]));
  for (const [middle, targets] of then) {
    if (known.has(middle)) continue;
    for (const target of targets) unreached.set(target, [...(unreached.get(target) ?? []), middle]);
  }
}

function partsOf(reached: Targets, unreached: ReadonlyMap<string, string[]>): Omit<Followed, 'files'> {
  const parts = new Map<string, string[]>();
  const hindered = new Map<string, string[]>(unreached);
  for (const [code, targets] of reached) {
    const into = targets.size === 1 ? parts : hindered;
    for (const target of targets) {
      const known = into.get(target);
      if (known) known.push(code);
      else into.set(target, [code]);
    }
  }
  for (const target of hindered.keys()) parts.delete(target);
  return { parts, hindered };
}
