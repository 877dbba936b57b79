import { datasetOf, datasetsOf } from '../dataset-of.ts';
import type { Measure } from '../model.ts';
import { sumsCategory } from '../sums-category.ts';

/** What a file of a vintage holds, of one publisher. */
export interface HeldOf {
  publisher: string;
  categories: readonly string[];
}

/** Whether figures of two vintages are two versions of one publication. */
export type Comparable =
  | { kind: 'comparable'; dataset: string }
  /** One plain sentence. */
  | { kind: 'refused'; because: string };

/**
 * Tells whether what two vintages hold of a measure may be set side by side: a revision is what one publication said
 * before and says now, so the dataset and those whose counts it holds must be the same. Counts with the railway police
 * are no revision of counts without, nor those of an interface of those in an archive.
 */
export function comparable(
  measure: Pick<Measure, 'title' | 'categories'>,
  before: { vintage: string; held: readonly HeldOf[] },
  after: { vintage: string; held: readonly HeldOf[] },
): Comparable {
  const [old, recent] = [publishersByDataset(measure, before.held), publishersByDataset(measure, after.held)];
  const shared = datasetsOf(measure).filter((dataset) => old.has(dataset) && recent.has(dataset));
  const same = shared.find((dataset) => said(old.get(dataset)) === said(recent.get(dataset)));
  if (same !== undefined) return { kind: 'comparable', dataset: same };
  const [first] = shared;
  const [ofOld, ofRecent] =
    first === undefined
      ? [said([...old.keys()]), said([...recent.keys()])]
      : [said(old.get(first)), said(recent.get(first))];
  const what = first === undefined ? 'from the dataset' : 'with the counts of';
  return {
    kind: 'refused',
    because: `"${before.vintage}" has ${measure.title.toLowerCase()} ${what} ${ofOld} and "${after.vintage}" ${what} ${ofRecent}: these are different publications, not a revision of one; name two vintages of the same kind of file.`,
  };
}

function publishersByDataset(measure: Pick<Measure, 'categories'>, held: readonly HeldOf[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { publisher, categories } of held) {
    const summed = categories.filter((category) => sumsCategory(measure, category));
    for (const dataset of new Set(summed.map(datasetOf))) {
      const known = found.get(dataset) ?? [];
      if (!known.includes(publisher)) found.set(dataset, [...known, publisher].sort());
    }
  }
  return found;
}

/** "btp" and "metropolitan". */
const said = (words: readonly string[] | undefined): string => (words ?? []).map((each) => `"${each}"`).join(' and ');
