import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { Refusal } from '../model.ts';
import { AskAgain, type PoliteClient } from './polite-client.ts';

/** A file to be downloaded. */
export interface DownloadRequest {
  address: string;
  redirectHosts: readonly string[];
  /** Where it is to lie; PATH.part holds what came so far, PATH.part.json which version that is of. */
  path: string;
  largestBytes: number;
  /** MD5 that the publisher gives, lower-case hex; null when it gives none. */
  md5: string | null;
  /** Version held already: nothing is downloaded when the publisher says that it is still the present one. */
  held: string | null;
  /** @param total 0 when it is not known */
  onBytes(done: number, total: number): void;
}

export type Downloaded =
  | { kind: 'unchanged' }
  /** Version is the publisher's word for what was downloaded, to be asked about next time; null when it has none. */
  | { kind: 'downloaded'; bytes: number; sha256: string; version: string | null; resumedAt: number };

const partSchema = z.object({ address: z.string(), version: z.string() });
const RANGE = /^bytes (\d+)-\d+\/(\d+|\*)$/;

/**
 * Downloads a file. A download that breaks off, in this run or an earlier one, goes on where it stopped as long as the
 * publisher still has the same version; otherwise it begins anew. The file appears under its name only when it is whole
 * and, where the publisher gives a checksum, true to it.
 * @throws Refusal when the file is gone, larger than it may be, or false to its checksum twice
 */
export async function download(client: PoliteClient, request: DownloadRequest): Promise<Downloaded> {
  await mkdir(dirname(request.path), { recursive: true });
  for (const isSecond of [false, true]) {
    const came = await downloadPart(client, request);
    if (came === null) return { kind: 'unchanged' };
    const hashes = await hashOf(partOf(request.path));
    if (request.md5 !== null && hashes.md5 !== request.md5) {
      await removePart(request.path);
      if (isSecond) {
        throw new Refusal(
          `${request.address} does not match the checksum its publisher gives, twice: tell the publisher.`,
        );
      }
      continue;
    }
    await rename(partOf(request.path), request.path);
    await removePart(request.path);
    return { kind: 'downloaded', ...came, bytes: hashes.bytes, sha256: hashes.sha256 };
  }
  throw new Error('A download ends in the loop.');
}

const partOf = (path: string): string => `${path}.part`;
const notesOf = (path: string): string => `${path}.part.json`;

async function removePart(path: string): Promise<void> {
  await rm(partOf(path), { force: true });
  await rm(notesOf(path), { force: true });
}

/** What came of a file so far; null when it is to begin anew. */
async function heldPart(request: DownloadRequest): Promise<{ bytes: number; version: string } | null> {
  const found = await stat(partOf(request.path)).catch(() => null);
  const text = await readFile(notesOf(request.path), 'utf8').catch(() => null);
  if (found === null || text === null || found.size === 0) return null;
  try {
    const notes = partSchema.parse(JSON.parse(text));
    return notes.address === request.address ? { bytes: found.size, version: notes.version } : null;
  } catch {
    return null;
  }
}

async function downloadPart(
  client: PoliteClient,
  request: DownloadRequest,
): Promise<{ version: string | null; resumedAt: number } | null> {
  let first: number | null = null;
  return client.ask(
    {
      address: request.address,
      redirectHosts: request.redirectHosts,
      async headers() {
        const part = await heldPart(request);
        first ??= part?.bytes ?? 0;
        if (part !== null) return { range: `bytes=${part.bytes}-`, 'if-range': part.version };
        return request.held === null ? {} : conditionOf(request.held);
      },
    },
    async (answer, alive) => {
      if (answer.status === 304) {
        await answer.body?.cancel();
        return null;
      }
      if (answer.status === 416 && (await isWhole(request, answer))) {
        return { version: (await heldPart(request))?.version ?? null, resumedAt: first ?? 0 };
      }
      const version = versionOf(answer);
      await write(request, answer, version, alive);
      return { version, resumedAt: first ?? 0 };
    },
  );
}

/**
 * Whether what came already is the whole file, as after a process that ended before it gave the file its name. The
 * publisher answers 416 only when it still has the version asked about: RFC 9110 has If-Range judged first.
 */
async function isWhole(request: DownloadRequest, answer: Response): Promise<boolean> {
  const whole = /^bytes \*\/(\d+)$/.exec(answer.headers.get('content-range') ?? '')?.[1];
  return whole !== undefined && Number(whole) === (await heldPart(request))?.bytes;
}

/** The version of an answer: a strong entity tag, else the date of its last change. */
function versionOf({ headers }: Response): string | null {
  const tag = headers.get('etag');
  return tag !== null && !tag.startsWith('W/') ? tag : headers.get('last-modified');
}

function conditionOf(version: string): Record<string, string> {
  return version.startsWith('"') ? { 'if-none-match': version } : { 'if-modified-since': version };
}

async function write(
  request: DownloadRequest,
  answer: Response,
  version: string | null,
  alive: () => void,
): Promise<void> {
  const { start, total } = await whereToWrite(request, answer);
  if (total !== null && total > request.largestBytes) throw new Refusal(tooLarge(request));
  if (start === 0) await removePart(request.path);
  const out = await open(partOf(request.path), start === 0 ? 'w' : 'r+', 0o600);
  // Written before the first byte: without it, what came could not be told from another version's.
  if (version !== null) await writeFile(notesOf(request.path), JSON.stringify({ address: request.address, version }));
  let bytes = start;
  try {
    for await (const chunk of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
      alive();
      await out.write(chunk, 0, chunk.length, bytes);
      bytes += chunk.length;
      if (bytes > request.largestBytes) throw new Refusal(tooLarge(request));
      request.onBytes(bytes, total ?? 0);
    }
    await out.datasync();
  } finally {
    await out.close();
  }
  if (total !== null && bytes !== total) throw new AskAgain(`ended after ${bytes} of ${total} bytes`);
}

function tooLarge({ address, largestBytes }: DownloadRequest): string {
  const megabytes = Math.floor(largestBytes / 1_000_000).toLocaleString('en-GB');
  return `${address} is larger than the ${megabytes} MB that are fetched: download it with a browser and look at it.`;
}

/** Where in the file the answer begins, and how long the whole file is; null when that is not said. */
async function whereToWrite(
  request: DownloadRequest,
  answer: Response,
): Promise<{ start: number; total: number | null }> {
  const part = await heldPart(request);
  const range = answer.headers.get('content-range');
  if (answer.status === 416) {
    await answer.body?.cancel();
    await removePart(request.path);
    throw new AskAgain('has no more than came already');
  }
  if (answer.status === 206) {
    const [, start, whole] = RANGE.exec(range ?? '') ?? [];
    // Not every server minds If-Range: what goes on must say itself that it is of the version begun with.
    if (part === null || Number(start) !== part.bytes || versionOf(answer) !== part.version) {
      await answer.body?.cancel();
      await removePart(request.path);
      throw new AskAgain('went on at another place, or with another version, than was asked');
    }
    return { start: part.bytes, total: whole === undefined || whole === '*' ? null : Number(whole) };
  }
  const length = answer.headers.get('content-length');
  const isPacked = (answer.headers.get('content-encoding') ?? 'identity') !== 'identity';
  return { start: 0, total: length === null || isPacked ? null : Number(length) };
}

async function hashOf(path: string): Promise<{ bytes: number; sha256: string; md5: string }> {
  const [sha256, md5] = [createHash('sha256'), createHash('md5')];
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 ** 2 }) as AsyncIterable<Buffer>) {
    sha256.update(chunk);
    md5.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: sha256.digest('hex'), md5: md5.digest('hex') };
}

/**
 * Reads a short text, such as a page or an answer of an API.
 * @throws Refusal when it is longer than may be
 */
export async function readShort(
  client: PoliteClient,
  request: { address: string; redirectHosts?: readonly string[]; form?: URLSearchParams; largestBytes: number },
): Promise<string> {
  const { address, form, largestBytes } = request;
  return client.ask(
    { address, redirectHosts: request.redirectHosts ?? [], headers: async () => ({}), ...(form ? { form } : {}) },
    async (answer, alive) => {
      const chunks: Uint8Array[] = [];
      let bytes = 0;
      for await (const chunk of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
        alive();
        chunks.push(chunk);
        bytes += chunk.length;
        if (bytes > largestBytes) throw new Refusal(`${address} gives more than it can: look at it with a browser.`);
      }
      const length = answer.headers.get('content-length');
      if (length !== null && !answer.headers.has('content-encoding') && Number(length) !== bytes) {
        throw new AskAgain(`ended after ${bytes} of ${length} bytes`);
      }
      return Buffer.concat(chunks).toString('utf8');
    },
  );
}
