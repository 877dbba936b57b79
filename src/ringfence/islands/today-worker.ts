/// <reference lib="es2023" />
// Lets the page of today open without network: it keeps our styles, scripts and fonts, and a page without a single personal
// figure. What an officer's duty is, only the page itself knows, and only while it is kept: see phone/kept.ts.
import { openExisting, readKeys, readRow, readRows } from './phone/database.ts';

/** What of a worker's surroundings is used here; the library of workers cannot stand beside that of pages. */
interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Extendable {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface WorkerItself {
  addEventListener(kind: 'install' | 'activate' | 'message', act: (event: Extendable) => void): void;
  addEventListener(kind: 'fetch', act: (event: Fetching) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
}
const worker = globalThis as unknown as WorkerItself;

const CACHE = 'wardroom-today';
const SHELL = '/today/shell';
const KEPT = [
  SHELL,
  '/assets/wardroom.css',
  '/assets/fonts/source-sans-3-latin.woff2',
  '/assets/mark.svg',
  '/assets/islands/enhance.js',
  '/assets/islands/today.js',
];
/** Longer than this nobody looks at an empty page: what is kept is shown instead. */
const PATIENCE_MILLISECONDS = 4_000;

worker.addEventListener('install', (event) => event.waitUntil(keepAll().then(() => worker.skipWaiting())));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('message', (event) => event.waitUntil(keepAll().catch(() => undefined)));
worker.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== location.origin) return;
  if (mode === 'navigate' && pathname !== SHELL) event.respondWith(page(event.request));
  else if (KEPT.includes(pathname)) event.respondWith(asset(event.request));
});

/** Keeps everything the shell needs, of one build: all of it, or what was kept before. Nobody's cookies are sent for it. */
async function keepAll(): Promise<void> {
  const answers = await Promise.all(
    KEPT.map(async (path) => {
      const answer = await fetch(path, { credentials: 'omit', cache: 'no-cache' });
      if (!answer.ok || answer.redirected) throw new Error(`${path} could not be kept: ${answer.status}.`);
      return [path, answer] as const;
    }),
  );
  const cache = await caches.open(CACHE);
  await Promise.all(answers.map(([path, answer]) => cache.put(path, answer)));
}

/** A page of the server's; the shell where there is no network, or where it would ask to sign in and a duty is kept. */
async function page(request: Request): Promise<Response> {
  const answer = await inTime(fetch(request));
  if (answer === null) return shellOr(Response.error());
  if (answer.type !== 'opaqueredirect' || !(await holdsSomething().catch(() => false))) return answer;
  return shellOr(answer);
}

async function asset(request: Request): Promise<Response> {
  const answer = await inTime(fetch(request));
  if (answer?.ok === true) return answer;
  const kept = await caches.match(new URL(request.url).pathname);
  return kept ?? answer ?? fetch(request);
}

async function shellOr(otherwise: Response): Promise<Response> {
  return (await caches.match(SHELL)) ?? otherwise;
}

/** Whether the phone holds a duty, or records, of who used it last and has not signed out. */
async function holdsSomething(): Promise<boolean> {
  const db = await openExisting();
  if (db === null) return false;
  try {
    const { holder = null } = (await readRow(db, 'phone', 'this')) ?? {};
    if (holder === null) return false;
    const duties = await readKeys(db, 'duty');
    return duties.includes(holder) || (await readRows(db, 'queue')).some(({ owner }) => owner === holder);
  } finally {
    db.close();
  }
}

/** The answer; null where there is none, or not in time. */
async function inTime(answer: Promise<Response>): Promise<Response | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PATIENCE_MILLISECONDS);
  });
  return Promise.race([answer.catch(() => null), late]).finally(() => clearTimeout(timer));
}
