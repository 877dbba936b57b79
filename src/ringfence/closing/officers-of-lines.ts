import { WARD_ACCOUNTS } from '../model.ts';
import { type ClosingLine, FEWEST_OFFICERS } from './model.ts';

/**
 * Officers who stand behind lines: those with at least so many minutes in the six accounts of rostered ward duty. Time that
 * they were attached elsewhere does not count.
 */
export function heads(lines: Iterable<ClosingLine>, least: number): Set<number> {
  const accounts: readonly string[] = WARD_ACCOUNTS;
  const there = [...lines].filter(({ account, reason }) => accounts.includes(account) && reason !== 'attachment');
  const sums = new Map<number, number>();
  for (const { officer, minutes } of there) if (officer !== null) sums.set(officer, (sums.get(officer) ?? 0) + minutes);
  return new Set([...sums].filter(([, minutes]) => minutes > 0 && minutes >= least).map(([officer]) => officer));
}

/** Officers of whom lines leave anything: what was entered and taken back again is nothing. */
export function concerned(lines: Iterable<ClosingLine>): Set<number> {
  const sums = new Map<string, { officer: number; minutes: number }>();
  for (const { officer, account, reason, orderedBy, late, minutes } of lines) {
    if (officer === null) continue;
    const key = `${officer}/${account}/${reason}/${orderedBy}/${late}`;
    sums.set(key, { officer, minutes: (sums.get(key)?.minutes ?? 0) + minutes });
  }
  return new Set([...sums.values()].filter(({ minutes }) => minutes !== 0).map(({ officer }) => officer));
}

/** Whether lines leave something of nobody, or of as many as may be told of. */
export function noneOrEnough(lines: Iterable<ClosingLine>): boolean {
  const { size } = concerned(lines);
  return size === 0 || size >= FEWEST_OFFICERS;
}

/** What lines come to. */
export const sumOf = (lines: readonly ClosingLine[]): number => lines.reduce((sum, { minutes }) => sum + minutes, 0);
