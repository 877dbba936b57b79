import type { Module } from '../access/index.ts';

/** What JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/** What somebody who writes an entry says. */
export interface AuditEntry {
  /** Who acted: "person:3f9c", "cli:anna", "cli:anna as person:3f9c", "wardroom", "visitor". */
  actor: string;
  /** The service function's name in the field's words: "sources.import", "allocation.adopt-plan". */
  action: string;
  /** What it was done to: a vintage, a unit, an import's number. */
  subject: string;
  /** Decides how long the entry is kept; left out, it is that of the domain named before the action's dot. */
  module?: Module;
  /** The role under which they acted, in words with its scope, as sayRole() has it; null for no role. */
  role?: string | null;
  /** Identity of the person it is about, never a name: "person:3f9c"; null for nobody. */
  whom?: string | null;
  /** Why they did it, in their own words, where policy asks. */
  reason?: string | null;
  /** What else must be known to understand it later. */
  detail?: Json;
}

/** What an entry says; gone when its time is over. */
export interface AuditContent {
  actor: string;
  role: string | null;
  action: string;
  subject: string;
  whom: string | null;
  reason: string | null;
  /** Canonical JSON. */
  detail: string;
  /** 32 bytes in hexadecimal, so that what was erased cannot be guessed from its hash. */
  salt: string;
}

/** An entry as it stands in the chain. */
export interface ChainedEntry {
  /** Contiguous from 1. */
  seq: number;
  /** Microseconds since 1970. */
  at: number;
  module: string;
  /** null: erased. */
  content: AuditContent | null;
  /** SHA-256 in hexadecimal, as are the next two. */
  contentHash: string;
  prevHash: string;
  hash: string;
}

/** Where a chain stands. */
export interface ChainHead {
  /** Name of the records, a UUID made with their first entry. */
  instance: string;
  seq: number;
  hash: string;
}

/** The hash before the first entry. */
export const NO_HASH = '0'.repeat(64);
