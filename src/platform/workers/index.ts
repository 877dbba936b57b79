export { type BoundedQueue, boundedQueue, TURNED_AWAY } from './bounded-queue.ts';
export { keptAnswers } from './kept-answers.ts';
export { MemoryLimitReached, runInWorker, TimeLimitReached } from './run-in-worker.ts';
