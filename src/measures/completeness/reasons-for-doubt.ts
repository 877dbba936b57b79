import type { Month } from '../../lib/calendar/month.ts';
import { ADDING_PUBLISHERS } from '../adding-publishers.ts';
import type { Measure, Series } from '../model.ts';
import { sumsCategory } from '../sums-category.ts';
import type { HeldPart, UsedFinding } from './model.ts';
import { sayFinding } from './say-finding.ts';
import { findingFor } from './used-findings.ts';

/** A finding with the file it was found in. */
export interface FoundInFile extends UsedFinding {
  file: string;
  /** Whose counts they are: one file may hold those of several. */
  publisher: string;
}

/** An area whose figures a series is made of: the area itself, or those that are summed to it. */
export interface AreaBehind {
  code: string;
  name: string;
}

/**
 * What was found in the very figures that a series is made of: in its vintage, on the set of areas it is made from, about
 * one of the areas behind it and a category it sums. Findings about areas name only those behind it.
 */
export function findingsBehind(
  measure: Measure,
  { vintage, convertedFrom, boundaryVersion }: Pick<Series, 'vintage' | 'convertedFrom' | 'boundaryVersion'>,
  areas: readonly AreaBehind[],
  parts: readonly HeldPart[],
): FoundInFile[] {
  const version = convertedFrom ?? boundaryVersion;
  return parts
    .filter((part) => part.vintage === vintage && part.boundaryVersion === version)
    .flatMap(({ file, publisher, categories, findings }) => {
      const summed = categories.filter((category) => sumsCategory(measure, category));
      return findings.flatMap((finding): FoundInFile[] => {
        if (!summed.some((category) => finding.categories?.includes(category) ?? true)) return [];
        const about = areas.map(({ code }) => code).filter((code) => finding.areaCodes?.includes(code) ?? true);
        if (about.length === 0) return [];
        const each = about.map((code) => findingFor(finding, code));
        const used = each.find(({ unusedBy }) => unusedBy === null) ?? each[0] ?? finding;
        return [{ ...used, areaCodes: finding.areaCodes === null ? null : about, file, publisher }];
      });
    });
}

/**
 * Why months of a series are doubtful. A month without any figure is a gap and no reason for doubt, and neither is what
 * another file is used for. Of several reasons the one about areas is given before the one about the whole file.
 * @param findings those behind the series
 * @param areas the areas behind it, by which they are named
 */
export function reasonsForDoubt(
  { doubtful, files }: Pick<Series, 'doubtful' | 'files'>,
  findings: readonly FoundInFile[],
  areas: readonly AreaBehind[],
): Map<Month, string> {
  const names = new Map(areas.map(({ code, name }) => [code, name]));
  const because = new Map<Month, string>();
  for (const month of doubtful) {
    const reasons = findings
      .filter((each) => each.month === month && each.state !== 'absent' && each.unusedBy === null)
      .filter(({ file, publisher }) => files.includes(file) && !ADDING_PUBLISHERS.has(publisher))
      .toSorted((a, b) => breadth(a) - breadth(b));
    const [first] = reasons;
    if (first === undefined) continue;
    const alike = reasons.filter((each) => first.areaCodes !== null && each.areaCodes !== null && each !== first);
    const more = new Set(alike.flatMap(({ areaCodes }) => areaCodes ?? [])).size;
    const besides = more === 0 ? '' : `; and something lacks in ${more} more of the ${areas.length} areas summed`;
    because.set(month, `${sayFinding(first, (code) => names.get(code) ?? code)}${areas.length > 1 ? besides : ''}`);
  }
  return because;
}

/** How much of a file a finding is about: single areas least, the whole file most. */
const breadth = ({ areaCodes, categories }: UsedFinding): number =>
  Number(areaCodes === null) * 2 + Number(categories === null);
