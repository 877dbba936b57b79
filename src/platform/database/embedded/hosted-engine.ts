import { startWorker } from '../../workers/start-worker.ts';
import type { Answer } from '../connections.ts';
import { EngineBroken, RecordsUnavailable, StatementError, type StatementFault } from '../errors.ts';
import type { Engine } from './engine.ts';

/** What the worker answers; "ready" or "failed" first, then one message for each request. */
export type WorkerWord =
  | { word: 'ready' }
  | { word: 'failed'; because: string }
  | { word: 'answer'; id: number; answer: Answer }
  | { word: 'refused'; id: number; fault: StatementFault }
  | { word: 'closed' };

/**
 * Longest that a commit may take. It writes a log of megabytes at most, but where the disk has no room for that log
 * PGlite never comes back from it, and only ending its thread gives the records back.
 */
const LONGEST_COMMIT_MILLISECONDS = 10_000;

interface Waiting {
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

/**
 * Starts the engine in a worker thread, because a statement blocks the thread it runs in.
 * @param onLost called once if the thread ends by itself
 * @throws RecordsUnavailable when the folder cannot be opened
 */
export async function startHostedEngine(folder: string, onLost: () => void): Promise<Engine> {
  const worker = startWorker(new URL('./engine-worker.ts', import.meta.url), { folder });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let ended = false;

  const opened = new Promise<void>((resolve, reject) => {
    worker.on('message', (message: WorkerWord) => {
      if (message.word === 'ready') resolve();
      else if (message.word === 'failed') reject(new RecordsUnavailable(cannotOpen(folder, message.because)));
      else if (message.word === 'answer') settle(waiting, message.id)?.resolve(message.answer);
      else if (message.word === 'refused') {
        settle(waiting, message.id)?.reject(new StatementError(message.fault.message, message.fault));
      }
    });
    worker.on('error', (error) => reject(new RecordsUnavailable(cannotOpen(folder, firstLine(error)))));
    worker.once('exit', () => {
      ended = true;
      reject(new RecordsUnavailable(cannotOpen(folder, 'its thread ended')));
      for (const id of [...waiting.keys()]) settle(waiting, id)?.reject(new EngineBroken());
      onLost();
    });
  });
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  await opened.catch(async (error: unknown) => {
    await worker.terminate();
    throw error;
  });

  return {
    run(sql, parameters) {
      if (ended) return Promise.reject(new EngineBroken());
      lastId += 1;
      const id = lastId;
      const answered = new Promise<Answer>((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        worker.postMessage({ ask: 'run', id, sql, parameters });
      });
      if (sql !== 'commit') return answered;
      const watch = setTimeout(() => void worker.terminate(), LONGEST_COMMIT_MILLISECONDS);
      return answered.finally(() => clearTimeout(watch));
    },
    async close() {
      if (!ended) worker.postMessage({ ask: 'close' });
      await exited;
    },
  };
}

function settle(waiting: Map<number, Waiting>, id: number): Waiting | undefined {
  const one = waiting.get(id);
  waiting.delete(id);
  return one;
}

function cannotOpen(folder: string, because: string): string {
  const remedy = because.includes('No space left on device')
    ? 'make room on its disk, and try again'
    : 'restore a backup, or name another data folder';
  return `The embedded records in ${folder} cannot be opened (${because}): ${remedy}.`;
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split('\n')[0] ?? '').slice(0, 200);
}
