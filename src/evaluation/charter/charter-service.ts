import { isMonth } from '../../lib/calendar/month.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { type Problem, Refused, refuseIf } from '../../lib/refused.ts';
import { textProblem } from '../../lib/text-problem.ts';
import { listUnits } from '../../organisation/service.ts';
import { guarded, worksWithMadeUp } from '../../platform/access/index.ts';
import { recordAudit } from '../../platform/audit/index.ts';
import { inRefusingTransaction, type Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Charter, Signatory } from '../model.ts';
import { shippedCharter } from '../shipped/shipped-charters.ts';
import { charterHash } from './charter-hash-service.ts';
import { insertCharter, insertWording, readCharter, readCharters } from './charter-store.ts';
import type { KeptCharter, Wording } from './model.ts';
import { parseCharter } from './parse-charter.ts';
import { placeOfCharter } from './place-of-charter-service.ts';
import { inWords } from './records-refusal-service.ts';
import { sayChanges } from './say-changes.ts';
import { startsMovedBack } from './starts-moved-back.ts';
import { wordingInForce } from './wording-in-force.ts';

const evaluation = { module: 'evaluation' } as const;

/** Reads a charter that somebody sends. @throws Refused with every problem */
function parsed(json: unknown): Charter {
  const read = parseCharter(json);
  if (read.kind === 'refused') throw new Refused(read.problems);
  return read.charter;
}

const unitIn = (json: unknown): string | undefined => {
  const unit = typeof json === 'object' && json !== null && 'unit' in json ? json.unit : undefined;
  return typeof unit === 'string' ? unit : undefined;
};

/**
 * Enters a charter as a draft of the unit it names.
 * @param json the charter as its file has it
 * @throws Refused with everything that does not fit together
 */
export const enterCharter = guarded(
  {
    ...evaluation,
    name: 'evaluation.enter-charter',
    act: 'write',
    place: (_, json: unknown) => ({ unit: unitIn(json) }),
  },
  (platform: Platform, json: unknown): Promise<KeptCharter> =>
    inRefusingTransaction(platform, async (trx) => {
      const charter = parsed(json);
      refuseIf([
        unknownUnit(charter.unit, await listUnits(trx)),
        shippedCharter(charter.name) === null ? null : { field: 'name', sentence: SHIPPED },
        charter.synthetic === worksWithMadeUp(platform) ? null : { field: 'synthetic', sentence: APART },
        (await readCharter(trx, charter.name)) === null ? null : { field: 'name', sentence: NAME_TAKEN },
      ]);
      return inWords(async () => {
        const id = await insertCharter(trx, charter, { by: platform.actor, at: platform.now() });
        await keep(platform, trx, { id, charter, last: null, end: null, amendment: null, because: '' });
        return kept(trx, platform.actor, charter.name, 'evaluation.enter-charter');
      });
    }),
);

/** Where the records do not know a unit: a sentence that names those they do. */
function unknownUnit(unit: string, held: readonly { name: string }[]): Problem | null {
  if (held.some(({ name }) => name === unit)) return null;
  const known = held.map(({ name }) => `"${name}"`).join(', ');
  return { field: 'unit', sentence: `unit: these records hold no command unit "${unit}"; they hold ${known}.` };
}

const SHIPPED = 'name: a charter of this name comes with Wardroom; give this one another.';
const NAME_TAKEN = 'name: a charter of this name is there already; give this one another name, or change that one.';
const APART =
  'synthetic: made-up people of the demonstration work with made-up charters, and real people with real ones; write the other.';

/** A change of a charter: what it is to say, and the hash of what its writer saw. */
export interface CharterChange {
  name: string;
  /** Hash of the wording that was seen. */
  seen: string;
  json: unknown;
}

/** Changes a draft that nobody signed yet. @throws Refused, also where it was signed or changed meanwhile */
export const changeCharter = guarded(
  { ...evaluation, name: 'evaluation.change-charter', act: 'write', place: placeOfCharter },
  (platform: Platform, { name, seen, json }: CharterChange): Promise<KeptCharter> =>
    inRefusingTransaction(platform, async (trx) => {
      const { before, last, end, charter } = await change(platform, trx, { name, seen, json });
      if (before.signatures.length > 0 || before.kind === 'retrospective') throw refused('because', AMEND_IT);
      await keep(platform, trx, { id: before.id, charter, last, end, amendment: null, because: '' });
      return kept(trx, platform.actor, name, 'evaluation.change-charter');
    }),
);

const AMEND_IT =
  'Somebody signed this charter, or it was written after the start: a change is an amendment, with a reason that every result shows.';

/**
 * Amends a charter that somebody signed, or a retrospective one. The former wording holds until every signatory has signed
 * the amendment; a retrospective one holds at once.
 * @throws Refused, also where it was changed meanwhile
 */
export const amendCharter = guarded(
  { ...evaluation, name: 'evaluation.amend-charter', act: 'approve', place: placeOfCharter },
  (platform: Platform, { name, seen, json, because }: CharterChange & { because: string }): Promise<KeptCharter> =>
    inRefusingTransaction(platform, async (trx) => {
      const { before, last, end, charter } = await change(platform, trx, { name, seen, json });
      const named = charter.signatories.map(asOne);
      const left = last.charter.signatories.filter((each) => !named.includes(asOne(each)));
      const held = before.kind === 'prospective' ? wordingInForce(before) : null;
      const month = todayInLondon(platform.now()).slice(0, 7);
      const moved = held === null || !isMonth(month) ? [] : startsMovedBack(held.charter, charter, month);
      const unsigned = before.kind === 'prospective' && before.signatures.length === 0;
      refuseIf([
        textProblem('because', because, 2_000, 'Say why it is amended: every result shows the reason.'),
        unsigned ? { field: null, sentence: 'Nobody has signed this charter yet: change the draft instead.' } : null,
        ...left.map(({ organisation }) => ({
          field: 'signatories',
          sentence: `signatories: ${organisation} was to sign and cannot be left out, nor become another body; it signs the amendment too.`,
        })),
        ...moved.map(({ area, start }) => ({
          field: 'treated',
          sentence: `treated: ${area} would start in ${start}, before this amendment is written: leave its start as it was signed, or name this month or a later one.`,
        })),
      ]);
      const amendment =
        Math.max(0, ...[...before.wordings, ...before.unreadable].map((each) => each.amendment ?? 0)) + 1;
      await keep(platform, trx, { id: before.id, charter, last, end, amendment, because: because.trim() });
      return kept(trx, platform.actor, name, 'evaluation.amend-charter', because.trim());
    }),
);

/** Who signs, as what: a council that became the police would sign for somebody else. */
const asOne = ({ organisation, body, borough }: Signatory): string => JSON.stringify([organisation, body, borough]);

async function change(platform: Platform, trx: Records, { name, seen, json }: CharterChange) {
  const charter = parsed(json);
  const before = await standing(platform, trx, name);
  const last = before.wordings.at(-1);
  if (last === undefined) throw new Refused([NONE]);
  // What cannot be read is never built on, and the next wording follows it all the same.
  const end = [last, ...before.unreadable].reduce((latest, each) => (each.number > latest.number ? each : latest));
  const stays = (['name', 'kind', 'unit', 'synthetic'] as const).find(
    (field) => charter[field] !== last.charter[field],
  );
  refuseIf([
    stays === undefined
      ? null
      : { field: stays, sentence: `${stays}: this stays as it was entered; enter another charter instead.` },
    last.hash === seen
      ? null
      : { field: null, sentence: 'The charter was changed since you saw it: read it again, then change it.' },
    charterHash(charter) === end.hash
      ? { field: null, sentence: 'This says what the charter says already: nothing changed.' }
      : null,
  ]);
  return { before, last, end, charter };
}

const refused = (field: string | null, sentence: string) => new Refused([{ field, sentence }]);
const NONE: Problem = {
  field: null,
  sentence: 'There is no charter of this name that you may see: "wardroom evaluation charter list" has the names.',
};

/** The charter as it stands, for who writes about it. @throws Refused where there is none, or it is not theirs */
export async function standing(platform: Platform, trx: Records, name: string): Promise<KeptCharter> {
  const found = await readCharter(trx, name);
  if (found === null) throw new Refused([NONE]);
  if (platform.principal.kind !== 'wardroom' && found.synthetic !== worksWithMadeUp(platform))
    throw refused(
      null,
      'Made-up people of the demonstration work with made-up charters, and real people with real ones.',
    );
  return found;
}

interface Kept {
  id: number;
  charter: Charter;
  /** The last wording that can be read. */
  last: Wording | null;
  /** The last of all: what this one follows. */
  end: Pick<Wording, 'number' | 'hash'> | null;
  amendment: number | null;
  because: string;
}

async function keep(
  platform: Platform,
  trx: Records,
  { id, charter, last, end, amendment, because }: Kept,
): Promise<void> {
  const wording: Wording = {
    ...{ charter, amendment, because, hash: charterHash(charter) },
    number: (end?.number ?? 0) + 1,
    previous: end?.hash ?? null,
    changed: last === null ? [] : sayChanges(last.charter, charter),
    written: { by: platform.actor, at: platform.now() },
  };
  await inWords(() => insertWording(trx, id, wording));
}

/** The charter as it is now, with what was done in the audit. */
export async function kept(
  trx: Records,
  actor: string,
  name: string,
  action: string,
  reason?: string,
  more: Record<string, string> = {},
): Promise<KeptCharter> {
  const charter = await readCharter(trx, name);
  const last = charter?.wordings.at(-1);
  if (charter === null || last === undefined) throw new Refused([NONE]);
  const detail = { hash: last.hash, wording: last.number, ...more };
  const subject = `charter ${name} of ${charter.unit}`;
  await recordAudit(trx, { actor, action, subject, detail, ...(reason === undefined ? {} : { reason }) });
  return charter;
}

/** Every charter of the records that may be seen, by name. */
export const listCharters = guarded(
  { ...evaluation, name: 'evaluation.list-charters', act: 'read' },
  (platform: Platform): Promise<KeptCharter[]> => inRefusingTransaction(platform, readCharters),
);

/** A charter of the records with every wording and signature; null where there is none that may be seen. */
export const charterHistory = guarded(
  { ...evaluation, name: 'evaluation.charter-history', act: 'read' },
  (platform: Platform, name: string): Promise<KeptCharter | null> =>
    inRefusingTransaction(platform, (trx) => readCharter(trx, name)),
);
