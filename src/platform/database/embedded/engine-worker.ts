import { parentPort, workerData } from 'node:worker_threads';
import { EngineBroken, readStatementFault } from '../errors.ts';
import type { EncodedParameter } from '../values.ts';
import type { Engine } from './engine.ts';
import type { WorkerWord } from './hosted-engine.ts';
import { openFolder } from './open-folder.ts';

/** The thread that PGlite runs in: answers one request after another until told to close. */

type Request = { ask: 'run'; id: number; sql: string; parameters: readonly EncodedParameter[] } | { ask: 'close' };

const port = parentPort;
if (port === null) throw new Error("This file is the records' worker thread; it does not run by itself.");
const say = (word: WorkerWord) => port.postMessage(word);

try {
  const engine = await openFolder(String(workerData.folder));
  port.on('message', (request: Request) => {
    if (request.ask === 'close') void close(engine);
    else void answer(engine, request);
  });
  say({ word: 'ready' });
} catch (error) {
  say({ word: 'failed', because: readStatementFault(error).message.slice(0, 200) });
}

async function answer(engine: Engine, request: Extract<Request, { ask: 'run' }>): Promise<void> {
  try {
    say({ word: 'answer', id: request.id, answer: await engine.run(request.sql, request.parameters) });
  } catch (error) {
    // Its parent answers for the rest: every request that is open, and the next seat.
    if (error instanceof EngineBroken) process.exit(1);
    say({ word: 'refused', id: request.id, fault: readStatementFault(error) });
  }
}

async function close(engine: Engine): Promise<void> {
  await engine.close().catch(() => undefined);
  process.exit(0);
}
