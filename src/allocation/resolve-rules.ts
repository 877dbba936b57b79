import { WrongUsage } from '../demand/index.ts';
import { type Area, type BoundaryVersion, findArea } from '../geography/index.ts';
import { andList } from '../ui/and-list.ts';
import type { CurrentOfficers, FundedOfficers, ReviewRules, RulesCluster, RulesFile, Tier } from './review.ts';
import type { RuledWard } from './rule.ts';

/** What the names of a rules file are looked up among, and what stands in for what it leaves out. */
export interface Known {
  unit: string;
  boundaryVersion: BoundaryVersion;
  wards: readonly RuledWard[];
  /** Codes and names of the unit's boroughs. */
  boroughs: readonly { code: string; name: string }[];
  /** Clusters of the post book; empty when it has none. */
  clusters: readonly RulesCluster[];
  /** Officers each ward has, from the post book or the plan in force; null where neither can be read. */
  current: CurrentOfficers | null;
  /** Why a post book does not say them, as a sentence without its end; null where there is nothing to tell. */
  notPosted?: string | null;
}

type Look = ReturnType<typeof lookUp>;

/**
 * Looks up every place that a rules file names, and takes from elsewhere what it leaves out.
 * @throws WrongUsage with one sentence: an unknown place with those like it, a ward named twice, what must be given
 */
export function resolveRules(file: RulesFile, known: Known): ReviewRules {
  const look = lookUp(known);
  const { side } = file;
  const clusters = clustersOf(file, known, look);
  const floors = side['borough-floors']?.map(({ borough, atLeast }) => ({ borough: look.borough(borough), atLeast }));
  once(floors?.map(({ borough }) => borough) ?? [], '"borough-floors"');
  const kept = side['protected-wards']?.map((each) => ({ ...each, ward: look.ward(each.ward).code }));
  once(kept?.map(({ ward }) => ward) ?? [], '"protected-wards"', look.named);
  const fundedIn = ({ place, ...rest }: Omit<FundedOfficers, 'wards'>) => ({ ...rest, ...look.place(place, clusters) });
  const asked = needsCurrent(file);
  return {
    name: file.name,
    side: {
      ...side,
      ...(kept === undefined ? {} : { 'protected-wards': kept }),
      ...(floors === undefined ? {} : { 'borough-floors': floors }),
      'funded-officers': side['funded-officers']?.map(fundedIn),
    },
    current: asked === null ? null : currentOf(file, known, look, asked),
    clusters: side['cluster-balance'] === undefined ? [] : clusters,
    tiers: byCode(file.tiers, '"tiers"', look) as Record<string, Tier>,
    highFrom: file.highFrom,
  };
}

/** The first rule that must know what each ward has now; null when none must. */
export function needsCurrent({ side }: RulesFile): string | null {
  if (side['most-moves'] !== undefined) return 'most-moves';
  if (side['most-lost'] !== undefined) return 'most-lost';
  return side['protected-wards']?.some(({ atLeast }) => atLeast === null) ? 'protected-wards' : null;
}

function lookUp({ unit, boundaryVersion, wards, boroughs }: Known) {
  const areas = wards.map(
    ({ code, name, borough }): Area => ({
      ...{ code, name, kind: 'ward', version: boundaryVersion, boroughCode: null, boroughName: borough },
    }),
  );
  const asBorough = (text: string) =>
    boroughs.find(({ code, name }) => [code, name].some((each) => each.toLowerCase() === text.trim().toLowerCase()));
  const ward = (text: string): RuledWard => {
    const found = findArea(areas, text);
    if (found.kind === 'ambiguous')
      throw new WrongUsage(`Several wards are called "${text}": write the code, or the borough after a comma.`);
    const hit = found.kind === 'found' ? wards.find(({ code }) => code === found.area.code) : undefined;
    if (hit !== undefined) return hit;
    const near = found.kind === 'none' ? found.near.map(({ name }) => name) : [];
    const hint = near.length === 0 ? '' : ` Did you mean ${near.join(' or ')}?`;
    throw new WrongUsage(`No ward of ${unit} is called "${text}".${hint}`);
  };
  return {
    ward,
    named: (code: string) => wards.find((each) => each.code === code)?.name ?? code,
    borough(text: string): string {
      const found = asBorough(text);
      if (found !== undefined) return found.name;
      throw new WrongUsage(`${unit} has no borough "${text}": it has ${andList(boroughs.map(({ name }) => name))}.`);
    },
    /** A cluster, a borough or a ward. */
    place(text: string, clusters: readonly RulesCluster[]): { place: string; wards: string[] } {
      const cluster = clusters.find(({ name }) => name.toLowerCase() === text.trim().toLowerCase());
      if (cluster !== undefined) return { place: cluster.name, wards: cluster.wards };
      const borough = asBorough(text);
      const inside = wards.filter((each) => each.borough === borough?.name).map(({ code }) => code);
      if (borough !== undefined) return { place: borough.name, wards: inside };
      const { name, code } = ward(text);
      return { place: name, wards: [code] };
    },
  };
}

function clustersOf(file: RulesFile, { clusters }: Known, look: Look): RulesCluster[] {
  const found =
    file.clusters === null
      ? clusters.map((cluster) => ({ ...cluster, wards: [...cluster.wards] }))
      : Object.entries(file.clusters).map(([name, wards]) => ({
          name,
          wards: wards.map((each) => look.ward(each).code),
        }));
  once(
    found.flatMap(({ wards }) => wards),
    '"clusters"',
    look.named,
  );
  if (found.length === 0 && file.side['cluster-balance'] !== undefined)
    throw new WrongUsage(
      'The rule "cluster-balance" needs clusters: import them into the post book, or give "clusters" in a rules file.',
    );
  return found;
}

function currentOf(
  file: RulesFile,
  { current, wards, notPosted = null }: Known,
  look: Look,
  rule: string,
): CurrentOfficers {
  if (file.current === null) {
    if (current !== null) return current;
    const give = 'import the post book, adopt a plan, or give "current" in a rules file.';
    throw new WrongUsage(
      `The rule "${rule}" needs the officers each ward has now: ${give}${notPosted === null ? '' : ` ${notPosted}.`}`,
    );
  }
  const officers = byCode(file.current, '"current"', look);
  const missing = wards.find(({ code }) => officers[code] === undefined);
  if (missing !== undefined)
    throw new WrongUsage(`"current" leaves out ${missing.name}: give the officers of every ward.`);
  return { source: 'the numbers in the rules file', officers };
}

function byCode<Value>(given: Record<string, Value>, where: string, look: Look): Record<string, Value> {
  const entries = Object.entries(given).map(([text, value]) => [look.ward(text).code, value] as const);
  once(
    entries.map(([code]) => code),
    where,
    look.named,
  );
  return Object.fromEntries(entries);
}

function once(places: readonly string[], where: string, named: (place: string) => string = (place) => place): void {
  const twice = places.find((place, at) => places.indexOf(place) !== at);
  if (twice !== undefined) throw new WrongUsage(`${where} names ${named(twice)} twice: name it once.`);
}
