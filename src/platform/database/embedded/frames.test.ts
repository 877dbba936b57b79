import { mkdtemp } from 'node:fs/promises';
import { createConnection, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { onFrames, sendFrame } from './frames.ts';

let client: Socket;
let owner: Socket;
let server: ReturnType<typeof createServer>;

beforeEach(async () => {
  const place = join(await mkdtemp(join(inject('runFolder'), 'frames-')), 's');
  const connected = new Promise<Socket>((resolve) => {
    server = createServer(resolve);
  });
  await new Promise<void>((resolve) => server.listen(place, resolve));
  client = createConnection(place);
  owner = await connected;
});

afterEach(() => {
  client.destroy();
  owner.destroy();
  server.close();
});

const next = (count: number): Promise<unknown[]> =>
  new Promise((resolve) => {
    const got: unknown[] = [];
    onFrames(owner, (message) => {
      got.push(message);
      if (got.length === count) resolve(got);
    });
  });

it('carries messages of every size whole and in order', async () => {
  const messages = [
    { word: 'small' },
    { at: new Date(0), bytes: new Uint8Array([1]), values: [0.1, Number.NaN] },
    'x'.repeat(6_000_000),
    { text: 'é'.repeat(100_000), nothing: null, gap: undefined },
    [],
  ];
  const received = next(messages.length);
  for (const message of messages) sendFrame(client, message);
  expect(await received).toEqual(messages);
});

it('puts together what arrives byte by byte', async () => {
  const received = next(2);
  const whole: Buffer[] = [];
  const pretended = { cork() {}, uncork() {}, write: (piece: Buffer) => whole.push(Buffer.from(piece)) };
  sendFrame(pretended as unknown as Socket, { n: 1 });
  sendFrame(pretended as unknown as Socket, { n: 2 });
  client.setNoDelay(true);
  for (const byte of Buffer.concat(whole)) {
    client.write(Buffer.from([byte]));
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(await received).toEqual([{ n: 1 }, { n: 2 }]);
});

it.each([
  ['too long', Buffer.from([0xff, 0xff, 0xff, 0xff])],
  ['no message', Buffer.from([0, 0, 0, 2, 1, 2])],
])('hangs up on a frame that is %s', async (_what, bytes) => {
  onFrames(owner, () => expect.unreachable());
  const ended = new Promise((resolve) => client.once('close', resolve));
  client.resume();
  client.write(bytes);
  await ended;
  expect(owner.destroyed).toBe(true);
});
