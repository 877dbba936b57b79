export { runInWorker } from './run-in-worker.ts';
