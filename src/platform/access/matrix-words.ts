import type { Cell } from './permission-matrix.ts';

const REACH_WORDS = {
  own: 'their own',
  team: 'their team',
  shared: 'shared with them by name',
  ward: 'ward',
  borough: 'borough',
  unit: 'unit',
  everywhere: '',
} as const;

/** A cell of the matrix in words: "sees and changes (ward)", "sees totals only (unit)". */
export function cellWords({ acts, reach, conditions, only }: Cell): string {
  const doing = ['sees', acts.includes('write') ? 'changes' : '', acts.includes('approve') ? 'approves' : '']
    .filter((word) => word !== '')
    .join(', ');
  const what = only === null ? doing : `sees ${only}`;
  const where = REACH_WORDS[reach] === '' ? '' : ` (${REACH_WORDS[reach]})`;
  const given = conditions.length === 0 ? '' : `, with ${conditions.join(', ')}`;
  return `${what}${where}${given}`;
}
