import type { z } from 'zod';
import type { PoliceNeighbourhood } from '../../../geography/index.ts';
import { reasonCounter, totalOf } from '../../count-reasons.ts';
import { type LeftOutRows, leftOutRows } from '../../left-out-rows.ts';
import type { ReadText, RefusedText } from '../../text-source.ts';
import { apiAnswer } from '../api-answers.ts';
import { parseJson } from '../parse-json.ts';
import { aboutNeighbourhood, type NamedNeighbourhood } from './about-neighbourhood.ts';
import { forceOfWebsite } from './force-websites.ts';
import { FIELDS_READ, rawDetails, rawEvent, rawPerson, rawPoint, rawPriority } from './raw-parts.ts';

type Part = PoliceNeighbourhood['part'];

const WHAT: Readonly<Record<Part, string>> = {
  details: 'the details of a neighbourhood',
  people: "a neighbourhood's team (senior officers of a force look the same and are not kept)",
  priorities: "a neighbourhood's priorities",
  events: "a neighbourhood's events",
  boundary: "a neighbourhood's boundary",
};
const SAY_WHICH = 'say which with --about FORCE/NEIGHBOURHOOD, such as --about leicestershire/NC04';

/** What a part comes to, before it is known whose it is. */
interface ReadPart {
  body: unknown;
  /** Whose it is, where the part says so itself. */
  says: { neighbourhood: string; force: string | null } | null;
}

/**
 * Reads what a force publishes of a neighbourhood, as plain text and dates.
 * @param about FORCE/NEIGHBOURHOOD; details may say themselves whose they are
 */
export function readNeighbourhood(text: string, about: string | null): ReadText | RefusedText {
  const parsed = parseJson(text);
  if (parsed.kind === 'refused') return parsed;
  const part = apiAnswer(text);
  if (part === null || part === 'crimes' || typeof part === 'object')
    return refused('is no neighbourhood of data.police.uk: download it again');
  const list: readonly unknown[] = Array.isArray(parsed.value) ? parsed.value : [parsed.value];
  const leftOut = leftOutRows();
  const read = readPart(part, list, leftOut);
  if ('because' in read) return read;
  const whose = whoseIs(part, read, about);
  if ('because' in whose) return whose;
  const counts = leftOut.counts();
  return {
    kind: 'read',
    recognisedAs: `Neighbourhood ${part} of data.police.uk: ${whose.force}/${whose.neighbourhood}`,
    rowsRead: list.length,
    rowsUsed: list.length - totalOf(counts),
    refused: counts,
    refusedRows: leftOut.rows(),
    notices: fieldsNotUsed(part, list),
    from: null,
    to: null,
    boundaryVersions: [],
    series: [],
    coverage: [],
    neighbourhood: [{ ...whose, part, body: read.body }],
  };
}

function readPart(part: Part, list: readonly unknown[], leftOut: LeftOutRows): ReadPart | RefusedText {
  if (part === 'details') {
    const read = rawDetails.safeParse(list[0]);
    if (!read.success) return refused(`has details whose ${whereOf(read.error)} cannot be read: download it again`);
    const force = forceOfWebsite(read.data.body.website ?? '');
    return { body: read.data.body, says: { neighbourhood: read.data.id, force } };
  }
  const readers = { people: rawPerson, priorities: rawPriority, events: rawEvent, boundary: rawPoint } as const;
  const body: unknown[] = [];
  for (const [at, record] of list.entries()) {
    const read = readers[part].safeParse(record);
    if (read.success) body.push(read.data);
    else
      leftOut.add(
        { line: at + 1, raw: JSON.stringify(record) },
        `a record whose ${whereOf(read.error)} cannot be read`,
      );
  }
  const [bad] = leftOut.counts();
  if (part === 'boundary' && (bad || body.length < 3)) {
    return refused(
      bad
        ? 'is a boundary with a point that cannot be read, so its shape is not known: download it again'
        : 'is a boundary of fewer than 3 points: download it again',
    );
  }
  if (body.length === 0) return refused(`has no record that can be used (${bad?.reason}): download it again`);
  return { body, says: null };
}

const whereOf = (error: z.ZodError): string => String(error.issues[0]?.path[0] ?? 'form');

/** Whose a part is: what it says itself and what the operator says must agree. */
function whoseIs(part: Part, { says }: ReadPart, about: string | null): NamedNeighbourhood | RefusedText {
  const named = aboutNeighbourhood(about);
  if (named === null) {
    if (says?.force) return { force: says.force, neighbourhood: says.neighbourhood };
    return refused(
      part === 'details'
        ? `is ${WHAT[part]} (${says?.neighbourhood}) of a force that its web address does not tell: ${SAY_WHICH}`
        : `holds ${WHAT[part]} and does not say of which neighbourhood: ${SAY_WHICH}`,
    );
  }
  if (says === null) return named;
  const agrees =
    says.neighbourhood.toLowerCase() === named.neighbourhood.toLowerCase() &&
    (says.force === null || says.force === named.force);
  if (agrees) return { force: named.force, neighbourhood: says.neighbourhood };
  return refused(
    `is said to be about ${about} but says itself that it is ${says.force ?? 'of another force'}/${says.neighbourhood}: check --about`,
  );
}

function fieldsNotUsed(part: Part, list: readonly unknown[]): ReadText['notices'] {
  const known: readonly string[] = FIELDS_READ[part];
  const notices = reasonCounter();
  for (const record of list) {
    for (const field of Object.keys(Object(record)))
      if (!known.includes(field)) notices.add(`a field that is not used: ${field.slice(0, 60)}`);
  }
  return notices.counts();
}

function refused(because: string): RefusedText {
  return { kind: 'refused', because };
}
