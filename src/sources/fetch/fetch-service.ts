import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { type BoundaryVersion, boundarySets } from '../../geography/index.ts';
import { boundariesOf } from '../../geography/service.ts';
import { isMonth } from '../../lib/calendar/month.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { guarded } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { isDiskFull } from '../is-disk-full.ts';
import { type OnProgress, Refusal } from '../model.ts';
import { download, readShort } from './download-client.ts';
import { asCsv, asGeoJson, pageAddress, readPage } from './feature-pages.ts';
import { findChecksum } from './find-checksum.ts';
import type { FeatureLayer, FetchAsked, FetchedFile, PlainFile, PoliceApi, Publication } from './model.ts';
import { crimesForm, isNeighbourhood, NEIGHBOURHOOD_PARTS, neighbourhoodAddress } from './police-addresses.ts';
import type { PoliteClient } from './polite-client.ts';

/** As large as a file that is imported may be. */
const LARGEST_FILE = 4 * 1024 ** 3;
const LARGEST_PAGE = 64 * 1024 ** 2;
const MOST_PAGES = 200;
const WARD_CODE = /^[EW]05\d{6}$/;

/** One fetch: of which publication, what was asked, and where things go. */
interface Errand {
  platform: Platform;
  client: PoliteClient;
  publication: Publication;
  asked: FetchAsked;
  onProgress: OnProgress;
}

/** What is remembered of a publication's newest file, beside it. */
const memory = z.object({
  path: z.string(),
  address: z.string(),
  version: z.string().nullable(),
  bytes: z.number(),
  sha256: z.string(),
  checksum: z.enum(['matches', 'none given']),
});
type Memory = z.infer<typeof memory>;

/**
 * Fetches a publication into the data folder's "downloads": what broke off goes on where it stopped, what has not
 * changed at its publisher is not fetched again, and what was fetched before stays beside the new.
 * @throws Refusal with one sentence that says what to do
 */
export const fetchPublication = guarded(
  { name: 'sources.fetch-publication', module: 'imports', act: 'write' },
  async (
    platform: Platform,
    client: PoliteClient,
    publication: Publication,
    asked: FetchAsked,
    onProgress: OnProgress = () => {},
  ): Promise<FetchedFile[]> => {
    const errand = { platform, client, publication, asked, onProgress };
    const { from } = publication;
    try {
      await mkdir(downloads(platform), { recursive: true });
      if (from.kind === 'file') return [await fetchFile(errand, from)];
      if (from.kind === 'feature-layer') return [await fetchLayer(errand, from)];
      return await (from.what === 'neighbourhood' ? fetchNeighbourhood(errand, from) : fetchCrimes(errand, from));
    } catch (error) {
      if (!isDiskFull(error)) throw error;
      throw new Refusal('The disk is full: free some room and fetch again; what came so far is kept.');
    }
  },
);

const downloads = (platform: Platform): string => join(platform.dataFolder, 'downloads');
const today = (platform: Platform): string => todayInLondon(platform.now());

async function fetchFile(errand: Errand, from: PlainFile): Promise<FetchedFile> {
  const { platform, client, publication, onProgress } = errand;
  const month = publication.asks === 'month' ? monthAsked(errand, true) : null;
  const address = from.address.replace('{month}', month ?? '');
  const stem = month === null ? publication.name : `${publication.name}-${month}`;
  const held = await recall(platform, stem);
  const md5 = await publishedChecksum(errand, from, basename(new URL(address).pathname));
  // The part keeps one name whatever the day, so that tomorrow's attempt goes on with today's.
  const arriving = join(downloads(platform), `${stem}.${from.extension}`);
  const came = await download(client, {
    address,
    redirectHosts: from.redirectHosts,
    path: arriving,
    largestBytes: LARGEST_FILE,
    md5,
    held: held?.address === address ? held.version : null,
    onBytes: (done, total) => onProgress({ file: publication.name, step: 'downloading', done, total }),
  });
  if (came.kind === 'unchanged' && held !== null) {
    const { version: _, ...rest } = held;
    return { publication: publication.name, ...rest, unchanged: true, about: null };
  }
  if (came.kind === 'unchanged') throw new Refusal(`${address} says it has not changed, though it was never fetched.`);
  const path = await freePath(platform, stem, from.extension);
  await rename(arriving, join(platform.dataFolder, path));
  const { bytes, sha256, version } = came;
  const checksum = md5 === null ? ('none given' as const) : ('matches' as const);
  await remember(platform, stem, { path, address, version, bytes, sha256, checksum });
  return { publication: publication.name, path, address, bytes, sha256, checksum, unchanged: false, about: null };
}

async function publishedChecksum({ client, asked }: Errand, from: PlainFile, file: string): Promise<string | null> {
  if (from.checksumPage === undefined || asked.month === 'latest') return null;
  const page = await readShort(client, { address: from.checksumPage, largestBytes: LARGEST_PAGE });
  return findChecksum(page, file);
}

async function fetchLayer(errand: Errand, layer: FeatureLayer): Promise<FetchedFile> {
  const { client, publication, onProgress } = errand;
  const features: unknown[] = [];
  for (let pages = 1; pages <= MOST_PAGES; pages += 1) {
    const address = pageAddress(layer, features.length);
    onProgress({ file: publication.name, step: `downloading page ${pages}`, done: 0, total: 0 });
    const page = readPage(await readShort(client, { address, largestBytes: LARGEST_PAGE }));
    if (page.kind === 'refused') throw new Refusal(`${layer.address} ${page.because}: look for the new address.`);
    features.push(...page.features);
    if (page.isLast || page.features.length === 0) {
      if (features.length === 0)
        throw new Refusal(`${layer.address} holds nothing of London: look for the new address.`);
      const text = layer.as === 'geojson' ? asGeoJson(features) : asCsv(layer, features);
      return keepText(errand, {
        stem: publication.name,
        extension: layer.as,
        address: layer.address,
        text,
        about: null,
      });
    }
  }
  throw new Refusal(`${layer.address} gives page after page without end: look at it with a browser.`);
}

async function fetchNeighbourhood(errand: Errand, api: PoliceApi): Promise<FetchedFile[]> {
  const { asked, client, onProgress, publication } = errand;
  const about = asked.about ?? '';
  if (!isNeighbourhood(about)) {
    throw new Refusal('Say which neighbourhood with --about FORCE/NEIGHBOURHOOD, such as leicestershire/NC04.');
  }
  const files: FetchedFile[] = [];
  for (const [done, part] of NEIGHBOURHOOD_PARTS.entries()) {
    const address = neighbourhoodAddress(api.address, about, part);
    onProgress({ file: publication.name, step: part, done, total: NEIGHBOURHOOD_PARTS.length });
    const text = await readShort(client, { address, largestBytes: LARGEST_PAGE });
    const stem = `${publication.name}-${about.replace('/', '-')}-${part}`;
    files.push(await keepText(errand, { stem, extension: 'json', address, text, about }));
  }
  return files;
}

async function fetchCrimes(errand: Errand, api: PoliceApi): Promise<FetchedFile[]> {
  const { asked, client, publication, platform } = errand;
  const month = monthAsked(errand, false);
  const code = asked.about ?? '';
  if (!WARD_CODE.test(code)) throw new Refusal('Say which ward with --about and its code, such as E05013698.');
  const rings = await wardRings(platform, code);
  const address = `${api.address}/crimes-street/all-crime`;
  const text = await readShort(client, { address, form: crimesForm(month, rings), largestBytes: LARGEST_PAGE });
  const stem = `${publication.name}-${code}-${month}`;
  return [await keepText(errand, { stem, extension: 'json', address, text, about: code })];
}

async function wardRings(platform: Platform, code: string) {
  const wardSets = boundarySets().flatMap(({ kind, version }): BoundaryVersion[] => (kind === 'ward' ? [version] : []));
  for (const version of wardSets) {
    const ward = (await boundariesOf(platform.records, version)).find((boundary) => boundary.code === code);
    const [rings, ...others] = ward?.polygons ?? [];
    if (rings === undefined) continue;
    if (others.length > 0) throw new Refusal(`${code} lies in several pieces, and the API takes one: use the archive.`);
    return rings;
  }
  throw new Refusal(`The boundary of ${code} is not held: import the ward boundaries first.`);
}

function monthAsked({ asked, publication }: Errand, mayBeLatest: boolean): string {
  const { month } = asked;
  if (month !== null && (isMonth(month) || (mayBeLatest && month === 'latest'))) return month;
  const latest = mayBeLatest ? ' (or --month latest)' : '';
  throw new Refusal(`Say which month of ${publication.name} with --month 2026-03${latest}.`);
}

async function keepText(
  { platform, publication }: Errand,
  file: { stem: string; extension: string; address: string; text: string; about: string | null },
): Promise<FetchedFile> {
  const { stem, extension, address, text, about } = file;
  const [bytes, sha256] = [Buffer.byteLength(text), createHash('sha256').update(text).digest('hex')];
  const held = await recall(platform, stem);
  const base = { publication: publication.name, address, bytes, sha256, checksum: 'none given' as const, about };
  if (held?.sha256 === sha256) return { ...base, path: held.path, unchanged: true };
  const path = await freePath(platform, stem, extension);
  const target = join(platform.dataFolder, path);
  await writeFile(`${target}.part`, text, { mode: 0o600 });
  await rename(`${target}.part`, target);
  await remember(platform, stem, { path, address, version: null, bytes, sha256, checksum: 'none given' });
  return { ...base, path, unchanged: false };
}

const memoryOf = (platform: Platform, stem: string): string => join(downloads(platform), `${stem}.json`);

/** The newest file fetched under a name; null when there is none, or it is there no more as it was. */
async function recall(platform: Platform, stem: string): Promise<Memory | null> {
  const text = await readFile(memoryOf(platform, stem), 'utf8').catch(() => 'null');
  const read = memory.safeParse(jsonOr(text, null));
  if (!read.success) return null;
  const found = await stat(join(platform.dataFolder, read.data.path)).catch(() => null);
  return found?.size === read.data.bytes ? read.data : null;
}

function jsonOr(text: string, otherwise: unknown): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return otherwise;
  }
}

/** Path below the data folder for a file that has just come; an earlier one of the same day stays. */
async function freePath(platform: Platform, stem: string, extension: string): Promise<string> {
  for (let turn = 1; ; turn += 1) {
    const path = join('downloads', `${stem}-fetched-${today(platform)}${turn === 1 ? '' : `-${turn}`}.${extension}`);
    const isTaken = await stat(join(platform.dataFolder, path)).then(
      () => true,
      () => false,
    );
    if (!isTaken) return path;
  }
}

async function remember(platform: Platform, stem: string, what: Memory): Promise<void> {
  const path = memoryOf(platform, stem);
  await writeFile(`${path}.part`, `${JSON.stringify(what, null, 2)}\n`, { mode: 0o600 });
  await rename(`${path}.part`, path);
  await rm(`${path}.part`, { force: true });
}
