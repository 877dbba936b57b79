/** Where a chain no longer is what was written. */
export interface Break {
  /** The first entry that may have been changed. */
  seq: number;
  /** One sentence. */
  because: string;
}
