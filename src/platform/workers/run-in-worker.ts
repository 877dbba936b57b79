import type { Call, Reply } from './messages.ts';
import { startWorker } from './start-worker.ts';

/** The computation did not end within its limit; its thread was ended. */
export class TimeLimitReached extends Error {
  override name = 'TimeLimitReached';
}

/** The computation needed more memory than it may have; its thread was ended, and this one is unharmed. */
export class MemoryLimitReached extends Error {
  override name = 'MemoryLimitReached';
}

/** The computation failed in its thread; the message and name are those of its own error. */
export class WorkerFailed extends Error {
  override name = 'WorkerFailed';
}

export interface WorkerLimits {
  timeLimitMilliseconds: number;
  /** Most memory of the thread's own objects; MEMORY_LIMIT_MEGABYTES when left out. */
  memoryLimitMegabytes?: number;
}

/** Twice what the largest real file takes: 43 MB of monthly figures by LSOA, unpacked into 785 MB. */
export const MEMORY_LIMIT_MEGABYTES = 1536;

/**
 * Calls a function of a pure module in a thread of its own, so that this one stays free, and ends that thread when the
 * limit is reached, whatever the function is doing. Arguments and answer are copied (structured clone).
 * @param moduleUrl  address of the module, from `new URL('./x.ts', import.meta.url)`
 * @param exportName the function's name in that module; it may be asynchronous
 * @throws TimeLimitReached, MemoryLimitReached, or WorkerFailed with the function's own error
 */
export async function runInWorker(
  moduleUrl: URL,
  exportName: string,
  args: unknown[],
  limits: WorkerLimits,
): Promise<unknown> {
  const megabytes = limits.memoryLimitMegabytes ?? MEMORY_LIMIT_MEGABYTES;
  const call: Call = { moduleUrl: moduleUrl.href, exportName, args };
  const worker = startWorker(new URL('./worker.ts', import.meta.url), call, megabytes);
  let timer: NodeJS.Timeout | undefined;
  try {
    const reply = await new Promise<Reply>((resolve, reject) => {
      timer = setTimeout(() => {
        reject(
          new TimeLimitReached(`${exportName} did not end within ${limits.timeLimitMilliseconds / 1000} seconds.`),
        );
      }, limits.timeLimitMilliseconds);
      worker.once('message', resolve);
      worker.once('error', (error: NodeJS.ErrnoException) => {
        const tooMuch = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        reject(tooMuch ? new MemoryLimitReached(`${exportName} needed more than ${megabytes} MB of memory.`) : error);
      });
      worker.once('exit', (code) => reject(new WorkerFailed(`${exportName} ended its thread with code ${code}.`)));
    });
    if (reply.kind === 'error') throw new WorkerFailed(`${reply.name}: ${reply.message}`);
    return reply.answer;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
