import type { Cell, OpenTable } from '../../lib/tables/index.ts';
import { type DatastoreType, REASONS } from '../reasons.ts';
import type { AreaRow, MonthReport } from './model.ts';

/** The columns of the London Datastore's table of dedicated ward officer abstractions, then the denominators that it lacked. */
export const ABSTRACTION_COLUMNS = [
  'Month',
  'BCU',
  'Borough',
  'Borough Code',
  'Team',
  'Ward Codes',
  'Abstracted from Duty',
  'Abstraction Type',
  'Abstracted Minutes',
  'Rostered Minutes',
  'Promised Minutes',
  'Vacancy Minutes',
  'Leave Minutes',
] as const;

const TYPES = new Map<string, DatastoreType>(REASONS.map(({ reason, datastore }) => [reason, datastore]));
const NOT_SHOWN = 'Not Shown';
/** Ward work that a policy does not keep was work elsewhere all the same: "Not Abstracted" is never abstracted. */
const typeOf = (reason: string): string => {
  const type = TYPES.get(reason) ?? NOT_SHOWN;
  return type === 'Not Abstracted' ? 'Local Aid' : type;
};
const AWAY = [
  ['exception', 'exceptionMinutes'],
  ['permitted', 'permittedMinutes'],
  ['breach', 'breachMinutes'],
  ['unruled', 'unruledMinutes'],
] as const;

/**
 * Public reports in the layout of the London Datastore: a row for each borough, month and type, whose minutes come to the
 * rostered ones. One team a borough, of all wards whose figures are public: reasons of a single ward in a single month would
 * tell of too few. Reasons that are not told are of the type "Not Shown".
 * @param reports of a whole unit, public ones
 */
export function abstractionsTable(reports: readonly MonthReport[]): Pick<OpenTable, 'columns' | 'rows'> {
  return {
    columns: ABSTRACTION_COLUMNS.map((name) => ({
      ...{ name, title: name, description: name, always: name !== 'Leave Minutes' },
      type: name.endsWith('Minutes') ? ('whole number' as const) : ('text' as const),
    })),
    rows: reports.flatMap((report) => report.boroughs.flatMap((borough) => rowsOf(report, borough))),
  };
}

function rowsOf({ month, unit, wards, together }: MonthReport, borough: AreaRow): Cell[][] {
  const own = [
    ...wards.filter(({ boroughCode }) => boroughCode === borough.code).map(({ code }) => code),
    ...together
      .filter(({ boroughCode }) => boroughCode === borough.code)
      .flatMap((each) => each.wards.map(({ code }) => code)),
  ];
  const codes = [...new Set(own)].sort().join(' ');
  const row = (abstracted: 'Yes' | 'No', type: string, minutes: number): Cell[] => [
    ...[month, unit, borough.name, borough.code, 'All ward teams', codes, abstracted, type, minutes],
    ...[borough.availableMinutes, borough.promisedMinutes, borough.vacancyMinutes, borough.leaveMinutes],
  ];
  const away = new Map<string, number>();
  const add = (type: string, minutes: number) => away.set(type, (away.get(type) ?? 0) + minutes);
  for (const [ruling, figure] of AWAY) {
    const own = borough.byReason.filter((each) => each.ruling === ruling);
    // Reasons stay as they were first closed: of a ruling that was corrected since they come to something else.
    if (own.reduce((sum, { minutes }) => sum + minutes, 0) === borough[figure])
      for (const { reason, minutes } of own) add(typeOf(reason), minutes);
    else add(NOT_SHOWN, borough[figure]);
  }
  return [
    row('No', 'Not Abstracted', borough.confirmedMinutes + borough.presumedMinutes),
    ...[...away]
      .filter(([, minutes]) => minutes !== 0)
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([type, minutes]) => row('Yes', type, minutes)),
  ];
}
