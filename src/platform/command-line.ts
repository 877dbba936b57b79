import type { Platform } from './platform.ts';

/** Opens the records and the lake for one command; handed to each domain's commands by app/. */
export type OpenPlatform = () => Promise<{ platform: Platform; close(): Promise<void> }>;

/** Where a command's answer goes; handed to each domain's commands by app/, so that a test can read it. */
export interface Output {
  /** One line of the answer, on standard output. */
  line(text: string): void;
  /** The whole answer for machines, on standard output. */
  json(value: unknown): void;
  /** One sentence that says what to do, on standard error. */
  error(sentence: string): void;
  /** 0 done, 1 refused with reasons, 2 wrong usage. */
  exitCode(code: 0 | 1 | 2): void;
}
