import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Answer,
  breakOff,
  destroySoon,
  type MadePublisher,
  madePublisher,
  rangeStart,
  wholeFile,
} from '../../../test/builders/publisher.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../model.ts';
import { fetchPublication } from './fetch-service.ts';
import type { FetchAsked, Publication } from './model.ts';
import { politeClient } from './polite-client.ts';

const content = randomBytes(300_000);
const md5 = createHash('md5').update(content).digest('hex');
const sha256 = createHash('sha256').update(content).digest('hex');
const NOTHING: FetchAsked = { month: null, about: null };

let folder: string;
let publisher: MadePublisher;
let waits: number[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wardroom-fetch-'));
  waits = [];
});
afterEach(async () => {
  await publisher.close();
  await rm(folder, { recursive: true });
});

async function serve(answers: Record<string, Answer>): Promise<void> {
  publisher = await madePublisher(answers);
}

const onDay = (day: string): Platform =>
  ({
    dataFolder: folder,
    actor: 'cli:test',
    principal: { kind: 'operator', name: 'test', as: null },
    now: () => new Date(`${day}T12:00:00Z`),
  }) as Platform;

/** A client that does not really wait, but writes down for how long it would have. */
const client = () =>
  politeClient({
    fetch,
    wait: async (milliseconds) => void waits.push(Math.round(milliseconds)),
    now: () => performance.now(),
    random: () => 0,
    silence: 400,
  });

function fileAt(path: string, more: Partial<Extract<Publication['from'], { kind: 'file' }>> = {}): Publication {
  return {
    name: 'made',
    title: 'Made',
    publisher: 'Made',
    asks: 'nothing',
    from: { kind: 'file', address: `${publisher.address}${path}`, extension: 'csv', redirectHosts: [], ...more },
    addressReadIn: 'a test',
  };
}

const get = (publication: Publication, asked = NOTHING, day = '2026-03-01') =>
  fetchPublication(onDay(day), client(), publication, asked);
const held = (path: string) => readFile(join(folder, path));
const refusalOf = async (publication: Publication, asked = NOTHING): Promise<string> => {
  const error: unknown = await get(publication, asked).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Refusal);
  return (error as Refusal).message;
};

describe('a file', () => {
  it('is fetched whole, with its checksums, and asked for by name and version only', async () => {
    await serve({ '/a.csv': wholeFile(content) });
    const [file] = await get(fileAt('/a.csv'));
    expect(file).toMatchObject({ bytes: content.length, sha256, checksum: 'none given', unchanged: false });
    expect(file?.path).toBe('downloads/made-fetched-2026-03-01.csv');
    expect(await held(file?.path ?? '')).toEqual(content);
    expect(publisher.asked[0]?.headers['user-agent']).toContain('Wardroom');
    expect((await readdir(join(folder, 'downloads'))).filter((name) => name.includes('.part'))).toEqual([]);
  });

  it('is not fetched again while its publisher has not changed it, and stays when it has', async () => {
    let version = '"v1"';
    await serve({ '/a.csv': (request, response, turn) => wholeFile(content, version)(request, response, turn) });
    await get(fileAt('/a.csv'));
    expect(await get(fileAt('/a.csv'), NOTHING, '2026-03-02')).toMatchObject([
      { unchanged: true, path: 'downloads/made-fetched-2026-03-01.csv', sha256 },
    ]);
    version = '"v2"';
    expect(await get(fileAt('/a.csv'), NOTHING, '2026-03-03')).toMatchObject([
      { unchanged: false, path: 'downloads/made-fetched-2026-03-03.csv' },
    ]);
    expect(await held('downloads/made-fetched-2026-03-01.csv')).toEqual(content);
  });

  it('goes on where it broke off, each time', async () => {
    await serve({
      '/a.csv': (request, response, turn) => {
        const from = rangeStart(request, '"v1"');
        if (turn === 1) return breakOff(response, content, 100_000);
        if (turn === 2 && from !== null) {
          response.writeHead(206, {
            etag: '"v1"',
            'content-range': `bytes ${from}-${content.length - 1}/${content.length}`,
            'content-length': content.length - from,
          });
          response.write(content.subarray(from, from + 50_000));
          return destroySoon(response);
        }
        return wholeFile(content)(request, response, turn);
      },
    });
    const [file] = await get(fileAt('/a.csv'));
    expect(file?.sha256).toBe(sha256);
    const ranges = publisher.asked.map(({ headers }) => headers.range ?? 'whole');
    expect(ranges[0]).toBe('whole');
    expect(ranges).toHaveLength(3);
    const starts = ranges.slice(1).map((range) => Number(/\d+/.exec(range)?.[0]));
    expect(starts[0]).toBeGreaterThan(0);
    expect(starts[1]).toBeGreaterThan(starts[0] ?? 0);
  });

  it('goes on in a later run with what an earlier one left', async () => {
    let working = false;
    await serve({
      '/a.csv': (request, response, turn) => {
        if (working) return wholeFile(content)(request, response, turn);
        return turn === 1 ? breakOff(response, content, 1_000) : void response.writeHead(503).end();
      },
    });
    expect(await refusalOf(fileAt('/a.csv'))).toContain('what came so far is kept');
    working = true;
    const before = publisher.asked.length;
    const [file] = await get(fileAt('/a.csv'), NOTHING, '2026-03-05');
    expect(file?.sha256).toBe(sha256);
    expect(publisher.asked[before]?.headers.range).toBe('bytes=1000-');
  });

  it('begins anew when the publisher has another version by then', async () => {
    const other = randomBytes(content.length);
    await serve({
      '/a.csv': (request, response, turn) =>
        turn === 1 ? breakOff(response, content, 100_000) : wholeFile(other, '"v2"')(request, response, turn),
    });
    const [file] = await get(fileAt('/a.csv'));
    expect(await held(file?.path ?? '')).toEqual(other);
  });

  it('begins anew when the server goes on with another version, though it was asked not to', async () => {
    const other = randomBytes(content.length);
    await serve({
      '/a.csv': (request, response, turn) => {
        if (turn === 1) return breakOff(response, content, 100_000);
        const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
        response.writeHead(from > 0 ? 206 : 200, {
          etag: '"v2"',
          'content-length': other.length - from,
          ...(from > 0 ? { 'content-range': `bytes ${from}-${other.length - 1}/${other.length}` } : {}),
        });
        response.end(other.subarray(from));
      },
    });
    const [file] = await get(fileAt('/a.csv'));
    expect(await held(file?.path ?? '')).toEqual(other);
  });

  it('is refused when it is redirected to an address that is none', async () => {
    await serve({ '/a.csv': (_, response) => void response.writeHead(302, { location: 'http://[' }).end() });
    expect(await refusalOf(fileAt('/a.csv'))).toContain('redirected to an address that is none');
  });

  it('stays beside one that comes later on the same day', async () => {
    let version = 1;
    const contents = () => Buffer.from(`file ${version}`);
    await serve({
      '/a.csv': (request, response, turn) => wholeFile(contents(), `"v${version}"`)(request, response, turn),
    });
    await get(fileAt('/a.csv'));
    version = 2;
    const [file] = await get(fileAt('/a.csv'));
    expect(file?.path).toBe('downloads/made-fetched-2026-03-01-2.csv');
    expect(String(await held('downloads/made-fetched-2026-03-01.csv'))).toBe('file 1');
  });

  it('takes for whole what came whole before the process ended', async () => {
    await serve({
      '/a.csv': (request, response, turn) => {
        if (turn > 1) return wholeFile(content)(request, response, turn);
        // Says nothing of its length, and never ends: everything came, and nobody was told.
        response.writeHead(200, { etag: '"v1"' });
        response.write(content);
      },
    });
    const [file] = await get(fileAt('/a.csv'));
    expect(file?.sha256).toBe(sha256);
    expect(publisher.asked.map(({ headers }) => headers.range)).toEqual([undefined, `bytes=${content.length}-`]);
  });

  it('waits as long as a busy publisher asks, else twice as long each time', async () => {
    await serve({
      '/a.csv': (request, response, turn) => {
        if (turn === 1) return void response.writeHead(429, { 'retry-after': '7' }).end();
        if (turn <= 3) return void response.writeHead(503).end();
        return wholeFile(content)(request, response, turn);
      },
    });
    await get(fileAt('/a.csv'));
    expect(waits.filter((wait) => wait >= 1000)).toEqual(expect.arrayContaining([7000, 2000, 4000]));
  });

  it('is given up after some attempts, in one sentence', async () => {
    await serve({ '/a.csv': (_, response) => void response.writeHead(503).end() });
    expect(await refusalOf(fileAt('/a.csv'))).toMatch(/answers 503, and was asked 6 times: try again later/);
    expect(publisher.asked).toHaveLength(6);
  });

  it('is begun again when the publisher falls silent', async () => {
    await serve({
      '/a.csv': (request, response, turn) => {
        if (turn > 1) return wholeFile(content)(request, response, turn);
        response.writeHead(200, { 'content-length': content.length, etag: '"v1"' });
        response.write(content.subarray(0, 10_000));
      },
    });
    const [file] = await get(fileAt('/a.csv'));
    expect(file?.sha256).toBe(sha256);
  });

  it('comes however slowly, as long as something comes', async () => {
    await serve({
      '/a.csv': async (_, response) => {
        response.writeHead(200, { 'content-length': content.length });
        for (let at = 0; at < content.length; at += 60_000) {
          response.write(content.subarray(at, at + 60_000));
          await new Promise((resolve) => setTimeout(resolve, 120));
        }
        response.end();
      },
    });
    const [file] = await get(fileAt('/a.csv'));
    expect(file?.sha256).toBe(sha256);
    expect(publisher.asked).toHaveLength(1);
  });

  it('is followed to another address of its publisher, and nowhere else', async () => {
    await serve({
      '/a.csv': (_, response) => void response.writeHead(302, { location: '/b.csv' }).end(),
      '/b.csv': wholeFile(content),
      '/c.csv': (_, response) => void response.writeHead(302, { location: 'https://example.org/evil.csv' }).end(),
      '/loop.csv': (_, response) => void response.writeHead(302, { location: '/loop.csv' }).end(),
    });
    expect((await get(fileAt('/a.csv')))[0]?.sha256).toBe(sha256);
    expect(await refusalOf(fileAt('/c.csv'))).toContain('leads to example.org, which is not a host of its publisher');
    expect(await refusalOf(fileAt('/loop.csv'))).toContain('redirected more than 5 times');
  });

  it('is checked against the checksum its publisher gives, and fetched once more when false', async () => {
    const page: Answer = (_, response) => void response.end(`<a href="2026-03.zip">2026-03.zip</a> MD5 ${md5}`);
    const spoilt = Buffer.from(content);
    spoilt[7] = (spoilt[7] ?? 0) ^ 1;
    await serve({
      '/archive/': page,
      '/archive/2026-03.zip': (request, response, turn) =>
        wholeFile(turn === 1 ? spoilt : content, `"${turn}"`)(request, response, turn),
      '/bad/': page,
      '/bad/2026-03.zip': wholeFile(spoilt),
    });
    const archive = (path: string): Publication => ({
      ...fileAt(`${path}{month}.zip`, { extension: 'zip', checksumPage: `${publisher.address}${path}` }),
      asks: 'month',
    });
    const asked = { month: '2026-03', about: null };
    expect(await get(archive('/archive/'), asked)).toMatchObject([{ checksum: 'matches', sha256 }]);
    expect(await refusalOf(archive('/bad/'), asked)).toContain(
      'does not match the checksum its publisher gives, twice',
    );
    expect(await refusalOf(archive('/archive/'))).toContain('Say which month');
  });

  it.each([
    [404, 'is not there any more (404)'],
    [403, 'is not given to us (403)'],
  ])('is refused in one sentence when the answer is %i', async (status, because) => {
    await serve({ '/a.csv': (_, response) => void response.writeHead(status).end() });
    expect(await refusalOf(fileAt('/a.csv'))).toContain(because);
    expect(publisher.asked).toHaveLength(1);
  });

  it('is refused when nobody listens', async () => {
    await serve({});
    const publication = fileAt('/a.csv');
    await publisher.close();
    expect(await refusalOf(publication)).toContain('cannot be reached (ECONNREFUSED)');
  });
});

describe('a layer of areas', () => {
  const layerAt = (path: string, as: 'geojson' | 'csv'): Publication => ({
    ...fileAt(path),
    from: {
      kind: 'feature-layer',
      address: `${publisher.address}${path}`,
      as,
      where: '1=1',
      fields: ['WD22CD', 'WD22NM'],
    },
  });
  const area = (code: string) => ({ type: 'Feature', properties: { WD22CD: code, WD22NM: code }, geometry: null });

  it('is read page by page, after a page that broke off too', async () => {
    let broken = 0;
    await serve({
      '/wards/query': (request, response) => {
        const offset = Number(new URL(request.url ?? '', 'http://x').searchParams.get('resultOffset'));
        const last = offset >= 2;
        const body = JSON.stringify({
          features: last ? [area('c')] : [area('a'), area('b')],
          exceededTransferLimit: !last,
        });
        if (last && broken === 0) {
          broken += 1;
          return breakOff(response, Buffer.from(body), 9);
        }
        response.end(body);
      },
    });
    const [file] = await get(layerAt('/wards', 'geojson'));
    const { features } = JSON.parse(String(await held(file?.path ?? '')));
    expect(features.map((each: ReturnType<typeof area>) => each.properties.WD22CD)).toEqual(['a', 'b', 'c']);
    expect(await get(layerAt('/wards', 'geojson'), NOTHING, '2026-04-01')).toMatchObject([
      { unchanged: true, path: 'downloads/made-fetched-2026-03-01.geojson' },
    ]);
  });

  it('is refused with the service’s own words', async () => {
    await serve({ '/wards/query': (_, response) => void response.end('{"error":{"message":"Invalid URL"}}') });
    expect(await refusalOf(layerAt('/wards', 'csv'))).toContain('refused the request (Invalid URL)');
  });
});

describe('the police API', () => {
  it('gives the five parts of a neighbourhood', async () => {
    const parts = ['', '/people', '/priorities', '/events', '/boundary'];
    await serve(
      Object.fromEntries(
        parts.map((part) => [`/api/leicestershire/NC04${part}`, (_, response) => void response.end(`["${part}"]`)]),
      ) as Record<string, Answer>,
    );
    const api: Publication = {
      ...fileAt(''),
      asks: 'neighbourhood',
      from: { kind: 'police-api', address: `${publisher.address}/api`, what: 'neighbourhood' },
    };
    const files = await get(api, { month: null, about: 'leicestershire/NC04' });
    expect(files.map(({ about }) => about)).toEqual(Array(5).fill('leicestershire/NC04'));
    expect(String(await held(files[2]?.path ?? ''))).toBe('["/priorities"]');
    expect(await refusalOf(api, { month: null, about: '../../etc' })).toContain('--about FORCE/NEIGHBOURHOOD');
  });
});
