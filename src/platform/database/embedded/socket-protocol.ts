import type { Answer } from '../connections.ts';
import type { StatementFault } from '../errors.ts';
import type { EncodedParameter } from '../values.ts';

/** Raised whenever a message below changes; the two ends must agree. */
export const protocolVersion = 1;

/** What a client sends. It takes a turn, runs statements one at a time, and ends the turn. */
export type Ask =
  | { ask: 'turn' }
  | { ask: 'run'; sql: string; parameters: readonly EncodedParameter[] }
  | { ask: 'done' };

/** What the owner says; "hello" first and unasked, then one message for each turn and each run. */
export type Word =
  | { word: 'hello'; protocolVersion: number; process: number }
  | { word: 'your turn' }
  | { word: 'leaving' }
  | { word: 'answer'; answer: Answer }
  | { word: 'refused'; fault: StatementFault }
  | { word: 'taken back'; because: string };
