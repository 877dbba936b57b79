import type { EncodedParameter } from './values.ts';

/** What a statement answered. */
export interface Answer {
  rows: Record<string, unknown>[];
  /** Rows inserted, updated, deleted or merged; null for a statement of another kind. */
  affectedRows: number | null;
  /** PostgreSQL's command tag without its counts: "SELECT", "INSERT", "COMMIT", "ROLLBACK". */
  command: string;
}

/** One connection, held by one piece of work until it is released. */
export interface Connection {
  run(sql: string, parameters: readonly EncodedParameter[]): Promise<Answer>;
  release(): void;
}

/** Where connections come from: a pool on a server, or the one connection of the embedded records. */
export interface Connections {
  /** Waits for its turn. */
  acquire(): Promise<Connection>;
  end(): Promise<void>;
}
