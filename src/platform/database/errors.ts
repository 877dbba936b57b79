/** The records cannot be opened or were lost; the message is one sentence for the person at the keyboard. */
export class RecordsUnavailable extends Error {
  override name = 'RecordsUnavailable';
}

/** The embedded PostgreSQL broke down; its state cannot be trusted, so it must be ended and started anew. */
export class EngineBroken extends RecordsUnavailable {
  constructor() {
    super(
      'The embedded records broke down before they answered: check whether the last change was saved, and try again.',
    );
  }
}

/** PostgreSQL refused a statement. Carries its own message and code, never the statement or the driver's internals. */
export class StatementError extends Error {
  override name = 'StatementError';
  /** SQLSTATE, such as 23505 for a duplicate key; empty when the driver gave none. */
  readonly code: string;
  readonly detail: string;
  readonly constraint: string;

  constructor(message: string, fields: { code?: string; detail?: string; constraint?: string } = {}) {
    super(message);
    this.code = fields.code ?? '';
    this.detail = fields.detail ?? '';
    this.constraint = fields.constraint ?? '';
  }
}

/** A refused statement as plain fields, so that it can cross a thread or a socket. */
export interface StatementFault {
  message: string;
  code: string;
  detail: string;
  constraint: string;
}

/**
 * Reads what PostgreSQL said from whatever a driver threw.
 * PGlite's errors carry the query, its parameters and minified source; only the four fields below survive.
 */
export function readStatementFault(thrown: unknown): StatementFault {
  const fields: Record<string, unknown> = typeof thrown === 'object' && thrown !== null ? { ...thrown } : {};
  const message = thrown instanceof Error ? thrown.message : textOr(fields.message) || 'no reason was given';
  return {
    message: message.split('\n')[0] ?? '',
    code: textOr(fields.code),
    detail: textOr(fields.detail),
    constraint: textOr(fields.constraint),
  };
}

function textOr(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
