import { mkdtemp } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { StatementError } from '../errors.ts';
import type { Engine } from './engine.ts';
import { sendFrame } from './frames.ts';
import { visitOwner } from './socket-client.ts';
import { type SocketOwner, serveRecords } from './socket-owner.ts';
import { makeTurns, type Turns } from './turns.ts';

/** An engine that writes down what it is asked, and answers when told to. */
function writtenDown() {
  const engine = {
    asked: [] as string[],
    hold: Promise.resolve(),
    async run(sql: string) {
      engine.asked.push(sql);
      await engine.hold;
      if (sql === 'bad') throw new StatementError('bad statement', { code: '42601' });
      return { rows: [{ sql }], affectedRows: null, command: 'SELECT' };
    },
    close: async () => undefined,
  };
  return engine satisfies Engine;
}

let place = '';
let engine: ReturnType<typeof writtenDown>;
let turns: Turns;
let owner: SocketOwner;
const idleMilliseconds = 50;

beforeEach(async () => {
  place = join(await mkdtemp(join(inject('runFolder'), 'visit-')), 's');
  engine = writtenDown();
  turns = makeTurns();
  owner = await serveRecords({
    place,
    turns,
    engine: Promise.resolve(engine),
    idleMilliseconds,
    graceMilliseconds: 500,
  });
});
afterEach(() => owner.close());

async function visit() {
  const seat = await visitOwner(place, AbortSignal.timeout(5000));
  if (seat === null) throw new Error('nobody answered');
  return seat;
}

it('runs a visitor’s statements and passes on what is refused', async () => {
  const seat = await visit();
  const connection = await seat.acquire();
  expect((await connection.run('select 1', [])).rows).toEqual([{ sql: 'select 1' }]);
  await expect(connection.run('bad', [])).rejects.toMatchObject({ name: 'StatementError', code: '42601' });
  connection.release();
  await seat.end();
  expect(engine.asked).toEqual(['select 1', 'bad']);
});

it('lets nobody in between a visitor’s statements', async () => {
  const [first, second] = [await visit(), await visit()];
  const held = await first.acquire();
  await held.run('first 1', []);
  const owners = turns.take().then(async (end) => {
    await engine.run('owner');
    end();
  });
  const visitors = second.acquire().then(async (connection) => {
    await connection.run('second', []);
    connection.release();
  });
  await held.run('first 2', []);
  held.release();
  await Promise.all([owners, visitors]);
  expect(engine.asked).toEqual(['first 1', 'first 2', 'owner', 'second']);
});

it('undoes what a visitor left unfinished when it went, after the statement that was still running', async () => {
  const seat = await visit();
  const held = await seat.acquire();
  await held.run('begin', []);
  let answer: () => void = () => undefined;
  engine.hold = new Promise((resolve) => {
    answer = resolve;
  });
  const running = held.run('insert', []).catch((error: unknown) => error);
  await pause(20);
  await seat.end();
  expect(await running).toMatchObject({ name: 'RecordsUnavailable' });
  const next = turns.take();
  expect(engine.asked).toEqual(['begin', 'insert']);
  answer();
  (await next)();
  expect(engine.asked).toEqual(['begin', 'insert', 'rollback']);
});

it('gives the turn on when a visitor goes while waiting for it', async () => {
  const end = await turns.take();
  const waiting = await visit();
  const asked = waiting.acquire().catch((error: unknown) => error);
  await pause(20);
  await waiting.end();
  expect(await asked).toMatchObject({ name: 'SeatLost' });
  end();
  (await turns.take())();
  expect(engine.asked).toEqual([]);
});

it('takes a turn back from a visitor that asks nothing while others wait', async () => {
  const seat = await visit();
  const held = await seat.acquire();
  await held.run('begin', []);
  (await turns.take())();
  expect(engine.asked).toEqual(['begin', 'rollback']);
  await expect(held.run('insert', [])).rejects.toThrow('taken back and nothing was saved');
});

it('leaves a turn with a visitor that asks nothing while nobody waits', async () => {
  const seat = await visit();
  const held = await seat.acquire();
  await held.run('begin', []);
  await pause(3 * idleMilliseconds);
  await held.run('insert', []);
  expect(engine.asked).toEqual(['begin', 'insert']);
  await seat.end();
});

it('lets a visitor finish its turn when the owner leaves, and sends the others to look for the next', async () => {
  const [first, second] = [await visit(), await visit()];
  const held = await first.acquire();
  const waiting = second.acquire().catch((error: unknown) => error);
  await pause(20);
  const closing = owner.close();
  expect(await waiting).toMatchObject({ name: 'SeatLost' });
  await held.run('commit', []);
  held.release();
  await closing;
  expect(engine.asked).toEqual(['commit']);
  await expect(first.acquire()).rejects.toMatchObject({ name: 'SeatLost' });
});

it('hangs up on a visitor that speaks out of turn', async () => {
  const socket = createConnection(place);
  const ended = new Promise((resolve) => socket.once('close', resolve));
  socket.resume();
  sendFrame(socket, { ask: 'run', sql: 'drop table everything', parameters: [] });
  await ended;
  expect(engine.asked).toEqual([]);
});
