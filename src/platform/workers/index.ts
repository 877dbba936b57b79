export { MemoryLimitReached, runInWorker, TimeLimitReached } from './run-in-worker.ts';
