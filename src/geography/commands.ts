import { type Command, InvalidArgumentError, Option } from 'commander';
import { todayInLondon } from '../lib/calendar/today-in-london.ts';
import { locate, toE7 } from '../lib/spatial/index.ts';
import type { OpenPlatform, Output } from '../platform/command-line.ts';
import type { Records } from '../platform/database/index.ts';
import type { Platform } from '../platform/platform.ts';
import { textTable } from '../platform/text-table.ts';
import { boroughByName } from './borough-by-name.ts';
import { boundarySet, boundarySets } from './boundary-set.ts';
import type { FoundArea } from './find-area.ts';
import type { Area, BoundaryVersion } from './model.ts';
import { neighbourhoodLines } from './neighbourhood-lines.ts';
import { neighbourhoodsHeld } from './neighbourhood-store.ts';
import { boundariesOf, findKnownArea, listAreas, neighbourhoodParts, wardIndex } from './service.ts';
import { wardSetAsAt } from './ward-set-as-at.ts';

interface Options {
  boundaries?: BoundaryVersion;
  borough?: Area;
  json?: boolean;
}

/** What a command has to say: the whole answer for machines, and the same in lines; or a refusal. */
type Answer = { json: unknown; lines: string[] } | { refused: string };

/**
 * Adds "wardroom area list", "area show", "area locate" and "area neighbourhood".
 * @returns the group "area", to which later domains add
 */
export function areaCommands(program: Command, open: OpenPlatform, output: Output): Command {
  const area = program.command('area').description('wards and boroughs: their names, codes and boundaries');
  const answer = async (asked: (platform: Platform) => Promise<Answer>, { json }: Options): Promise<void> => {
    const { platform, close } = await open();
    try {
      const said = await asked(platform);
      if ('refused' in said) {
        output.error(said.refused);
        output.exitCode(1);
      } else if (json) output.json(said.json);
      else for (const line of said.lines) output.line(line);
    } finally {
      await close();
    }
  };
  area
    .command('list')
    .description('wards of today, or of another boundary set')
    .addOption(boundariesOption())
    .option('--borough <name or code>', 'only the wards of this borough', readBorough)
    .option('--json', 'as JSON')
    .action((options: Options) => answer((platform) => list(platform, options), options));
  area
    .command('show <ward>')
    .description('one ward or borough by its name or official code')
    .addOption(boundariesOption())
    .option('--json', 'as JSON')
    .action((text: string, options: Options) =>
      answer(({ records, now }) => show(records, now(), text, options), options),
    );
  area
    .command('locate <longitude> <latitude>')
    .description('the ward that a point lies in; needs imported boundaries')
    .addOption(boundariesOption())
    .option('--json', 'as JSON')
    .action((longitude: string, latitude: string, options: Options) =>
      answer((platform) => locatePoint(platform, [longitude, latitude], options), options),
    );
  area
    .command('neighbourhood <force/code>')
    .description('team, priorities and events of a police neighbourhood, such as leicestershire/NC04')
    .option('--json', 'as JSON')
    .action((name: string, options: Options) =>
      answer(({ records, now }) => showNeighbourhood(records, now(), name), options),
    );
  return area;
}

/** Not called --version: that asks the program for its own. */
function boundariesOption(): Option {
  return new Option('--boundaries <set>', 'boundary set (default: the wards in force today)').choices(
    boundarySets().map((set) => set.version),
  );
}

function readBorough(text: string): Area {
  const borough = boroughByName(text);
  if (borough === null) throw new InvalidArgumentError('Give the name or code of a London borough, such as Camden.');
  return borough;
}

function versionFor({ boundaries }: Options, now: Date): BoundaryVersion {
  return boundaries ?? wardSetAsAt(todayInLondon(now)).version;
}

async function list({ records, now }: Platform, options: Options): Promise<Answer> {
  const version = versionFor(options, now());
  const boroughCodes = options.borough && { boroughCodes: [options.borough.code] };
  const areas = await listAreas(records, { version, ...boroughCodes });
  const { title } = boundarySet(version);
  if (areas.length === 0)
    return { refused: `No areas of ${options.borough?.name ?? 'the set'} are known in ${title}.` };
  const columns = ['Code', 'Name', 'Borough'].map((head) => ({ head, align: 'left' as const }));
  const rows = areas.map(({ code, name, boroughName }) => [code, name, boroughName ?? '']);
  return {
    json: { boundaryVersion: version, areas },
    lines: [`${areas.length} ${title}`, '', ...textTable(columns, rows)],
  };
}

async function show(records: Records, now: Date, text: string, options: Options): Promise<Answer> {
  const current = versionFor(options, now);
  const versions = options.boundaries
    ? [current]
    : [
        current,
        ...boundarySets()
          .map((set) => set.version)
          .filter((version) => version !== current),
      ];
  const found = await findKnownArea(records, text, versions);
  if (found.kind !== 'found') return { refused: notFound(text, found) };
  const { area } = found;
  const { title, from, until, source } = boundarySet(area.version);
  const boundaries = await boundariesOf(records, area.version);
  const boundaryHeld = boundaries.some(({ code }) => code === area.code);
  const lines = [
    `${area.name}${area.boroughName ? `, ${area.boroughName}` : ''} (${area.code})`,
    `One of the ${title}, in force from ${from}${until ? ` until before ${until}` : ''}.`,
    boundaryHeld ? 'Its boundary is held.' : 'Its boundary is not held: import a boundary file.',
    `Source of name and code: ${source}.`,
  ];
  return { json: { ...area, inForce: { from, until }, boundaryHeld, source }, lines };
}

function notFound(text: string, found: Exclude<FoundArea, { kind: 'found' }>): string {
  const nameOf = ({ name, boroughName, code }: Area) => `${name}${boroughName ? `, ${boroughName}` : ''} (${code})`;
  if (found.kind === 'ambiguous') return `"${text}" may be ${found.areas.map(nameOf).join(' or ')}: give the code.`;
  if (found.near.length === 0) return `There is no ward or borough "${text}": "wardroom area list" names them.`;
  return `There is no ward or borough "${text}": did you mean ${found.near.map(nameOf).join(' or ')}?`;
}

async function locatePoint({ records, now }: Platform, point: [string, string], options: Options): Promise<Answer> {
  const [longitude = Number.NaN, latitude = Number.NaN] = point.map((text) =>
    /\d/.test(text) ? Number(text) : Number.NaN,
  );
  if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
    return { refused: 'Give the longitude and then the latitude in degrees, such as -0.1278 51.5074.' };
  }
  const version = versionFor(options, now());
  const { title } = boundarySet(version);
  const index = await wardIndex(records, version);
  if (index.codes.length === 0) {
    return { refused: `No boundaries of the ${title} are held: import a boundary file with "wardroom import FILE".` };
  }
  const code = locate(index, toE7(longitude), toE7(latitude));
  if (code === null)
    return {
      refused: `The point lies in none of the ${title} whose boundaries are held (${index.codes.length} in all).`,
    };
  const area = (await listAreas(records, { version })).find((each) => each.code === code) ?? null;
  return {
    json: { longitude, latitude, ...area },
    lines: [`${area?.name}${area?.boroughName ? `, ${area.boroughName}` : ''} (${code})`],
  };
}

async function showNeighbourhood(records: Records, now: Date, name: string): Promise<Answer> {
  const [force = '', ...code] = name.split('/').map((part) => part.trim());
  const parts = await neighbourhoodParts(records, force, code.join('/'));
  if (parts !== null) return { json: parts, lines: neighbourhoodLines(parts, todayInLondon(now)) };
  const held = (await neighbourhoodsHeld(records)).map((each) => `${each.force}/${each.neighbourhood}`);
  return {
    refused:
      held.length === 0
        ? 'No police neighbourhood is held: import what the API of data.police.uk says of one, with "wardroom import FILE --about FORCE/NEIGHBOURHOOD".'
        : `Nothing is held of the police neighbourhood "${name}": give one of ${held.join(', ')}.`,
  };
}
