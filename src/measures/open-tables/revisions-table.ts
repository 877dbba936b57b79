import type { OpenTable } from '../../lib/tables/index.ts';
import type { Measure } from '../model.ts';
import type { Revisions } from '../revisions/revisions-between.ts';
import type { NamedArea } from './series-table.ts';

/** Every month of every area that two vintages both have, changed or not. */
export function revisionsTable(
  asked: { name: string; measure: Measure; from: string; to: string; areas: readonly NamedArea[]; made: string },
  revisions: readonly Revisions[],
): OpenTable {
  const { name, measure, from, to, made } = asked;
  const names = new Map(asked.areas.map((area) => [area.code, area.name]));
  const text = (column: string, title: string, description: string) =>
    ({ name: column, title, description, type: 'text', always: true }) as const;
  const number = (column: string, title: string, description: string) =>
    ({ name: column, title, description, type: 'number', always: true }) as const;
  return {
    name,
    title: `${measure.title}: revisions`,
    description: `${measure.title} in the vintage ${from} and in the vintage ${to}, in ${measure.unit}.`,
    columns: [
      text('area_set', 'Set of areas', 'Set of official areas that the code is of.'),
      text('area_code', 'Area code', 'Code of the area, of the Office for National Statistics.'),
      text('area_name', 'Area', 'Name of the area.'),
      { ...text('month', 'Month', 'Month counted.'), type: 'month' },
      number('before', 'Before', `Value in the vintage ${from}.`),
      number('after', 'After', `Value in the vintage ${to}.`),
      number('difference', 'Difference', 'After less before.'),
      {
        ...{ name: 'doubtful', title: 'Doubtful', type: 'yes or no', always: true },
        description: 'True where either vintage seems to lack much of the month: no revision, to be counted in no sum.',
      },
    ],
    key: ['area_set', 'area_code', 'month'],
    rows: revisions.flatMap(({ boundaryVersion, months }) =>
      months.map(({ areaCode, month, before, after, difference, doubtful }) => [
        boundaryVersion,
        areaCode,
        names.get(areaCode) ?? areaCode,
        month,
        before,
        after,
        difference,
        doubtful,
      ]),
    ),
    notes: ['Months that only one of the two vintages has are no revision and are not listed.'],
    sources: [from, to].map((vintage) => ({ title: `${measure.publisher}, vintage ${vintage}` })),
    made,
  };
}
