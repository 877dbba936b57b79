export { runInWorker, TimeLimitReached, WorkerFailed } from './run-in-worker.ts';
