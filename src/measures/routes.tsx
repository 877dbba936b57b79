import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Month } from '../lib/calendar/month.ts';
import { todayInLondon } from '../lib/calendar/today-in-london.ts';
import type { OpenTable } from '../lib/tables/index.ts';
import type { Platform } from '../platform/platform.ts';
import { html, InvalidRequest, NotFound, PUBLISHED, sendTable, tableFile } from '../platform/web/index.ts';
import { CATALOGUE } from './catalogue.ts';
import type { MeasureHeld } from './completeness/completeness-report.ts';
import { nearNames } from './near-names.ts';
import { publishableSets } from './open-tables/publishable-sets.ts';
import { revisionsTable } from './open-tables/revisions-table.ts';
import { seriesTable } from './open-tables/series-table.ts';
import { CataloguePage } from './pages/catalogue-page.tsx';
import { loadCataloguePage } from './pages/catalogue-page-service.ts';
import type { FoundPlace } from './pages/find-place-service.ts';
import { measurePageAddress, seriesFileName } from './pages/measure-address.ts';
import { MeasurePage } from './pages/measure-page.tsx';
import {
  findMeasureHeld,
  type GiveOut,
  loadMeasurePage,
  type SeriesAtPlace,
  seriesAtPlace,
} from './pages/measure-page-service.ts';
import type { Revisions } from './revisions/revisions-between.ts';
import { revisions } from './revisions/revisions-service.ts';
import { seriesInVintage } from './series-in-vintage-service.ts';

const pageParameter = z.object({ name: z.string().max(200) });
const fileParameter = z.object({ name: z.string().max(200), file: z.string().max(300) });
const pageQuery = z.object({ area: z.string().max(100).optional(), vintage: z.string().max(100).optional() });
const revisionsQuery = z.object({ from: z.string().max(100), to: z.string().max(100) });

/** What of figures is given out: on pages to who asks, and in files to everybody alike. */
export interface GivenOut {
  onPages: GiveOut;
  inFiles: GiveOut;
}

/** Mounts the catalogue of measures, a page for each, and their figures as files. */
export function measuresRoutes(server: FastifyInstance, { onPages, inFiles }: GivenOut): void {
  server.get('/measures', { config: { access: PUBLISHED } }, async ({ platform }, reply) =>
    html(reply, <CataloguePage {...(await loadCataloguePage(platform.records, today(platform)))} />),
  );

  server.get('/measures/:name', { config: { access: PUBLISHED } }, async (request, reply) => {
    const { platform } = request;
    const { name } = read(pageParameter, request.params);
    const { area = null, vintage = null } = read(pageQuery, request.query);
    const measure = await requireHeld(platform, name);
    const asked = { measure, area: area || null, vintage: vintage || null, today: today(platform) };
    requireVintage(measure, asked.vintage);
    const model = await loadMeasurePage(platform, asked, onPages);
    if ('kind' in model) throw noSuchArea(measure, model);
    return html(reply, <MeasurePage {...model} />);
  });

  server.get('/measures/:name/:file', { config: { access: PUBLISHED, pace: 'heavy' } }, async (request, reply) => {
    const { platform } = request;
    const { name, file } = read(fileParameter, request.params);
    const measure = await requireHeld(platform, name);
    const asked = tableFile(file);
    if (asked === null) throw noSuchFile(measure);
    const { base, format } = asked;
    const word = base.startsWith(`${name}-`) ? base.slice(name.length + 1) : base;
    const area = word.endsWith(REVISIONS) ? word.slice(0, -REVISIONS.length) : word;
    const vintage = read(pageQuery, request.query).vintage || null;
    requireVintage(measure, vintage);
    const found = await seriesAtPlace(platform, { measure, area, vintage, today: today(platform) }, inFiles);
    if ('kind' in found) throw noSuchArea(measure, found);
    requirePublishable(measure, found);
    const table =
      area === word
        ? seriesTable({
            ...{ name: seriesFileName(name, found.place.word), measure, made: today(platform) },
            ...{ series: found.series, areas: found.areas },
          })
        : await revisedTable(platform, { measure, found, ...read(revisionsQuery, request.query) }, inFiles);
    return sendTable(reply, table, format, { base: encodeURIComponent(base) });
  });
}

const today = (platform: Platform): string => todayInLondon(platform.now());

/** @throws NotFound where there are no figures, or they are not given out */
function requirePublishable(measure: MeasureHeld, { place, series }: SeriesAtPlace): void {
  const { name, title } = measure;
  if (series.length === 0)
    throw new NotFound(
      `No figures for ${title.toLowerCase()} are held for ${place.name}: import a file that has them.`,
      [{ href: measurePageAddress(name), text: title }],
    );
  if (series.every(({ values }) => values.every((value) => value === null)))
    throw new NotFound(NOT_SHOWN, [{ href: measurePageAddress(name), text: title }]);
  if (!series.every(({ boundaryVersion }) => publishableSets(measure).includes(boundaryVersion)))
    throw new NotFound(NOT_GIVEN_OUT, [{ href: measurePageAddress(name), text: `${title} by borough` }]);
}

async function revisedTable(
  platform: Platform,
  { measure, found, from, to }: { measure: MeasureHeld; found: SeriesAtPlace; from: string; to: string },
  inFiles: GiveOut,
): Promise<OpenTable> {
  const { records, now } = platform;
  const { place, series, areas } = found;
  for (const each of [from, to]) requireVintage(measure, each);
  const changed: Revisions[] = [];
  for (const { areaCode: code, boundaryVersion: version } of series) {
    const area = { code, version };
    // A month that is not given out has no revision, whichever of the two vintages it is of.
    const hidden: Month[] = [];
    for (const vintage of [from, to]) {
      const asked = { areaCodes: [code], boundaryVersion: version };
      const given = await inFiles(platform, await seriesInVintage(records, measure, asked, vintage));
      hidden.push(...given.flatMap((each) => each.hidden ?? []));
    }
    for (const each of await revisions(records, { measure: measure.name, from, to, area }))
      changed.push({ ...each, months: each.months.filter(({ month }) => !hidden.includes(month)) });
  }
  const name = `${seriesFileName(measure.name, place.word)}${REVISIONS}`;
  return revisionsTable({ name, measure, from, to, areas, made: todayInLondon(now()) }, changed);
}

const REVISIONS = '-revisions';
const NOT_SHOWN = 'Not shown: fewer than 5, or would reveal such a figure.';
const NOT_GIVEN_OUT =
  'Figures of people by ethnicity are given out for boroughs and forces only, since those of a small area are few.';

/** @throws NotFound naming the measures nearest to what was asked */
async function requireHeld({ records }: Platform, name: string): Promise<MeasureHeld> {
  const measure = await findMeasureHeld(records, name);
  if (measure !== null) return measure;
  const near = nearNames(
    name,
    CATALOGUE.map((each) => each.name),
  );
  throw new NotFound(`There is no measure called “${name}”.`, [
    ...CATALOGUE.filter((each) => near.includes(each.name)).map((each) => ({
      href: measurePageAddress(each.name),
      text: each.title,
    })),
    { href: '/measures', text: 'Every measure' },
  ]);
}

/** @throws NotFound naming the vintages that hold the measure */
function requireVintage({ name, title, held }: MeasureHeld, vintage: string | null): void {
  const vintages = held.map((each) => each.vintage);
  if (vintage === null || vintages.includes(vintage)) return;
  const near = nearNames(vintage, vintages);
  throw new NotFound(`No vintage “${vintage}” holds figures for ${title.toLowerCase()}.`, [
    ...(near.length > 0 ? near : vintages.slice(0, 3)).map((each) => ({
      href: measurePageAddress(name, { vintage: each }),
      text: `${title}, vintage ${each}`,
    })),
    { href: measurePageAddress(name), text: title },
  ]);
}

function noSuchArea(
  { name, title }: MeasureHeld,
  { because, near }: Extract<FoundPlace, { kind: 'refused' }>,
): NotFound {
  return new NotFound(because, [
    ...near.map(({ word, name: text }) => ({ href: measurePageAddress(name, { area: word }), text })),
    { href: measurePageAddress(name), text: title },
  ]);
}

function noSuchFile({ name, title }: MeasureHeld): NotFound {
  return new NotFound('Figures are given as .csv, with notes as .txt, as .csv-metadata.json and as .json.', [
    { href: measurePageAddress(name), text: title },
  ]);
}

/** @throws InvalidRequest when the address is not as our own pages write it */
function read<T>(shape: z.ZodType<T>, value: unknown): T {
  const parsed = shape.safeParse(value);
  if (!parsed.success) throw new InvalidRequest('This address cannot be read: start again from the list of measures.');
  return parsed.data;
}
