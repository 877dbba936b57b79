import { type ContentLine, contentLines } from './content-lines.ts';

/** One entry (VEVENT) of a calendar: its properties by name, the first of each. */
export interface CalendarEntry {
  line: number;
  properties: ReadonlyMap<string, ContentLine>;
}

export interface Calendar {
  /** Properties of the calendar itself. */
  properties: ReadonlyMap<string, ContentLine>;
  entries: CalendarEntry[];
  /** Line of an entry that does not end: the file was cut short; null where all end. */
  open: number | null;
}

/** Finds the entries of a calendar; its time zones, alarms and to-dos are not read. */
export function calendarEntries(text: string): Calendar {
  const properties = new Map<string, ContentLine>();
  const entries: CalendarEntry[] = [];
  const within: string[] = [];
  let entry: { line: number; properties: Map<string, ContentLine> } | null = null;
  for (const each of contentLines(text)) {
    const part = each.value.trim().toUpperCase();
    if (each.name === 'BEGIN') within.push(part);
    else if (each.name === 'END') leave(within, part);
    else if (within.at(-1) === 'VEVENT') addFirst(entry?.properties, each);
    else if (within.length === 1) addFirst(properties, each);
    if (part !== 'VEVENT') continue;
    if (each.name === 'BEGIN') entry = { line: each.line, properties: new Map() };
    if (each.name !== 'END' || entry === null) continue;
    entries.push(entry);
    entry = null;
  }
  return { properties, entries, open: entry?.line ?? null };
}

/** What was left open within a part ends with it. */
function leave(within: string[], part: string): void {
  const begun = within.lastIndexOf(part);
  if (begun !== -1) within.length = begun;
}

function addFirst(properties: Map<string, ContentLine> | undefined, line: ContentLine): void {
  if (properties?.has(line.name) === false) properties.set(line.name, line);
}
