import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { CATALOGUE, sumsCategory } from '../../measures/index.ts';
import { availableMeasures, readSeries, realFiguresHeld, supersededMonths } from '../../measures/service.ts';
import { guarded } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { unitAreas } from '../changes/changes-service.ts';
import { readImportRecords } from '../engine/keep-service.ts';
import { readFedCategories } from '../store.ts';
import { type FedMeasure, isOfVintage, stateOf } from './import-state.ts';
import type { StandingImport } from './standing-import.ts';

/** Past imports, the latest first, each with its state as the pages show its figures. */
export const listStanding = guarded(
  { name: 'sources.list-standing', module: 'imports', act: 'read' },
  async (platform: Platform): Promise<StandingImport[]> => {
    const { records } = platform;
    const imports = await readImportRecords(records);
    const units = await unitAreas(records, todayInLondon(platform.now()));
    const held = await readFedCategories(
      records,
      units.flatMap(({ areas }) => areas.map(({ code }) => code)),
    );
    const categories = [...new Set(held.flatMap((each) => each.categories))];
    // A file of LSOAs has no figures of these areas itself, and may be what theirs are made of.
    const made = new Set<string>();
    for (const { boundaryVersion, areas } of units) {
      const areaCodes = areas.map(({ code }) => code);
      for (const { measure } of await availableMeasures(records, { boundaryVersion, areaCodes }))
        made.add(measure.name);
    }
    const measures = CATALOGUE.filter(
      (measure) => made.has(measure.name) || categories.some((category) => sumsCategory(measure, category)),
    );
    const fed = new Map<string, FedMeasure[]>();
    for (const { boundaryVersion, areas } of units) {
      const own = held.filter((each) => each.boundaryVersion === boundaryVersion);
      const series = await readSeries(records, {
        boundaryVersion,
        areaCodes: areas.map(({ code }) => code),
        measures: measures.map(({ name }) => name),
      });
      for (const { id, vintage, file } of imports) {
        const ofImport = own.find(({ importId }) => importId === id)?.categories ?? [];
        // Figures may be shown on wards they were not published for: then the series names the file all the same.
        const isNamed = (name: string): boolean =>
          series.some((each) => each.measure === name && isOfVintage(each, vintage) && each.files.includes(file));
        const its = measures.filter(
          (measure) => ofImport.some((category) => sumsCategory(measure, category)) || isNamed(measure.name),
        );
        const shown = its.map(({ name }) => ({
          measure: name,
          shown: series.filter(({ measure }) => measure === name),
        }));
        fed.set(id, [...(fed.get(id) ?? []), ...shown]);
      }
    }
    const real = await realFiguresHeld(records);
    // A month given up for what lies in no area, such as Heathrow, says nothing of boroughs and wards.
    const given = (await supersededMonths(records)).filter(({ boundaryVersion }) => boundaryVersion !== 'unplaced');
    return imports.map((record) => {
      const own = { ...record, supersededMonths: given.filter(({ importId }) => importId === record.id) };
      const before = imports.slice(0, imports.indexOf(record));
      return { ...record, state: stateOf(own, before, fed.get(record.id) ?? [], real) };
    });
  },
);
