/** What an import added, changed and found unchanged, by kind of row. */
export type ImportCounts = Record<string, { added: number; changed: number; unchanged: number }>;
