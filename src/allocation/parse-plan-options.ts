import { parseAsAt, parseWindow, type WeightSet, WrongUsage } from '../demand/index.ts';
import type { PlanOptions } from './model.ts';

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
}

const MOST = 100_000;

/**
 * Reads a plan's options.
 * @param today used when no date was typed, "2026-03-01"
 * @throws WrongUsage with one sentence that says what to write
 */
export function parsePlanOptions(typed: TypedOptions, weights: WeightSet | undefined, today: string): PlanOptions {
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
  };
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
