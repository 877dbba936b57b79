/// <reference lib="es2023" />
// What a phone keeps, and where: one database of the browser, of which only random numbers can be read without the key.

/** Name of the browser's database. */
export const NAME = 'wardroom-today';
const VERSION = 1;

/** Something sealed, with what it was sealed with besides the key. */
export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  sealed: ArrayBuffer;
}

/** What each table holds, by its key. */
interface Tables {
  /** "this": the phone itself, by a number nobody else sees. `holder`: whose duty it shows while nobody is signed in; null after signing out. */
  phone: { salt: string; holder: string | null };
  /** By owner: made here, and never to be read out of the browser. */
  keys: CryptoKey;
  /** By owner. */
  duty: Sealed;
  /** By the record's id. */
  queue: Sealed & { id: string; owner: string; held: boolean };
}
export type Table = keyof Tables;
export type Row<Name extends Table> = Tables[Name];

/** Opens it, laid out; fails where the browser keeps nothing, as in a private window of some. */
export function openDatabase(): Promise<IDBDatabase> {
  const opening = indexedDB.open(NAME, VERSION);
  opening.onupgradeneeded = () => {
    for (const table of ['phone', 'keys', 'duty', 'queue'] satisfies Table[]) opening.result.createObjectStore(table);
  };
  return answered(opening);
}

/** Opens it where a page of today has made it; null where there is none. */
export async function openExisting(): Promise<IDBDatabase | null> {
  if (globalThis.indexedDB === undefined) return null;
  const found = await indexedDB.databases();
  return found.some(({ name }) => name === NAME) ? openDatabase() : null;
}

/** One row; undefined where there is none. */
export const readRow = <Name extends Table>(
  db: IDBDatabase,
  table: Name,
  key: string,
): Promise<Row<Name> | undefined> =>
  answered(db.transaction(table).objectStore(table).get(key) as IDBRequest<Row<Name> | undefined>);

/** Every row of a table. */
export const readRows = <Name extends Table>(db: IDBDatabase, table: Name): Promise<Row<Name>[]> =>
  answered(db.transaction(table).objectStore(table).getAll() as IDBRequest<Row<Name>[]>);

/** Every key of a table. */
export const readKeys = (db: IDBDatabase, table: Table): Promise<string[]> =>
  answered(db.transaction(table).objectStore(table).getAllKeys() as IDBRequest<string[]>);

/** What is done with the tables in one go: all of it, or nothing. */
export async function change(db: IDBDatabase, tables: Table[], act: (of: Changes) => void): Promise<void> {
  // "strict": a record is on the disk before the page says that it is kept.
  const transaction = db.transaction(tables, 'readwrite', { durability: 'strict' });
  const ended = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
  act({
    put: (table, key, row) => void transaction.objectStore(table).put(row, key),
    remove: (table, key) => void transaction.objectStore(table).delete(key),
    clear: (table) => void transaction.objectStore(table).clear(),
  });
  return ended;
}

interface Changes {
  put<Name extends Table>(table: Name, key: string, row: Row<Name>): void;
  remove(table: Table, key: string): void;
  clear(table: Table): void;
}

function answered<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
