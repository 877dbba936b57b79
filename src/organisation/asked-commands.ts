import type { Command } from 'commander';
import { isDate } from '../lib/calendar/is-date.ts';
import { isMonth, type Month } from '../lib/calendar/month.ts';
import { todayInLondon } from '../lib/calendar/today-in-london.ts';
import type { OpenPlatform, Output } from '../platform/command-line.ts';
import type { Platform } from '../platform/platform.ts';
import { textTable } from '../platform/text-table.ts';
import { InvalidRequest, NotFound } from '../platform/web/index.ts';
import { wrapText } from '../platform/wrap-text.ts';
import { postBook } from './book/book-service.ts';
import type { PostBook } from './post-book.ts';
import type { Report } from './report.ts';
import { WrongUsage } from './wrong-usage.ts';

/** What a command is given. */
export interface Edge {
  open: OpenPlatform;
  output: Output;
}

/** What every command about a unit's book may be asked. */
export interface BookOptions {
  unit?: string;
  asAt?: string;
  json?: boolean;
}

/** What a command has to say: the whole answer for machines, and the same to read. */
export interface Said {
  json: unknown;
  report: Report;
}

/** Adds the options that commands about a unit's book share. */
export function withBookOptions(command: Command): Command {
  return command
    .option('--unit <name>', 'command unit, such as "Central North"; needed when there are several')
    .option('--as-at <date>', 'as at this date, such as 2026-03-01 (default: today)')
    .option('--json', 'as JSON');
}

/**
 * Reads the unit's book and answers from it. A wrong usage, and a unit that is not there, is one sentence and exit code 2.
 * @param ask what is said of the book on the date asked about
 */
export async function answerFromBook(
  { open, output }: Edge,
  { unit, asAt, json }: BookOptions,
  ask: (book: PostBook, asAt: string, platform: Platform) => Said | Promise<Said>,
): Promise<void> {
  try {
    const day = asAt === undefined ? null : readDate(asAt);
    const { platform, close } = await open();
    try {
      const book = await postBook(platform, unit ?? null);
      const said = await ask(book, day ?? todayInLondon(platform.now()), platform);
      if (json) output.json(said.json);
      else print(output, said.report);
    } finally {
      await close();
    }
  } catch (error) {
    if (!(error instanceof WrongUsage || error instanceof NotFound || error instanceof InvalidRequest)) throw error;
    output.error(error.message);
    output.exitCode(2);
  }
}

/** Sentences wrapped, tables as they are. */
function print(output: Output, report: Report): void {
  for (const part of report)
    for (const line of typeof part === 'string' ? wrapText(part) : textTable(part.columns, part.rows))
      output.line(line);
}

/** @throws WrongUsage when the text is not a day of the calendar */
export function readDate(text: string): string {
  if (!isDate(text)) throw new WrongUsage(`"${text}" is not a date: write it as 2026-03-01.`);
  return text;
}

/** @throws WrongUsage when the text is not a month */
export function readMonth(text: string): Month {
  if (!isMonth(text)) throw new WrongUsage(`"${text}" is not a month: write it as 2026-03.`);
  return text;
}

/** @throws WrongUsage when the text is not a whole number of at least 1 */
export function readCount(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text))
    throw new WrongUsage(`"${text}" is not a number of people: write a whole number from 1.`);
  return Number(text);
}
