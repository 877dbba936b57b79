import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FORM_TOKEN } from '../../ui/page-visit.ts';
import { RecordsUnavailable } from '../database/index.ts';
import { formToken } from './form-token.ts';
import { buildServer, Conflict, html, InvalidRequest, NotFound, PUBLISHED, receiveFiles, VISITOR } from './index.ts';

const host = '127.0.0.1:3000';
const config = { access: PUBLISHED };
const taking = { ...config, takesFiles: true };
const site = { host, origin: `http://${host}` };

/** What a browser knows after it was given a page with a form. */
let browser: { cookie: string; token: string };
const own = () => ({ ...site, cookie: browser.cookie });
/** The first part of a form with files. */
const tokenPart = () => `--line\r\nContent-Disposition: form-data; name="${FORM_TOKEN}"\r\n\r\n${browser.token}\r\n`;

/** A form with files, as a browser sends it. */
function form(files: { name: string; text: string }[]): { headers: Record<string, string>; payload: string } {
  const parts = files.map(
    ({ name, text }) =>
      `--line\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\n` +
      `Content-Type: text/csv\r\n\r\n${text}\r\n`,
  );
  return {
    headers: { ...own(), 'content-type': 'multipart/form-data; boundary=line' },
    payload: `${tokenPart()}${parts.join('')}--line--\r\n`,
  };
}

describe('the server', () => {
  let folder: string;
  let server: FastifyInstance;
  let logged: string[];
  let slowAnswer: () => Promise<object> = async () => ({});

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wardroom-web-'));
    await mkdir(join(folder, 'assets'));
    await mkdir(join(folder, 'uploads'));
    await writeFile(join(folder, 'assets', 'wardroom.css'), 'body{}');
    await writeFile(join(folder, 'secret.txt'), 'secret');
    logged = [];
    server = await buildServer({
      port: 3000,
      assetsFolder: join(folder, 'assets'),
      log: { level: 'info', stream: { write: (line: string) => logged.push(line) } },
      uploads: { maxFiles: 3 },
      identify: async () => VISITOR,
      actingAs: () => {
        throw new Error('Nothing here works with records.');
      },
    });
    server.get('/page', { config }, (_request, reply) => html(reply, <p>{'<script>alert(1)</script>'}</p>));
    server.get('/missing', { config }, () => {
      throw new NotFound('No ward is called “Foo”.', [{ href: '/ward/E1', text: 'Food & Drink' }]);
    });
    server.get('/unreadable', { config }, () => {
      throw new InvalidRequest('Write the date as 2026-03-01.');
    });
    server.get('/changed', { config }, () => {
      throw new Conflict('The plan was replaced meanwhile: look at it again.');
    });
    server.get('/broken', { config }, () => {
      throw new Error('the password is swordfish');
    });
    server.get('/unreachable', { config }, () => {
      throw new RecordsUnavailable('The server of the records does not answer: start it.');
    });
    server.get('/named/:name', { config }, async () => 'named');
    server.get('/form', { config }, async (_request, reply) => formToken(reply));
    server.post('/write', { config }, async () => ({ written: true }));
    server.post('/files', { config: taking }, async (request) => receiveFiles(request, join(folder, 'uploads'), 10));
    server.post(
      '/long-text',
      { config: taking },
      async (request) => (await receiveFiles(request, join(folder, 'uploads'), 10, 20_000)).fields,
    );
    server.get('/slow', { config }, () => slowAnswer());
    const answer = await get('/form');
    browser = { cookie: String(answer.headers['set-cookie']).split(';', 1)[0] ?? '', token: answer.body };
  });

  afterEach(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  const get = (url: string, headers: Record<string, string> = { host }) => server.inject({ url, headers });

  it('writes text as text, whatever it says', async () => {
    const answer = await get('/page');
    expect(answer.body).toBe('<!DOCTYPE html><p>&lt;script>alert(1)&lt;/script></p>');
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('lets a page load our own files only, and nothing inline', async () => {
    const answer = await get('/page');
    const policy = String(answer.headers['content-security-policy']);
    const nonce = /'nonce-([^']{20,})'/.exec(policy)?.[1] ?? 'none';
    expect(policy.replace(nonce, 'NONCE').split(';').toSorted()).toEqual([
      "base-uri 'none'",
      "connect-src 'self'",
      "default-src 'none'",
      "font-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "img-src 'self'",
      "object-src 'none'",
      "script-src 'nonce-NONCE'",
      "style-src 'self'",
      "worker-src 'self'",
    ]);
    expect((await get('/page')).headers['content-security-policy']).not.toContain(nonce);
    expect(answer.headers['cross-origin-opener-policy']).toBe('same-origin');
    expect(answer.headers['cross-origin-resource-policy']).toBe('same-origin');
    expect(answer.headers['permissions-policy']).toContain('geolocation=()');
    expect(answer.headers).not.toHaveProperty('strict-transport-security');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['referrer-policy']).toBe('same-origin');
    expect(answer.headers).not.toHaveProperty('x-powered-by');
  });

  it('sends the same headers with errors and with files', async () => {
    for (const url of ['/nothing-here', '/broken', '/assets/wardroom.css', '/assets/nothing.css'])
      expect((await get(url)).headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('serves the built files, to be asked for again with their etag, and nothing outside their folder', async () => {
    const answer = await get('/assets/wardroom.css');
    expect(answer.body).toBe('body{}');
    expect(answer.headers['cache-control']).toBe('public, no-cache');
    const again = await get('/assets/wardroom.css', { host, 'if-none-match': String(answer.headers.etag) });
    expect(again.statusCode).toBe(304);
    for (const url of ['/assets/../secret.txt', '/assets/%2e%2e/secret.txt', '/assets/..%2fsecret.txt'])
      expect((await get(url)).body).not.toBe('secret');
  });

  it('answers a request by another name with 403, reading or writing', async () => {
    const answer = await get('/page', { host: 'rebound.example:3000' });
    expect(answer.statusCode).toBe(403);
    expect(answer.body).toContain('Wardroom answers at http://127.0.0.1:3000 only: open that address.');
    expect(answer.body).not.toContain('alert');
  });

  it('takes a form from its own pages and no other', async () => {
    const post = (headers: Record<string, string>) =>
      server.inject({
        method: 'POST',
        url: '/write',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        payload: new URLSearchParams({ [FORM_TOKEN]: browser.token }).toString(),
      });
    expect((await post(own())).json()).toEqual({ written: true });
    const forged = await post({ ...own(), origin: 'https://evil.example' });
    expect(forged.statusCode).toBe(403);
    expect(forged.body).toContain('This form was not sent from one of Wardroom’s own pages, so nothing was changed.');
  });

  it('does not change anything for a cross-site request to an address that takes forms only', async () => {
    expect((await get('/write')).statusCode).toBe(404);
  });

  it('names requests itself', async () => {
    const answer = await get('/page', { host, 'x-request-id': 'forged\\r\\nline' });
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(logged.join()).not.toContain('forged');
  });

  it.each([
    ['/missing', 404, 'No ward is called “Foo”.'],
    ['/nothing-here', 404, 'Nothing is kept at this address.'],
    ['/unreadable', 400, 'Write the date as 2026-03-01.'],
    ['/changed', 409, 'The plan was replaced meanwhile: look at it again.'],
  ])('answers %s with a page and %i', async (url, status, sentence) => {
    const answer = await get(url);
    expect(answer.statusCode).toBe(status);
    expect(answer.body).toContain('<h1');
    expect(answer.body).toContain(sentence);
  });

  it.each(['/page/%ZZ', '/%', `/named/${'a'.repeat(200)}`])(
    'answers %s, which the router cannot read, with a page and its headers',
    async (url) => {
      const answer = await get(url);
      expect(answer.statusCode).toBe(400);
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
      expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
      expect(answer.body).toContain('This address cannot be read.');
      expect((await get(url, { host: 'rebound.example:3000' })).statusCode).toBe(403);
    },
  );

  it('offers what may have been meant', async () => {
    expect((await get('/missing')).body).toContain('href="/ward/E1">Food &amp; Drink</a>');
  });

  it('answers an unknown error with 500, tells the log everything and the reader where to look', async () => {
    const answer = await get('/broken');
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('swordfish');
    expect(answer.body).toContain(String(answer.headers['x-request-id']));
    const entry = logged.find((line) => line.includes('swordfish'));
    expect(JSON.parse(String(entry))).toMatchObject({ level: 50, reqId: answer.headers['x-request-id'] });
  });

  it('answers 503 in the records’ own sentence when they cannot be reached, and tells the log', async () => {
    const answer = await get('/unreachable');
    expect(answer.statusCode).toBe(503);
    expect(answer.body).toContain('The server of the records does not answer: start it.');
    expect(logged.join()).toContain('"level":50');
  });

  it('answers a form it cannot read with 4xx, not 500', async () => {
    const answer = await server.inject({
      method: 'POST',
      url: '/write',
      headers: { ...own(), 'content-type': 'application/x-unknown' },
      payload: 'x',
    });
    expect(answer.statusCode).toBe(415);
    expect(answer.body).toContain('Nothing was changed.');
  });

  it('keeps files under numbers, with the name they came with', async () => {
    const files = [
      { name: '../../../secret.txt', text: 'a,b' },
      { name: 'wards.csv', text: 'c,d' },
    ];
    const answer = await server.inject({ method: 'POST', url: '/files', ...form(files) });
    const received: { files: { path: string }[] } = answer.json();
    expect(received.files.map(({ path }) => path)).toEqual([
      join(folder, 'uploads', '1'),
      join(folder, 'uploads', '2'),
    ]);
    expect(answer.json().files[1]).toMatchObject({ name: 'wards.csv', bytes: 3 });
    expect(await readFile(join(folder, 'uploads', '1'), 'utf8')).toBe('a,b');
    expect(await readFile(join(folder, 'secret.txt'), 'utf8')).toBe('secret');
  });

  it('takes no more bytes than allowed, over all files', async () => {
    const files = [
      { name: 'a.csv', text: '123456' },
      { name: 'b.csv', text: '123456' },
    ];
    const answer = await server.inject({ method: 'POST', url: '/files', ...form(files) });
    expect(answer.statusCode).toBe(413);
    const kept = await Promise.all(
      (await readdir(join(folder, 'uploads'))).map((name) => readFile(join(folder, 'uploads', name), 'utf8')),
    );
    expect(kept.join('').length).toBeLessThanOrEqual(10);
  });

  it.each([
    ['no parts at all', () => 'nothing of the kind'],
    [
      'a part without an end',
      () => `${tokenPart()}--line\r\nContent-Disposition: form-data; name="files"; filename="a.csv"\r\n\r\nabc`,
    ],
  ])('answers a form with %s with 4xx, not 500', async (_what, payload) => {
    const answer = await server.inject({ method: 'POST', url: '/files', ...form([]), payload: payload() });
    expect([answer.statusCode, logged.filter((line) => line.includes('"level":50'))]).toEqual([400, []]);
  });

  it('does not log a sender who goes away as a fault', async () => {
    const { port } = new URL(await server.listen({ host: '127.0.0.1', port: 0 }));
    const head = form([]).headers['content-type'];
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(
      `POST /files HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\n` +
        `Cookie: ${browser.cookie}\r\nContent-Type: ${head}\r\nContent-Length: 5000\r\n\r\n` +
        `${tokenPart()}--line\r\nContent-Disposition: form-data; name="files"; filename="a.csv"\r\n\r\nabc`,
    );
    while ((await readdir(join(folder, 'uploads'))).length === 0) await new Promise((resolve) => setImmediate(resolve));
    socket.destroy();
    while (!logged.some((line) => line.includes('InvalidRequest')))
      await new Promise((resolve) => setImmediate(resolve));
    expect(logged.filter((line) => line.includes('"level":50'))).toEqual([]);
  });

  it('takes no more files than allowed', async () => {
    const files = ['1', '2', '3', '4'].map((text) => ({ name: `${text}.csv`, text }));
    expect((await server.inject({ method: 'POST', url: '/files', ...form(files) })).statusCode).toBe(413);
  });

  it('passes over a file field left empty', async () => {
    const answer = await server.inject({ method: 'POST', url: '/files', ...form([{ name: '', text: '' }]) });
    expect(answer.json().files).toEqual([]);
  });

  it('passes over parts without a name, however many, between those that have one', async () => {
    const files = ['', 'a.csv', ''].map((name) => ({ name, text: 'x' }));
    const answer = await server.inject({ method: 'POST', url: '/files', ...form(files) });
    expect([answer.statusCode, answer.json().files.map((file: { name: string }) => file.name)]).toEqual([
      200,
      ['a.csv'],
    ]);
    expect(await readdir(join(folder, 'uploads'))).toEqual(['1']);
  });

  it('takes control characters out of a file’s name', async () => {
    const answer = await server.inject({
      method: 'POST',
      url: '/files',
      ...form([{ name: 'a\u0000b\u0007.csv', text: 'x' }]),
    });
    expect(answer.json().files).toMatchObject([{ name: 'ab.csv' }]);
  });

  it('says that it is well', async () => {
    expect((await get('/health')).json()).toEqual({ status: 'ok' });
  });

  it('checks the port a request really arrives at, and finishes answers under way before it closes', async () => {
    let finish: () => void = () => {};
    const arrived = new Promise<void>((resolve) => {
      slowAnswer = async () => {
        resolve();
        await new Promise<void>((done) => {
          finish = done;
        });
        return { finished: true };
      };
    });
    const address = await server.listen({ host: '127.0.0.1', port: 0 });
    const answer = fetch(`${address}/slow`);
    await arrived;
    const closed = server.close();
    finish();
    expect(await (await answer).json()).toEqual({ finished: true });
    await closed;
  });

  it('takes long text where a page says so, and never a part of it', async () => {
    const send = (letters: number) =>
      server.inject({
        method: 'POST',
        url: '/long-text',
        headers: { ...own(), 'content-type': 'multipart/form-data; boundary=line' },
        payload: `${tokenPart()}--line\r\nContent-Disposition: form-data; name="text"\r\n\r\n${'x'.repeat(letters)}\r\n--line--\r\n`,
      });
    expect((await send(15_000)).json()).toEqual({ text: 'x'.repeat(15_000) });
    expect((await send(20_001)).statusCode).toBe(413);
  });
});
