import { Worker } from 'node:worker_threads';

/**
 * Starts a worker thread on a module, whether this runs as built or from source.
 * @param moduleUrl from `new URL('./x.ts', import.meta.url)`, which the build rewrites to .js
 * @param memoryLimitMegabytes most memory of its objects; beyond it the thread ends; Node's own limit when left out
 */
export function startWorker(moduleUrl: URL, workerData: unknown, memoryLimitMegabytes?: number): Worker {
  const limits =
    memoryLimitMegabytes === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: memoryLimitMegabytes } };
  if (!moduleUrl.pathname.endsWith('.ts')) return new Worker(moduleUrl, { workerData, ...limits });
  return new Worker(new URL('./start-from-source.mjs', import.meta.url), {
    workerData,
    argv: [moduleUrl.href],
    ...limits,
  });
}
