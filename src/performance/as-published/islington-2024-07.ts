import type { PrintedRow, PublishedTable } from './model.ts';

type Line = [
  measure: string,
  printed: string,
  current: number,
  previous: number,
  percent: string,
  arrow: PrintedRow['arrow'],
];

const group = (title: string, lines: readonly Line[]): PrintedRow[] =>
  lines.map(([measure, printed, current, previous, percent, arrow]) => {
    return { group: title, measure, printed, current, previous, percent, arrow };
  });

/** The crime performance of Islington for 2023-24 as its council was given it on 18 July 2024. */
export const ISLINGTON_2024_07: PublishedTable = {
  name: 'islington-2024-07',
  title: 'Public Space Crime Performance, FY 23-24 v FY 22-23',
  areaCode: 'E09000019',
  published: '2024-07-18',
  source: 'Metropolitan Police, report on Islington to its council, 18 July 2024',
  periods: { current: '2023-24', previous: '2022-23' },
  rows: [
    ...group('Neighbourhoods', [
      ['personal-robbery', 'Personal Robbery', 1004, 1065, '-5.7%', '↓'],
      ['theft-from-the-person', 'Theft Person', 2830, 2688, '5.3%', '↑'],
      ['residential-burglary', 'Residential Burglary', 1163, 1171, '-0.7%', '↓'],
      ['theft-of-motor-vehicle', 'Theft Of Motor Vehicle', 523, 564, '-7.3%', '↓'],
      ['theft-from-motor-vehicle', 'Theft From Motor Vehicle', 1509, 1654, '-8.8%', '↓'],
      ['interfering-with-motor-vehicle', 'Interfering with MV', 183, 195, '-6.2%', '↓'],
      ['aggravated-vehicle-taking', 'Aggravated Taking of MV', 5, 16, '-68.8%', '↓'],
    ]),
    ...group('Serious Violence', [
      ['homicide', 'Homicide', 4, 4, '0.0%', '↔'],
      ['violence-with-injury', 'Violence with Injury', 2278, 2269, '0.4%', '↑'],
    ]),
    ...group('Other Priorities', [
      ['hate-crime-excluding-domestic-abuse', 'Hate Crime (ex DA)', 819, 905, '-9.5%', '↓'],
      ['lethal-barrelled-discharges', 'LBDs', 0, 5, '-100.0%', '↓'],
      ['knife-crime', 'Knife Crime', 397, 437, '-9.2%', '↓'],
    ]),
  ],
};
