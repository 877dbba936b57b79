import { monthName } from '../../lib/calendar/month.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import type { ImportState } from './import-state.ts';

const MOST_MONTHS = 3;

/** A state in words, with dates in London: "superseded by March 2026", "taken back on 2026-04-01 by cli:anna". */
export function sayState(state: ImportState, sayDate: (date: string) => string = (date) => date): string {
  switch (state.kind) {
    case 'in use':
      return 'in use';
    case 'in use but for months': {
      const { months } = state;
      const which = months.length > MOST_MONTHS ? `${months.length} months` : months.map(monthName).join(', ');
      return `in use but for ${which}, taken from a fuller file`;
    }
    case 'in use in part':
      return `in use for ${state.shown} of its ${state.measures} measures, the others come from ${state.by.join(', ')}`;
    case 'superseded':
      return state.by.length === 0 ? 'superseded' : `superseded by ${state.by.join(', ')}`;
    case 'held':
      return 'held, with no figures of the unit’s boroughs and wards';
    case 'put aside':
      return 'not counted while real figures are held';
    case 'taken back':
      return `taken back on ${sayDate(todayInLondon(new Date(state.at)))} by ${state.by}`;
  }
}
