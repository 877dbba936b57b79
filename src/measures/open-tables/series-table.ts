import { boundarySet } from '../../geography/index.ts';
import { addMonths } from '../../lib/calendar/month.ts';
import type { Cell, OpenTable, TableColumn } from '../../lib/tables/index.ts';
import type { Measure, Series } from '../model.ts';
import { seriesNotes, seriesSources } from './series-notes.ts';

/** An area as a table names it. */
export interface NamedArea {
  code: string;
  name: string;
}

export interface SeriesTableAsked {
  /** Of the file: lower case with hyphens. */
  name: string;
  measure: Measure;
  /** Series of the measure, at most one for each area of a set. */
  series: readonly Series[];
  areas: readonly NamedArea[];
  /** Day, "2026-03-01". */
  made: string;
}

/**
 * The series of a measure as one long table: a row for each area and month that has a value, and for monthly measures
 * the months without one between the first and the last.
 */
export function seriesTable({ name, measure, series, areas, made }: SeriesTableAsked): OpenTable {
  return {
    name,
    title: measure.title,
    description: `${measure.definition} Unit: ${measure.unit}.`,
    columns: columnsOf(measure),
    key: ['area_set', 'area_code', 'month'],
    rows: { [Symbol.iterator]: () => rowsOf(measure, series, areas) },
    notes: seriesNotes(measure, series),
    sources: seriesSources(measure, series),
    made,
  };
}

function* rowsOf(measure: Measure, series: readonly Series[], areas: readonly NamedArea[]): Generator<Cell[], void> {
  const names = new Map(areas.map(({ code, name }) => [code, name]));
  for (const each of series) {
    const doubtful = new Set(each.doubtful);
    const first = each.values.findIndex((value) => value !== null);
    const last = each.values.findLastIndex((value) => value !== null);
    for (let at = first; at >= 0 && at <= last; at += 1) {
      const value = each.values[at] ?? null;
      if (value === null && measure.every !== 'month') continue;
      const month = addMonths(each.firstMonth, at);
      yield [
        each.boundaryVersion,
        each.areaCode,
        names.get(each.areaCode) ?? each.areaCode,
        month,
        value,
        doubtful.has(month),
        each.origins[at] ?? null,
        each.vintage,
        each.synthetic,
      ];
    }
  }
}

function columnsOf({ title, unit }: Measure): TableColumn[] {
  const text = (name: string, heading: string, description: string): TableColumn => ({
    ...{ name, title: heading, description },
    type: 'text',
    always: true,
  });
  const sets = (['boroughs-2022', 'wards-2022', 'wards-2014', 'police-forces'] as const).map(
    (version) => `${version}: ${boundarySet(version).title}`,
  );
  return [
    text('area_set', 'Set of areas', `Set of official areas that the code is of (${sets.join('; ')}).`),
    text('area_code', 'Area code', 'Code of the area, of the Office for National Statistics.'),
    text('area_name', 'Area', 'Name of the area.'),
    {
      ...{ name: 'month', title: 'Month', type: 'month', always: true },
      description: 'Month counted; a yearly or quarterly figure stands at the last month of its year or quarter.',
    },
    {
      ...{ name: 'value', title: 'Value', type: 'number', always: false },
      description: `${title}, in ${unit}; empty where the source has no figure, or it is not given out: fewer than 5, or would reveal such a figure.`,
    },
    {
      ...{ name: 'doubtful', title: 'Doubtful', type: 'yes or no', always: true },
      description: 'True where the file seems to lack much of the month: count it in no sum.',
    },
    {
      ...{ name: 'origin', title: 'Origin', type: 'text', always: false },
      description:
        'Where the value comes from: published; published, back-cast; counted from incidents; LSOA best fit; summed over wards; made up.',
    },
    text('vintage', 'Vintage', 'Name of the files imported together that the value comes from.'),
    {
      ...{ name: 'synthetic', title: 'Synthetic', type: 'yes or no', always: true },
      description: 'True where the value is made up for the demonstration.',
    },
  ];
}
