import { groupBy } from '../../organisation/index.ts';
import { POST_CLASSES, type PostClass } from '../model.ts';
import { SHIPPED_POLICIES } from '../policy/shipped-policies.ts';
import { literalMinutes } from '../reports/literal-minutes.ts';
import type { ClassRow } from '../reports/model.ts';
import { classRow } from '../reports/month-report.ts';
import { tallyOf } from '../reports/tally-of.ts';
import { type ClosingLine, FEWEST_OFFICERS } from './model.ts';
import { concerned, heads, sumOf } from './officers-of-lines.ts';

const KEPT: readonly string[] = ['confirmed', 'presumed'];
const BESIDE: readonly string[] = ['leave', 'rest-day', 'overtime'];
const isDuty = ({ account }: ClosingLine): boolean => !BESIDE.includes(account);
const isAway = (line: ClosingLine): boolean => isDuty(line) && !KEPT.includes(line.account);
const isBreach = ({ account }: ClosingLine): boolean => account === 'breach';
/** Everything that the rates of a class tell of it, and what follows from one taken off another. */
const TOLD_OF_CLASSES = [
  isDuty,
  isAway,
  isBreach,
  (line: ClosingLine) => isAway(line) && !isBreach(line),
  (line: ClosingLine) => isDuty(line) && !isAway(line),
];

/** Groups of an area, by their lines, and the minutes from which an officer counts. */
interface Told {
  parts: readonly (readonly ClosingLine[])[];
  least: number;
}

/**
 * Rates of each class of posts of an area: only where those groups that hold several classes, and any minutes of the kind, have
 * three officers of each; else what is public of a group would tell its classes apart.
 * @returns in the order of classes; null where they may not be told
 */
export function classesTold(given: Told): ClassRow[] | null {
  const lines = given.parts.flat();
  if (!TOLD_OF_CLASSES.every((figure) => mayPart(given, ({ postClass }) => postClass, figure))) return null;
  const byClass = groupBy(lines.filter(isDuty), ({ postClass }) => postClass);
  return POST_CLASSES.flatMap((postClass) => {
    const own = byClass.get(postClass) ?? [];
    return own.length === 0 ? [] : [classRow(postClass, tallyOf(own))];
  });
}

/**
 * What an area would have of breaches by the literal reading of 2017, which rings some classes and others not: only where
 * groups that hold both kinds have three officers of each with time, and where what it reads otherwise than every other reason
 * of its ruling is of three officers; null elsewhere.
 */
export function literalTold(given: Told): number | null {
  const lines = given.parts.flat();
  const otherwise = lines.filter(
    (line) => isAway(line) && isRinged(line.postClass) && (countOf(line) !== 0) === (line.account === 'exception'),
  );
  const { size } = concerned(otherwise);
  if (size > 0 && size < FEWEST_OFFICERS) return null;
  if (!mayPart(given, ({ postClass }) => String(isRinged(postClass)), isAway)) return null;
  return lines.reduce((sum, line) => sum + countOf(line), 0);
}

const countOf = (line: ClosingLine): number => literalMinutes(line, line.postClass);
const isRinged = (postClass: PostClass): boolean =>
  SHIPPED_POLICIES['literal-2017'].policy.classes[postClass] === 'ring-fenced';

/** Whether a figure may be told by side: every side that groups of several sides have is of three officers in those. */
function mayPart(
  { parts, least }: Told,
  sideOf: (line: ClosingLine) => string,
  figure: (line: ClosingLine) => boolean,
): boolean {
  const mixed = parts.filter(
    (lines) => new Set(lines.filter(isDuty).map(sideOf)).size > 1 && sumOf(lines.filter(figure)) !== 0,
  );
  return [...groupBy(mixed.flat().filter(isDuty), sideOf).values()].every(
    (own) => heads(own, least).size >= FEWEST_OFFICERS,
  );
}
