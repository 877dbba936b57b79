import { Worker } from 'node:worker_threads';

/**
 * Starts a worker thread on a module, whether this runs as built or from source.
 * @param moduleUrl from `new URL('./x.ts', import.meta.url)`, which the build rewrites to .js
 */
export function startWorker(moduleUrl: URL, workerData: unknown): Worker {
  if (!moduleUrl.pathname.endsWith('.ts')) return new Worker(moduleUrl, { workerData });
  return new Worker(new URL('./start-from-source.mjs', import.meta.url), { workerData, argv: [moduleUrl.href] });
}
