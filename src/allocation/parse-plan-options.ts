import { parseAsAt, parseWindow, type WeightSet, WrongUsage } from '../demand/index.ts';
import type { PlanOptions } from './model.ts';
import type { RulesFile } from './review.ts';

/** A plan's options as typed on the command line. */
export interface TypedOptions {
  unit?: string | undefined;
  dwo?: string | undefined;
  pcso?: string | undefined;
  dwoFloor?: string | undefined;
  pcsoFloor?: string | undefined;
  dwoCeiling?: string | undefined;
  pcsoCeiling?: string | undefined;
  asAt?: string | undefined;
  window?: string | undefined;
  sergeants?: string | undefined;
  sergeantsElsewhere?: string | undefined;
  timeLimit?: string | undefined;
}

/** What the options name as files, read by then. */
export interface ReadFiles {
  weights?: WeightSet | undefined;
  rules?: RulesFile | undefined;
}

const MOST = 100_000;

/**
 * Reads a plan's options.
 * @param today used when no date was typed, "2026-03-01"
 * @throws WrongUsage with one sentence that says what to write
 */
export function parsePlanOptions(typed: TypedOptions, { weights, rules }: ReadFiles, today: string): PlanOptions {
  const asAt = typed.asAt === undefined ? today : parseAsAt(typed.asAt);
  return {
    unit: typed.unit ?? null,
    asAt,
    dwo: required('--dwo', typed.dwo),
    pcso: required('--pcso', typed.pcso),
    floors: { dwo: optional('--dwo-floor', typed.dwoFloor), pcso: optional('--pcso-floor', typed.pcsoFloor) },
    ceilings: { dwo: orNone('--dwo-ceiling', typed.dwoCeiling), pcso: orNone('--pcso-ceiling', typed.pcsoCeiling) },
    weights,
    window: typed.window === undefined ? undefined : parseWindow(typed.window, asAt),
    rules,
    sergeants: sergeants(typed),
    timeLimitSeconds: seconds(typed.timeLimit),
  };
}

/** Sergeants may have part of a post elsewhere: 16.5. */
function sergeants({ sergeants: all, sergeantsElsewhere: elsewhere }: TypedOptions): PlanOptions['sergeants'] {
  if (all !== undefined)
    return {
      all: decimal('--sergeants', all),
      elsewhere: elsewhere === undefined ? null : decimal('--sergeants-elsewhere', elsewhere),
    };
  if (elsewhere === undefined) return undefined;
  throw new WrongUsage('Say how many sergeants there are in all with --sergeants, of whom some are elsewhere.');
}

function decimal(name: string, text: string): number {
  const number = /^\d{1,6}(\.\d{1,3})?$/.test(text) ? Number(text) : Number.NaN;
  if (number <= MOST) return number;
  throw new WrongUsage(`${name} is "${text}": make it a number of posts, such as 16.5.`);
}

const MOST_SECONDS = 3600;

function seconds(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const number = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= 1 && number <= MOST_SECONDS) return number;
  throw new WrongUsage(`--time-limit is "${text}": make it whole seconds from 1 to 3,600.`);
}

function required(name: string, text: string | undefined): number {
  if (text === undefined) throw new WrongUsage(`Say how many with ${name}: a whole number, such as ${name} 118.`);
  return wholeNumber(name, text, '');
}

const optional = (name: string, text: string | undefined) =>
  text === undefined ? undefined : wholeNumber(name, text, '');

function orNone(name: string, text: string | undefined): number | null | undefined {
  if (text === undefined) return undefined;
  return text === 'none' ? null : wholeNumber(name, text, ', or "none"');
}

function wholeNumber(name: string, text: string, otherwise: string): number {
  const number = /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN;
  if (number <= MOST) return number;
  throw new WrongUsage(`${name} is "${text}": make it a whole number from 0 to 100,000${otherwise}.`);
}
