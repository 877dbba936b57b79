import { mkdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PUBLISHED } from '../../src/platform/web/index.ts';
import { type PageServer, pageServer } from '../builders/page-server.ts';

let pages: PageServer;
let port: number;
beforeAll(async () => {
  pages = await pageServer(async (server, { platform }) => {
    await writeFile(join(platform.dataFolder, 'style.css'), 'body{}');
    await mkdir(join(platform.dataFolder, 'fonts'));
    const config = { access: PUBLISHED };
    server.get('/read', { config }, async ({ query }) => ({
      query,
      polluted: Object.hasOwn(Object.prototype, 'polluted'),
    }));
    server.post('/write', { config }, async ({ body }) => ({ body, polluted: 'polluted' in {} }));
    server.delete('/write', { config }, async () => 'deleted');
  });
  port = Number(new URL(await pages.server.listen({ host: '127.0.0.1', port: 0 })).port);
});
afterAll(() => pages.close());

/** What the server answers to bytes as they are. */
function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')));
    socket.on('error', (error) =>
      chunks.length > 0 ? resolve(Buffer.concat(chunks).toString('latin1')) : reject(error),
    );
    // Not ended: a sender that leaves before it is answered is another test.
    socket.write(text, 'latin1');
  });
}
const get = (address: string, headers = '') =>
  raw(`GET ${address} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${headers}Connection: close\r\n\r\n`);
const statusOf = (answer: string) => Number(answer.split(' ', 2)[1]);

describe('an id of a request sent from outside', () => {
  it('is ignored, a line end in it refused', async () => {
    const forged = await get('/read', 'X-Request-Id: forged\r\n');
    expect(forged).toMatch(/x-request-id: [0-9a-f-]{36}\r\n/);
    expect(forged).not.toContain('forged');
    expect(statusOf(await get('/read', 'X-Request-Id: a\rb\r\n'))).toBe(400);
    expect(await get('/read', 'X-Request-Id: a\r\nX-Request-Id: b\r\n')).toMatch(/x-request-id: [0-9a-f-]{36}\r\n/);
  });

  it('of 64 KB is refused, and the server goes on', async () => {
    expect(statusOf(await get('/read', `X-Request-Id: ${'x'.repeat(65_536)}\r\n`))).toBe(431);
    expect(statusOf(await get('/read'))).toBe(200);
  });
});

describe('a request', () => {
  it('with an address too long is answered, and the server goes on', async () => {
    expect(statusOf(await get(`/read?${'x'.repeat(70_000)}`))).toBe(431);
    expect(statusOf(await get(`/read?${'x'.repeat(10_000)}`))).toBe(200);
  });

  it.each(['evil.example', '127.0.0.1', 'localhost:1', '127.0.0.1:PORT@evil.example', '127.0.0.1:PORT.evil.example'])(
    'that calls the server %s is turned away',
    async (host) => {
      const answer = await raw(
        `GET /read HTTP/1.1\r\nHost: ${host.replace('PORT', String(port))}\r\nConnection: close\r\n\r\n`,
      );
      expect([400, 403]).toContain(statusOf(answer));
    },
  );

  it('is not taken for what a forwarding header says it is', async () => {
    const answer = await raw(
      `GET /read HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: 127.0.0.1:${port}\r\nX-Forwarded-Proto: https\r\nConnection: close\r\n\r\n`,
    );
    expect(statusOf(answer)).toBe(403);
  });

  it('that names a method in a header or a field is what its first line says', async () => {
    const answer = await pages.post(
      '/write?_method=DELETE',
      { _method: 'DELETE' },
      { 'x-http-method-override': 'DELETE' },
    );
    expect(answer.json()).toMatchObject({ body: { _method: 'DELETE' } });
    expect((await pages.get('/write', { 'x-http-method-override': 'DELETE' })).statusCode).toBe(404);
    expect(statusOf(await raw(`TRACE /read HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`))).toBe(
      403,
    );
  });

  it('with two lengths, or a length and chunks, is refused', async () => {
    const head = `POST /write HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n`;
    expect(statusOf(await raw(`${head}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`))).toBe(400);
    expect(statusOf(await raw(`${head}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`))).toBe(400);
  });
});

it.each([
  '/assets/../records',
  '/assets/..%2frecords',
  '/assets/%2e%2e/records',
  '/assets/%2e%2e%2frecords',
  '/assets/..\\records',
  '/assets/..%5crecords',
  '/assets/%252e%252e/records',
  '/assets//etc/passwd',
  '/assets/%00',
  '/assets/style.css%00.png',
  '/assets/fonts',
  '/assets/fonts/',
])('gives nothing outside the folder of its own files: %s', async (address) => {
  expect([400, 403, 404]).toContain(statusOf(await get(address)));
});

describe('a name that means something to the language', () => {
  it('in an address changes nothing', async () => {
    const answer = await get('/read?__proto__[polluted]=1&__proto__=2&constructor.prototype.polluted=3&toString=4');
    expect([statusOf(answer), answer.includes('"polluted":false')]).toEqual([200, true]);
  });

  it('in a form changes nothing', async () => {
    const fields = { __proto__: '1', '__proto__[polluted]': '2', 'constructor[prototype][polluted]': '3' };
    expect((await pages.post('/write', fields)).json()).toMatchObject({ polluted: false });
  });

  it('in JSON is refused', async () => {
    const headers = { 'content-type': 'application/json', host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' };
    const payload = '{"__proto__":{"polluted":1}}';
    const answer = await pages.server.inject({ method: 'POST', url: '/write', headers, payload });
    expect(answer.statusCode).toBe(400);
  });
});

it('gives slow senders a time to finish in', () => {
  const { headersTimeout, requestTimeout } = pages.server.server;
  expect([headersTimeout, requestTimeout]).toEqual([20_000, 300_000]);
});
