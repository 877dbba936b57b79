import { constants } from 'node:fs';
import { access, mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Connections } from '../connections.ts';
import { RecordsUnavailable } from '../errors.ts';
import { takeFolderLock } from './folder-lock.ts';
import { takeOwnerSeat } from './owner-seat.ts';
import { type Seat, SeatLost } from './seat.ts';
import { visitOwner } from './socket-client.ts';
import { findSocketPlace } from './socket-place.ts';

/** Long enough for another process to make new records on a slow machine. */
const patienceMilliseconds = 30_000;
const pauseMilliseconds = 50;

/**
 * Takes a seat at the embedded records of a folder: as their owner when nobody else is, else as a visitor of the owner.
 * When the owner leaves, the next statement takes a new seat, so a server that visited a command becomes the owner.
 */
export async function openEmbedded(dataFolder: string, patience = patienceMilliseconds): Promise<Connections> {
  let seat = takeSeat(dataFolder, patience);
  await seat;
  return {
    async acquire() {
      for (;;) {
        const tried = seat;
        try {
          return await (await tried).acquire();
        } catch (error) {
          if (!(error instanceof SeatLost)) throw error;
          // Of several that find the seat gone, the first takes the next one for all.
          if (seat === tried) seat = takeSeat(dataFolder, patience);
        }
      }
    },
    // A seat that could not be taken has nothing to end.
    end: async () => (await seat.catch(() => null))?.end(),
  };
}

async function takeSeat(dataFolder: string, patience: number): Promise<Seat> {
  await makeFolder(dataFolder);
  const patienceOver = AbortSignal.timeout(patience);
  for (;;) {
    const place = await findSocketPlace(dataFolder);
    const visit = place === null ? null : await visitOwner(place, patienceOver);
    if (visit !== null) return visit;
    const lock = await takeFolderLock(dataFolder);
    if (lock.kind === 'taken') return takeOwnerSeat(dataFolder, lock);
    if (patienceOver.aborted) {
      throw new RecordsUnavailable(
        `The records in ${dataFolder} are held by ${lock.by}, which does not answer: wait for it, or end it and try again.`,
      );
    }
    await pause(pauseMilliseconds);
  }
}

async function makeFolder(dataFolder: string): Promise<void> {
  try {
    await makeEachFolder(dataFolder);
    await access(dataFolder, constants.W_OK);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new RecordsUnavailable(`The data folder ${dataFolder} cannot be written (${cause}): name another.`, {
      cause: error,
    });
  }
}

/**
 * Makes a folder and those above it, one at a time: Node's recursive mkdir never ends where the system answers
 * "no such file" for a folder inside one that exists, as it does under /proc.
 */
async function makeEachFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && (await stat(folder)).isDirectory()) return;
    const above = dirname(folder);
    if (code !== 'ENOENT' || above === folder || (await isThere(above))) throw error;
    await makeEachFolder(above);
    await makeEachFolder(folder);
  }
}

const isThere = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );
