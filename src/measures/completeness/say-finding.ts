import type { Finding } from './model.ts';

/** Areas named before the rest are counted. */
const MOST_NAMED = 3;

/**
 * Says why a month is not complete, as half a sentence, and of whom: "the file has 40 in all, under 1 % of what the months
 * around it lead one to expect (74,379)"; "none at all, where Barnsbury usually has about 42".
 * @param nameOf name of an area by its code; without it an area is "this area"
 */
export function sayFinding(finding: Finding, nameOf?: (code: string) => string): string {
  const { state, total, expected, empty } = finding;
  if (state === 'absent') return 'no figures, though months before and after it have some';
  const { where, many } = whereabouts(finding, nameOf);
  const usual = whole(expected ?? 0);
  if (state === 'zero') return `none at all, where ${where} usually ${many ? 'have' : 'has'} about ${usual}`;
  const share = expected && total !== null ? shareOf(total, expected) : 'less';
  const all = where === THE_FILE ? ' in all' : '';
  const level = `${where} ${many ? 'have' : 'has'} ${whole(total ?? 0)}${all}, ${share} of what the months around it lead one to expect (${usual})`;
  if (empty === null || state === 'stub') return level;
  return `${level}; ${whole(empty.areas)} of ${whole(empty.of)} areas that usually have something have nothing`;
}

const THE_FILE = 'the file';

function whereabouts(
  { areaCodes, categories }: Finding,
  nameOf?: (code: string) => string,
): { where: string; many: boolean } {
  if (areaCodes === null) return { where: categories === null ? THE_FILE : 'this category', many: false };
  const many = areaCodes.length > 1;
  if (nameOf === undefined) return { where: many ? 'these areas' : 'this area', many };
  const named = areaCodes.slice(0, MOST_NAMED).map(nameOf);
  const more = areaCodes.length - named.length;
  const [last = '', ...before] = [...named, ...(more > 0 ? [`${whole(more)} more`] : [])].reverse();
  return { where: before.length === 0 ? last : `${before.reverse().join(', ')} and ${last}`, many };
}

function shareOf(total: number, expected: number): string {
  const percent = (100 * total) / expected;
  return percent < 1 ? 'under 1 %' : `about ${Math.round(percent)} %`;
}

const whole = (value: number): string => Math.round(value).toLocaleString('en-GB');
