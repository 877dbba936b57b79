import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { inject } from 'vitest';
import type { Platform } from '../../src/platform/platform.ts';
import { buildServer } from '../../src/platform/web/index.ts';
import { emptyRecords } from './records.ts';
import { testPlatform } from './test-platform.ts';

const HOST = '127.0.0.1:3000';

type Answer = Awaited<ReturnType<FastifyInstance['inject']>>;

/** A server on empty records, asked as a browser on this machine asks. */
export interface PageServer {
  platform: Platform;
  server: FastifyInstance;
  /** Errors the server logged, one JSON line each. */
  faults: string[];
  get(url: string, headers?: Record<string, string>): Promise<Answer>;
  /** Sends a form from one of our own pages; `headers` override. */
  post(url: string, fields?: Record<string, string>, headers?: Record<string, string>): Promise<Answer>;
  /** Sends a form with files. */
  postFiles(
    url: string,
    files: { name: string; bytes: Buffer | string }[],
    fields?: Record<string, string>,
  ): Promise<Answer>;
  close(): Promise<void>;
}

/** @param mount mounts routes, and fills the records first where a test needs some */
export async function pageServer(
  mount: (server: FastifyInstance, deps: { platform: Platform }) => void | Promise<void>,
  now: Date = new Date('2026-03-10T12:00:00Z'),
): Promise<PageServer> {
  const { database, close } = await emptyRecords();
  const dataFolder = await mkdtemp(join(inject('runFolder'), 'pages-'));
  const platform = testPlatform(database, { dataFolder, now, actor: 'page test' });
  const faults: string[] = [];
  const server = await buildServer({
    port: 3000,
    assetsFolder: dataFolder,
    logger: { level: 'error', stream: { write: (line: string) => faults.push(line) } },
    uploads: { maxFiles: 20 },
  });
  await mount(server, { platform });
  const own = { host: HOST, origin: `http://${HOST}` };
  return {
    platform,
    server,
    faults,
    get: (url, headers = {}) => server.inject({ url, headers: { host: HOST, ...headers } }),
    post: (url, fields = {}, headers = {}) =>
      server.inject({
        method: 'POST',
        url,
        headers: { ...own, 'content-type': 'application/x-www-form-urlencoded', ...headers },
        payload: new URLSearchParams(fields).toString(),
      }),
    postFiles: (url, files, fields = {}) =>
      server.inject({
        method: 'POST',
        url,
        headers: { ...own, 'content-type': 'multipart/form-data; boundary=----line' },
        payload: multipartBody(files, fields),
      }),
    async close() {
      await server.close();
      await close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

function multipartBody(files: { name: string; bytes: Buffer | string }[], fields: Record<string, string>): Buffer {
  const line = '------line\r\n';
  const disposition = (rest: string) => `Content-Disposition: form-data; ${rest}\r\n`;
  const texts = Object.entries(fields).map(
    ([name, value]) => `${line}${disposition(`name="${name}"`)}\r\n${value}\r\n`,
  );
  const parts = files.flatMap(({ name, bytes }) => [
    Buffer.from(
      `${line}${disposition(`name="files"; filename="${name.replaceAll('"', '%22')}"`)}Content-Type: application/octet-stream\r\n\r\n`,
    ),
    Buffer.from(bytes),
    Buffer.from('\r\n'),
  ]);
  return Buffer.concat([Buffer.from(texts.join('')), ...parts, Buffer.from('------line--\r\n')]);
}
