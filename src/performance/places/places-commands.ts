import { type Command, Option } from 'commander';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { csvLines } from '../../lib/tables/index.ts';
import type { OpenPlatform, Output } from '../../platform/command-line.ts';
import { percent } from '../../ui/percent.ts';
import { sayRate } from '../wards/say-wards.ts';
import type { PlaceHarm, PlacesComparison } from './model.ts';
import { comparePlaces } from './places-service.ts';
import { placesTable } from './places-table.ts';
import { MARGIN_UNKNOWN, sayHarm, sayNoTrust, sayPlaces, saySide } from './say-places.ts';

interface PlacesOptions {
  area?: string;
  lsoas?: boolean;
  period?: string;
  json?: boolean;
  csv?: boolean;
}

/** Adds "places": boroughs by harm and trust, and the wards or LSOAs of a place by harm. */
export function placesCommand(parent: Command, open: OpenPlatform, output: Output): void {
  parent
    .command('places')
    .description('boroughs by crime harm and trust, and the wards of a place by harm')
    .option('--area <code or name>', 'command unit or borough (default: the first unit)')
    .option('--lsoas', 'LSOAs instead of wards')
    .option('--period <period>', 'such as 2023-24 (default: the 12 months to the last quarter of the survey)')
    .option('--json', 'as JSON')
    .addOption(new Option('--csv', 'as CSV').conflicts('json'))
    .action(async ({ area, lsoas, period, json, csv }: PlacesOptions) => {
      const { platform, close } = await open();
      try {
        const today = todayInLondon(platform.now());
        const level = lsoas ? 'lsoas' : 'wards';
        const shown = await comparePlaces(platform, { place: area ?? null, level, period: period ?? null, today });
        if (shown.kind === 'refused') {
          output.error(shown.because);
          output.exitCode(1);
        } else if (json) output.json(shown);
        else if (csv) for (const line of csvLines(placesTable(shown, today))) output.line(line.trimEnd());
        else for (const line of linesOf(shown)) output.line(line);
      } finally {
        await close();
      }
    });
}

function* linesOf(shown: PlacesComparison): Generator<string> {
  const { figure, rest } = sayPlaces(shown);
  yield `${shown.period.label}${shown.synthetic ? ' (synthetic)' : ''}`;
  yield `${figure} ${rest}`;
  yield `${sayHarm(shown.harm)} ${MARGIN_UNKNOWN}`;
  yield '';
  for (const borough of shown.boroughs) {
    const trust = borough.trust === null ? 'no trust held' : `${percent(borough.trust, 0)} trust the police`;
    yield borough.side === null
      ? `${borough.area.name}: ${borough.missing ?? trust}`
      : `${borough.area.name}: ${rateWords(borough)}; ${trust}. ${saySide(borough)}`;
  }
  yield '';
  yield sayNoTrust(shown.small.level);
  for (const place of shown.small.places) yield `${place.area.name}: ${rateWords(place)}`;
}

const rateWords = ({ ratePer1000, missing }: PlaceHarm): string =>
  ratePer1000 === null ? (missing ?? '') : `${sayRate(ratePer1000)} for each 1,000 residents`;
