// Runs in a worker thread: calls one function and says what came of it.
import { parentPort, workerData } from 'node:worker_threads';
import type { Call, Reply } from './messages.ts';

async function call({ moduleUrl, exportName, args }: Call): Promise<Reply> {
  try {
    const functions: Record<string, unknown> = await import(moduleUrl);
    const wanted = functions[exportName];
    if (typeof wanted !== 'function') throw new TypeError(`${moduleUrl} exports no function "${exportName}".`);
    return { kind: 'answer', answer: await wanted(...args) };
  } catch (error) {
    const known = error instanceof Error ? error : new Error(String(error));
    return { kind: 'error', name: known.name, message: known.message };
  }
}

parentPort?.postMessage(await call(workerData as Call));
