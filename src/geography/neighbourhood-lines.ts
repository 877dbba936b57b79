import { longDate } from '../ui/long-date.ts';
import type {
  NeighbourhoodEvent,
  NeighbourhoodParts,
  NeighbourhoodPerson,
  NeighbourhoodPriority,
} from './neighbourhood-body.ts';

/**
 * What is held of a neighbourhood, in lines: its team, priorities, the latest first, and events, the next first.
 * @param today date written "2026-03-01", by which events are past or to come
 */
export function neighbourhoodLines(parts: NeighbourhoodParts, today: string): string[] {
  const { details, boundary } = parts;
  const name = `${parts.force}/${parts.neighbourhood}`;
  return [
    details ? `${details.name} (${name})` : name,
    ...indented(details?.description ?? null, ''),
    ...(details ? contactLines(details.contact, '') : []),
    '',
    ...section('Team', parts.people, personLines),
    ...section('Priorities', latestFirst(parts.priorities), priorityLines),
    ...section('Events', nextFirst(parts.events, today), (event) => eventLines(event, today)),
    boundary ? `Its boundary is held, with ${boundary.length} points.` : 'Its boundary is not held.',
    `From data.police.uk: ${parts.sources.map(({ part, file, importedOn }) => `${part} of "${file}", imported on ${longDate(importedOn)}`).join('; ')}.`,
  ];
}

function section<T>(title: string, items: readonly T[] | null, lines: (item: T) => string[]): string[] {
  if (items === null) return [`${title}: not held.`, ''];
  return [`${title} (${items.length})`, ...items.flatMap(lines), ''];
}

function personLines({ name, rank, contact }: NeighbourhoodPerson): string[] {
  return [`  ${rank === null ? name : `${rank} ${name}`}`, ...contactLines(contact, '    ')];
}

function priorityLines({ issue, issuedOn, action, actedOn }: NeighbourhoodPriority): string[] {
  const [first = '', ...more] = issue.split('\n');
  const done = action ?? (actedOn === null ? 'no action recorded' : 'action without words');
  const [did = '', ...also] = done.split('\n');
  return [
    `  ${issuedOn === null ? 'without a date' : longDate(issuedOn)}: ${first}`,
    ...more.map((line) => `    ${line}`),
    `    ${actedOn === null ? '' : `${longDate(actedOn)}: `}${did}`,
    ...also.map((line) => `    ${line}`),
  ];
}

function eventLines({ title, address, description, startsAt, endsAt }: NeighbourhoodEvent, today: string): string[] {
  const past = startsAt !== null && (endsAt ?? startsAt).slice(0, 10) < today ? ' (past)' : '';
  return [
    `  ${startsAt === null ? 'without a date' : momentText(startsAt, endsAt)}${past}: ${title}`,
    ...indented(address, '    '),
    ...indented(description, '    '),
  ];
}

/** "17 September 2016, 12:00 to 14:00". */
function momentText(from: string, until: string | null): string {
  const [day, time] = [from.slice(0, 10), from.slice(11)];
  const start = `${longDate(day)}, ${time}`;
  if (until === null) return start;
  return until.startsWith(day)
    ? `${start} to ${until.slice(11)}`
    : `${start} to ${longDate(until.slice(0, 10))}, ${until.slice(11)}`;
}

function contactLines(contact: Readonly<Record<string, string>>, indent: string): string[] {
  return Object.entries(contact).flatMap(([kind, how]) => indented(`${kind}: ${how}`, indent));
}

function indented(text: string | null, indent: string): string[] {
  return text === null ? [] : text.split('\n').map((line) => `${indent}${line}`);
}

function latestFirst(priorities: readonly NeighbourhoodPriority[] | null): NeighbourhoodPriority[] | null {
  return priorities?.toSorted((a, b) => ((a.issuedOn ?? '') < (b.issuedOn ?? '') ? 1 : -1)) ?? null;
}

/** Events to come, the next first, and then past ones, the latest first. */
function nextFirst(events: readonly NeighbourhoodEvent[] | null, today: string): NeighbourhoodEvent[] | null {
  if (events === null) return null;
  const isPast = ({ startsAt, endsAt }: NeighbourhoodEvent): boolean =>
    (endsAt ?? startsAt ?? today).slice(0, 10) < today;
  const inOrder = events.toSorted((a, b) => ((a.startsAt ?? '') < (b.startsAt ?? '') ? -1 : 1));
  return [...inOrder.filter((event) => !isPast(event)), ...inOrder.filter(isPast).reverse()];
}
