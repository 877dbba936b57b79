import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { engineConnections } from './engine-connections.ts';
import type { FolderLock } from './folder-lock.ts';
import { startHostedEngine } from './hosted-engine.ts';
import { type Seat, SeatLost } from './seat.ts';
import { serveRecords } from './socket-owner.ts';
import { clearSocketPlace, prepareSocketPlace } from './socket-place.ts';
import { tidy } from './tidy.ts';
import { makeTurns } from './turns.ts';

const idleMilliseconds = 60_000;
const graceMilliseconds = 5_000;

/**
 * Opens the records of a folder whose lock this process holds, and serves them to others. The socket listens before
 * the engine is ready, so that a process that comes meanwhile knows that someone is there. The lock goes last.
 */
export async function takeOwnerSeat(dataFolder: string, lock: FolderLock): Promise<Seat> {
  const closing: (() => Promise<void>)[] = [async () => lock.release()];
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= closeAll(closing);
    return closed;
  };
  try {
    const turns = makeTurns();
    const place = await prepareSocketPlace(dataFolder);
    closing.unshift(() => clearSocketPlace(dataFolder, place));
    let seated = false;
    let lost = false;
    const starting = startHostedEngine(join(dataFolder, 'records'), () => {
      lost = true;
      // Visitors look for the next owner at once; while starting, the end below does it.
      if (seated) void close();
    });
    closing.unshift(
      () => starting.then(async (engine) => void (await tidy(engine))),
      () => starting.then((engine) => engine.close()),
    );
    const owner = await serveRecords({ place, turns, engine: starting, idleMilliseconds, graceMilliseconds });
    closing.unshift(
      () => owner.close(),
      () => Promise.race([turns.take().then((end) => end()), pause(graceMilliseconds, undefined, { ref: false })]),
    );
    const own = engineConnections(await starting, turns);
    seated = true;
    return {
      async acquire() {
        if (!lost) {
          const connection = await own.acquire();
          if (!lost) return connection;
          connection.release();
        }
        await close();
        throw new SeatLost();
      },
      end: close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Every step is tried: what failed to start must not keep the folder locked. */
async function closeAll(steps: readonly (() => Promise<void>)[]): Promise<void> {
  for (const step of steps) await step().catch(() => undefined);
}
