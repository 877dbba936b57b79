import type { Finding } from './model.ts';

/**
 * Says why a month is not complete, as half a sentence: "about 74 % of what the months around it lead one to expect;
 * 30 of 254 areas that usually have something have nothing".
 */
export function sayFinding({ state, total, expected, empty, areaCodes, categories }: Finding): string {
  if (state === 'absent') return 'no figures, though months before and after it have some';
  const where = areaCodes !== null ? 'this area' : categories !== null ? 'this category' : 'the file';
  if (state === 'zero') return `none at all, where ${where} usually has about ${whole(expected ?? 0)}`;
  const share = expected && total !== null ? shareOf(total, expected) : 'less';
  const level = `${share} of what the months around it lead one to expect (${whole(total ?? 0)} of ${whole(expected ?? 0)})`;
  if (state === 'stub') return `a stub: ${level}`;
  if (empty === null) return level;
  return `${level}; ${whole(empty.areas)} of ${whole(empty.of)} areas that usually have something have nothing`;
}

function shareOf(total: number, expected: number): string {
  const percent = (100 * total) / expected;
  return percent < 1 ? 'under 1 %' : `about ${Math.round(percent)} %`;
}

const whole = (value: number): string => Math.round(value).toLocaleString('en-GB');
