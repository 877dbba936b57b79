import type { Module } from '../access/index.ts';
import type { Records } from '../database/index.ts';

/** What keeping the audit needs besides the platform of who asks. */
export interface Safekeeping {
  /** Wardroom's own handle: whoever checks the chain reads all of it, and is shown nothing of what it says. */
  system: Records;
  /** Folders that heads are exported to besides the data folder's own, absolute. */
  headFolders: readonly string[];
  /** Whether what imports brought is still what was held then; null where nothing but the chain is to be checked. */
  checkImports: (() => Promise<ImportsCheck>) | null;
  /** Why the entries of a module must stay, in one sentence, whatever a rule says; null where they need not. */
  mustStay?: (module: Module) => Promise<string | null>;
}

/** Whether the figures of live imports are those that were written down when they last changed. */
export interface ImportsCheck {
  checked: number;
  /** Imports from before their figures were written down so. */
  withoutRoot: number;
  /** One sentence for each import whose figures changed for a cause, with the entry that changed them. */
  changed?: string[];
  /** One sentence for each import whose figures differ. */
  differing: string[];
}
