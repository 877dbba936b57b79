import type { Cell, ColumnType, OpenTable, TableColumn } from '../../lib/tables/index.ts';
import type { Disproportionality, GroupRow } from './model.ts';
import { SAID_BY, sayAnswer, sayLimits, saySmallAreas } from './say-disproportionality.ts';
import { sayObject, sayOutcome } from './say-search.ts';

/** What a row of the file is of: all searches asked for, or those of one object or outcome. */
interface TableRow extends Partial<GroupRow> {
  of: 'all' | 'object' | 'outcome';
  name: string;
  group: GroupRow['group'];
}

type Column = TableColumn & { cell(row: TableRow): Cell };

const column = (
  name: string,
  title: string,
  type: ColumnType,
  description: string,
  cell: (row: TableRow) => Cell | undefined,
  always = false,
): Column => ({ name, title, type, description, always, cell: (row) => cell(row) ?? null });

const COLUMNS: readonly Column[] = [
  column('of', 'Searches of', 'text', 'all, or those of one object or outcome.', (row) => row.of, true),
  column(
    'name',
    'Object or outcome',
    'text',
    'The object or outcome; all for every search asked for.',
    (row) => row.name,
    true,
  ),
  column('group', 'Ethnic group', 'text', 'Broad ethnic group.', (row) => row.group, true),
  column('searches', 'Searches', 'whole number', 'Searches of people of the group in the area.', (row) => row.searches),
  column('residents', 'Residents', 'whole number', 'Residents of the group, census of 2021.', (row) => row.residents),
  column('rate', 'Rate', 'number', 'Searches per 1,000 residents a year.', (row) => row.ratePer1000AYear),
  column(
    ...([
      'ratio',
      'Ratio',
      'number',
      'Rate divided by that of White people, within small areas, to two decimals.',
    ] as const),
    (row) => row.ratio,
  ),
  column(
    'ratio_low',
    'Ratio, low',
    'number',
    '95% limit, areas that differ allowed for: the lower.',
    (row) => row.interval?.[0],
  ),
  column('ratio_high', 'Ratio, high', 'number', 'The upper; empty where it has none.', (row) => row.interval?.[1]),
  column(
    'counts_low',
    'Counts alone, low',
    'number',
    '95% limit of Poisson counts: the lower.',
    (row) => row.countsInterval?.[0],
  ),
  column('counts_high', 'Counts alone, high', 'number', 'The upper.', (row) => row.countsInterval?.[1]),
  column('lowest', 'Lowest', 'number', 'Ratio were all of unknown ethnicity White.', (row) => row.lowest),
  column('highest', 'Highest', 'number', 'Ratio were all of unknown ethnicity of the group.', (row) => row.highest),
  column(
    ...([
      'proportional',
      'Proportional',
      'number',
      'Ratio were the unknown shared like the known: an assumption.',
    ] as const),
    (row) => row.proportional,
  ),
  column('whole_ratio', 'Whole area', 'number', 'Ratio over the whole area at once.', (row) => row.wholeAreaRatio),
  column(
    'whole_low',
    'Whole area, low',
    'number',
    'Exact 95% limit of it: the lower.',
    (row) => row.wholeAreaInterval?.[0],
  ),
  column('whole_high', 'Whole area, high', 'number', 'The upper.', (row) => row.wholeAreaInterval?.[1]),
  column('missing', 'Missing', 'text', 'Why there is no ratio.', (row) => row.missing),
];

/** What is given out to everybody: the area's own counts and ratios over small areas, nothing of a small area itself. */
export function disproportionalityTable(shown: Disproportionality, made: string): OpenTable {
  const { area, period, by, rows, objects, outcomes, object, outcome } = shown;
  const { figure, rest } = sayAnswer(shown);
  const only = [...(object === null ? [] : [sayObject(object)]), ...(outcome === null ? [] : [sayOutcome(outcome)])];
  const all: TableRow[] = [
    ...rows.map((row): TableRow => ({ of: 'all', name: 'all', ...row })),
    ...objects.flatMap(({ name, groups }) => groups.map((each): TableRow => ({ of: 'object', name, ...each }))),
    ...outcomes.flatMap(({ name, groups }) => groups.map((each): TableRow => ({ of: 'outcome', name, ...each }))),
  ];
  return {
    name: `stop-and-search-by-ethnicity-${slugOf(area.name)}-${period.from}-${period.to}-${by}`,
    title: `${area.name}: stop and search by ${SAID_BY[by].ethnicity}`,
    description: `${period.label}${only.length === 0 ? '' : `, ${only.join(', ').toLowerCase()}`}; compared within ${saySmallAreas(shown)}.`,
    columns: COLUMNS,
    key: ['of', 'name', 'group'],
    rows: all.map((row) => COLUMNS.map(({ cell }) => cell(row))),
    notes: [...(shown.synthetic ? ['Residents are made up.'] : []), `${figure} ${rest}`.trim(), ...sayLimits(shown)],
    sources: [
      { title: 'Stop and search, data.police.uk (Open Government Licence v3)', path: 'https://data.police.uk/' },
      { title: 'Residents by ethnic group, census of 2021, Office for National Statistics' },
    ],
    made,
  };
}

const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
