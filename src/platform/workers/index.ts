export { runInWorker, TimeLimitReached } from './run-in-worker.ts';
