import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { referenceAreas } from '../../geography/index.ts';
import { AREA_LOOKUP } from '../../sources/area-lookup/area-lookup-source.ts';
import { DEPRIVATION } from '../../sources/deprivation/deprivation-source.ts';
import { ETHNICITY } from '../../sources/ethnicity/ethnicity-sources.ts';
import { MPS_WARD } from '../../sources/mps/mps-sources.ts';
import { MPS_LSOA } from '../../sources/mps-lsoa/mps-lsoa.ts';
import { POPULATION } from '../../sources/population/population-source.ts';
import type { ReadContext, TextSource } from '../../sources/text-source.ts';
import { requireMeasure } from '../catalogue.ts';
import { composeSeries } from '../compose-series.ts';
import { deriveMarked } from '../derive-marked.ts';
import type { CategorySeries, Measure, Series } from '../model.ts';
import type { NamedLookup, Route } from './model.ts';
import { joinRoutes, routesToWards, routeToBoroughs } from './route-to.ts';
import { sumParts } from './sum-parts.ts';

// Reference: figures of wards and boroughs that others made of the same publications, named with each.
const folder = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
const CAMDEN = 'E09000007';
const ISLINGTON = 'E09000019';
const context: ReadContext = { now: '2026-04', held: [], about: null };

function read(source: TextSource, path: string, keep: (line: string) => boolean = () => true) {
  const [head = '', ...lines] = readFileSync(`${folder}${path}`, 'utf8')
    .replace(/^\uFEFF/, '')
    .split('\n');
  const answer = source.read([head, ...lines.filter(keep)].join('\n'), context);
  if (answer.kind === 'refused') throw new Error(answer.because);
  return answer;
}

const codesOf = (version: 'wards-2014' | 'wards-2022'): string[] => referenceAreas(version).map(({ code }) => code);

function lookups(): NamedLookup[] {
  return ['lsoa21_wd24_lad24_bestfit_EW', 'lsoa11_ward17_EW_humaniverse', 'lsoa11_lsoa21_lad22_london'].map((name) => {
    const { lookup } = read(AREA_LOOKUP, `geography/${name}.csv`);
    if (lookup === undefined) throw new Error(`no lookup in ${name}`);
    return { ...lookup, file: name };
  });
}

function compose(measure: Measure, series: readonly CategorySeries[], boundaryVersion: Series['boundaryVersion']) {
  return composeSeries(measure, {
    ...{ boundaryVersion, areasSince: null, vintage: 'real', synthetic: false, unused: [] },
    imports: [{ importId: '1', file: 'file', doubtful: new Map() }],
    rows: series
      .filter((run) => run.boundaryVersion === boundaryVersion)
      .map((run) => ({ ...run, boundaryVersion, importId: '1' })),
  });
}

const route = (routes: readonly Route[], from: Route['from']): Route => {
  const found = routes.find((each) => each.from === from);
  if (found === undefined) throw new Error(`no way from ${from}`);
  return found;
};
const total = (series: readonly Series[], from = 0): number =>
  series.reduce((sum, { values }) => sum + values.slice(from).reduce<number>((all, value) => all + (value ?? 0), 0), 0);

it.skipIf(!existsSync(folder))(
  'makes every ward of either set from the LSOAs of 2021, and 35 of 37 from those of 2011',
  () => {
    const held = lookups();
    const made = (to: 'wards-2014' | 'wards-2022', from: Route['from']) => {
      const { parts, hindered } = route(routesToWards(held, to), from);
      return [
        codesOf(to).filter((code) => parts.has(code)).length,
        codesOf(to).flatMap((code) => hindered.get(code) ?? []),
      ];
    };
    expect(made('wards-2022', 'lsoas-2021')).toEqual([37, []]);
    expect(made('wards-2014', 'lsoas-2011')).toEqual([34, []]);
    expect(made('wards-2014', 'lsoas-2021')).toEqual([34, []]);
    expect(made('wards-2022', 'lsoas-2011')).toEqual([35, ['E01000953', 'E01000953']]);
  },
);

it.skipIf(!existsSync(folder))(
  'makes residents of boroughs, mid-2017 and mid-2020, that the LSOAs named after each borough have in the table itself',
  () => {
    const held = lookups();
    const boroughs = routeToBoroughs(referenceAreas('wards-2014'), 'wards-2014');
    const along = joinRoutes(route(routesToWards(held, 'wards-2014'), 'lsoas-2011'), boroughs);
    const residents = (year: number) => {
      const lsoas = compose(
        requireMeasure('residents'),
        read(POPULATION, `context/population${year}_lsoa11_london.csv`).series,
        'lsoas-2011',
      );
      const to = { boundaryVersion: 'boroughs-2022' } as const;
      return sumParts(along, lsoas, [CAMDEN, ISLINGTON], to).map(({ values }) => values.at(-1));
    };
    expect([residents(17), residents(20)]).toEqual([
      [253_361, 235_000],
      [279_516, 248_115],
    ]);
    // Counted apart, by the names of the LSOAs, without any lookup.
    const named = (year: number) => {
      const [header = [], ...rows] = readFileSync(`${folder}context/population${year}_lsoa11_london.csv`, 'utf8')
        .trim()
        .split('\n')
        .map((line) => line.replaceAll('"', '').split(','));
      const [name, all] = ['lsoa11_name', 'total_population'].map((column) => header.indexOf(column));
      return ['Camden ', 'Islington '].map((borough) =>
        rows.filter((row) => row[name ?? 0]?.startsWith(borough)).reduce((sum, row) => sum + Number(row[all ?? 0]), 0),
      );
    };
    expect([residents(17), residents(20)]).toEqual([named(17), named(20)]);
  },
);

it.skipIf(!existsSync(folder))(
  'gives wards the ethnic groups that another table made of the same census has, all 185 figures',
  () => {
    const along = route(routesToWards(lookups(), 'wards-2022'), 'lsoas-2021');
    const { series } = read(ETHNICITY, 'context/ethnicity21_lsoa21_london.csv');
    const to = { boundaryVersion: 'wards-2022' } as const;
    const names = [
      'asian-residents',
      'black-residents',
      'mixed-residents',
      'other-ethnic-group-residents',
      'white-residents',
    ];
    const made = names.map(
      (name) =>
        new Map(
          sumParts(along, compose(requireMeasure(name), series, 'lsoas-2021'), codesOf('wards-2022'), to).map(
            (each) => [each.areaCode, each.values.at(-1)],
          ),
        ),
    );
    const lines = readFileSync(
      `${folder}context/DERIVED_ward2022_ethnicity_census2021_camden_islington.csv`,
      'utf8',
    ).trim();
    const theirs = lines
      .split('\n')
      .slice(1)
      .map((line) => line.split(','));
    expect(theirs.map(([, code = '', , ...figures]) => [code, ...figures.map(Number)])).toEqual(
      theirs.map(([, code = '']) => [code, ...made.map((group) => group.get(code))]),
    );
    expect(theirs.length * names.length).toBe(185);
  },
);

it.skipIf(!existsSync(folder))(
  'counts 45,626 residents of Camden and 50,833 of Islington in the most deprived fifth of 2025',
  () => {
    const ofLsoas = (measure: string, source: TextSource, path: string) =>
      compose(requireMeasure(measure), read(source, path).series, 'lsoas-2021');
    const deprived = deriveMarked(
      'deprivation',
      ofLsoas('residents', ETHNICITY, 'context/ethnicity21_lsoa21_london.csv'),
      ofLsoas('most-deprived-areas', DEPRIVATION, 'context/imd2025_england_lsoa21_london.csv'),
    );
    const toWards = route(routesToWards(lookups(), 'wards-2022'), 'lsoas-2021');
    const along = joinRoutes(toWards, routeToBoroughs(referenceAreas('wards-2022'), 'wards-2022'));
    const made = sumParts(along, deprived, [CAMDEN, ISLINGTON], { boundaryVersion: 'boroughs-2022' });
    expect(made.map(({ values }) => values.at(-1))).toEqual([45_626, 50_833]);
  },
);

it.skipIf(!existsSync(folder))(
  'comes within half a per cent of the crime published by ward over both boroughs, but not ward by ward',
  () => {
    // The LSOA file leaves sexual offences out.
    const crime = requireMeasure('recorded-crime-except-sexual-offences');
    const here = (line: string): boolean => line.includes(CAMDEN) || line.includes(ISLINGTON);
    const lsoas = read(MPS_LSOA, 'mps/MPS LSOA Level Crime (most recent 24 months).csv', here).series;
    const along = route(routesToWards(lookups(), 'wards-2022'), 'lsoas-2021');
    const to = { boundaryVersion: 'wards-2022' } as const;
    const made = sumParts(along, compose(crime, lsoas, 'lsoas-2021'), codesOf('wards-2022'), to);
    const wards = new Set(codesOf('wards-2022'));
    const ofWards = (line: string): boolean => [...wards].some((code) => line.includes(code));
    const published = compose(
      crime,
      read(MPS_WARD, 'mps/MPS Ward Level Crime (most recent 24 months).csv', ofWards).series,
      'wards-2022',
    );
    // Without February 2024, a stub in both files.
    expect([total(made, 1), total(published, 1)]).toEqual([138_230, 138_675]);
    const ratios = made.map(
      (each) =>
        total([each], 1) /
        total(
          published.filter(({ areaCode }) => areaCode === each.areaCode),
          1,
        ),
    );
    const inOrder = ratios.toSorted((a, b) => a - b).map((ratio) => Number(ratio.toFixed(3)));
    expect([inOrder[0], inOrder[18], inOrder[36]]).toEqual([0.703, 0.996, 1.544]);
  },
);
