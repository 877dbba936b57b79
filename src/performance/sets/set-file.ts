import { z } from 'zod';
import { isDate } from '../../lib/calendar/is-date.ts';
import { isKeepable } from '../../lib/text-problem.ts';
import { CATALOGUE, findMeasure } from '../../measures/index.ts';
import type { MeasureSet } from '../model.ts';
import { nearestNames } from './nearest-names.ts';
import { SHIPPED_SETS } from './shipped-sets.ts';

/** A set as its file has it: the version is counted when it is added. */
export type SetGiven = Omit<MeasureSet, 'version'>;

const text = z.string().trim().min(1).max(300).refine(isKeepable);
export const setGroups = z
  .array(z.object({ title: text, rows: z.array(z.object({ measure: text, printed: text }).strict()).min(1) }).strict())
  .min(1);
/** A file that "set show --json" wrote has its version too, which is counted again when it is added. */
const given = z
  .object({
    ...{ name: text, title: text, from: text, source: text, groups: setGroups },
    version: z.number().int().optional(),
  })
  .strict();

/**
 * Reads a set of measures from JSON: { "name", "title", "from": "2026-04-01", "source", "groups": [{ "title", "rows":
 * [{ "measure", "printed" }] }] }. Measures are named as in the catalogue, counted by month.
 * @returns one plain sentence where it is no set
 */
export function readSetFile(source: string): { kind: 'set'; set: SetGiven } | { kind: 'refused'; because: string } {
  let json: unknown;
  try {
    json = JSON.parse(source);
  } catch {
    return refused('The file is not JSON: check its commas, quotation marks and braces.');
  }
  const read = given.safeParse(json);
  if (!read.success) {
    return refused(
      `The file is no set of measures (look at ${whereIn(read.error)}): it has name, title, from, source and groups, each with a title and rows of measure and printed.`,
    );
  }
  const { version: _counted, ...set } = read.data;
  const because = problemOf(set);
  return because === null ? { kind: 'set', set } : refused(because);
}

/** The first place that is wrong: "groups.0.title"; a name that no set has, in its place. */
function whereIn({ issues: [issue] }: z.ZodError): string {
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  return [...(issue?.path ?? []), ...unknown].join('.').slice(0, 100) || 'the whole';
}

function problemOf({ name, from, groups }: SetGiven): string | null {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
    return `"${name}" is no name of a set: use small letters, figures and hyphens, such as public-space.`;
  }
  if (!isDate(from)) return `"${from}" is not a day: write the first day in force as 2026-04-01.`;
  const rows = groups.flatMap((group) => group.rows);
  const twice = rows.find(({ printed }, at) => rows.findIndex((row) => row.printed === printed) !== at);
  if (twice) return `"${twice.printed}" is printed twice: give each row a name of its own.`;
  for (const { measure } of rows) {
    const problem = measureProblem(measure);
    if (problem !== null) return problem;
  }
  return null;
}

function measureProblem(name: string): string | null {
  const measure = findMeasure(name);
  if (measure === null) {
    if (SHIPPED_MEASURES.has(name)) return null;
    const near = nearestNames(
      name,
      CATALOGUE.map((each) => each.name),
      (each) => each,
    ).slice(0, 2);
    const meant = near.length === 0 ? '"wardroom measure list" names them' : `did you mean ${near.join(' or ')}?`;
    return `There is no measure "${name}": ${meant}${near.length === 0 ? '.' : ''}`;
  }
  return measure.every === 'month' && measure.adds
    ? null
    : `"${name}" is not counted by month, so that periods of it cannot be compared: choose another measure.`;
}

/** Names that the sets of Wardroom itself use, whether figures of them can be held yet or not. */
const SHIPPED_MEASURES = new Set(
  SHIPPED_SETS.flatMap(({ groups }) => groups.flatMap(({ rows }) => rows.map(({ measure }) => measure))),
);

const refused = (because: string) => ({ kind: 'refused', because }) as const;
