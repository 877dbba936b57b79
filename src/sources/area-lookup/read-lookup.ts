import { asReadText } from '../as-read-text.ts';
import { reasonCounter } from '../count-reasons.ts';
import type { ReasonCount } from '../model.ts';
import { readTable, type Table } from '../read-table.ts';
import type { ReadText, RefusedText } from '../text-source.ts';
import { type LookupColumns, lookupColumns } from './code-column.ts';

/**
 * Reads for each area of one set the area of another to which it belongs. Between sets of the same kind (LSOAs of 2011
 * and 2021) an area may come several times, because it was split; between others it belongs to one, and a table that
 * says two is refused, since neither can be believed.
 */
export function readLookup(text: string): ReadText | RefusedText {
  const table = readTable(text);
  if (table.kind === 'refused') return table;
  const columns = lookupColumns(table.columns);
  if (columns === null) return { kind: 'refused', because: 'has no two columns of area codes: download it again' };
  const read = readPairs(table, columns);
  if ('because' in read) return read;
  const { codes, targets } = read;
  const { from, to } = columns;
  return asReadText(table, {
    recognisedAs: `lookup from ${from.set} to ${to.set}`,
    notices: noticesOf(codes, targets, columns),
    lookup: { fromSet: from.set, toSet: to.set, codes, targets },
  });
}

function readPairs(
  table: Table,
  { from, to, isChange }: LookupColumns,
): { codes: string[]; targets: string[] } | RefusedText {
  const targetsOf = new Map<string, Set<string>>();
  for (const row of table.rows) {
    const [code, target] = [row.value(from.column), row.value(to.column)];
    const bad = from.code.test(code) ? (to.code.test(target) ? null : to) : from;
    if (bad !== null) {
      table.leftOut.add(row, `no official code in the column ${bad.column}`);
      continue;
    }
    const targets = targetsOf.get(code) ?? new Set<string>();
    if (targets.has(target)) table.leftOut.add(row, 'given a second time');
    else if (targets.size > 0 && !isChange) {
      return {
        kind: 'refused',
        because: `puts ${code} in both ${[...targets][0]} and ${target}, so neither can be believed: download it again`,
      };
    }
    targetsOf.set(code, targets.add(target));
  }
  const pairs = [...targetsOf].flatMap(([code, targets]) => [...targets].map((target) => ({ code, target })));
  return { codes: pairs.map(({ code }) => code), targets: pairs.map(({ target }) => target) };
}

/** How many areas were split and merged, by the pairs themselves: what the column CHGIND says besides is not needed. */
function noticesOf(codes: readonly string[], targets: readonly string[], { isChange }: LookupColumns): ReasonCount[] {
  const notices = reasonCounter();
  if (!isChange) return [];
  notices.add('an area that was split or divided between several', comingAgain(codes));
  notices.add('an area made of several or of parts of them', comingAgain(targets));
  return notices.counts();
}

function comingAgain(codes: readonly string[]): number {
  const times = new Map<string, number>();
  for (const code of codes) times.set(code, (times.get(code) ?? 0) + 1);
  return [...times.values()].filter((count) => count > 1).length;
}
