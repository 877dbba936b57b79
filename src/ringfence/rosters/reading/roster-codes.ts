import type { Reason } from '../../reasons.ts';
import type { CodeMeaning, Read } from '../model.ts';

/** Codes of ward duty away from the ward: every reason but "something else", which needs a note that no roster has. */
export const AWAY_CODES: Readonly<Record<string, { reason: Reason; event: 'carnival' | 'new-years-eve' | null }>> = {
  CAD: { reason: 'response', event: null },
  RESPONSE: { reason: 'staffing-up', event: null },
  'AID-BOROUGH': { reason: 'aid-borough', event: null },
  'AID-UNIT': { reason: 'aid-unit', event: null },
  'AID-FORCE': { reason: 'aid-force', event: null },
  'AID-OTHER-FORCE': { reason: 'aid-other-force', event: null },
  COVER: { reason: 'cover-ward', event: null },
  CUSTODY: { reason: 'custody', event: null },
  WATCH: { reason: 'constant-watch', event: null },
  SCENE: { reason: 'scene-guard', event: null },
  'COURT-OWN': { reason: 'court-own-case', event: null },
  COURT: { reason: 'court-other', event: null },
  TRAINING: { reason: 'training', event: null },
  ATTACHED: { reason: 'attachment', event: null },
  UNION: { reason: 'union', event: null },
  OH: { reason: 'occupational-health', event: null },
  CARNIVAL: { reason: 'event', event: 'carnival' },
  NYE: { reason: 'event', event: 'new-years-eve' },
  EMERGENCY: { reason: 'major-emergency', event: null },
  RDB: { reason: 'rest-day-given-back', event: null },
  'WARD-WORK': { reason: 'ward-work', event: null },
};

/** Work beside ward duty: before the code of what it was for, as "RDW-AID-FORCE". */
const ELSEWHERE: Readonly<Record<string, 'rest-day' | 'overtime'>> = { RDW: 'rest-day', OT: 'overtime' };

const PLAIN: Readonly<Record<string, CodeMeaning>> = {
  WARD: { kind: 'duty', worked: false },
  DUTY: { kind: 'duty', worked: false },
  WORKED: { kind: 'duty', worked: true },
  RD: { kind: 'rest-day' },
  REST: { kind: 'rest-day' },
};

/** Everything that leave, sickness and adjusted duties are called: they are all read as leave, and nothing else is kept. */
export const LEAVE_CODES: readonly string[] = [
  'LEAVE',
  'AL',
  'A/L',
  'ANNUAL-LEAVE',
  'BH',
  'SICK',
  'SICKNESS',
  'SL',
  'SICK-LEAVE',
  'ADJ',
  'ADJUSTED',
  'ADJUSTED-DUTIES',
  'RECUP',
  'RECUPERATIVE',
  'RESTRICTED',
  'MAT',
  'MATERNITY',
  'PAT',
  'PATERNITY',
  'ADOPTION',
  'PARENTAL',
  'CARER',
  'CARERS',
  'COMPASSIONATE',
  'BEREAVEMENT',
  'SPECIAL',
  'UNPAID',
  'CAREER-BREAK',
  'TOIL',
  'FLEXI',
];

const LEAVE = new Set(LEAVE_CODES);

/** A unit's own words for codes, as its files map them: capitals on both sides. */
export type CodeWords = ReadonlyMap<string, string>;

/** A code in one way of writing: "Ward work" and "WARD_WORK" are "WARD-WORK". */
export const plainCode = (text: string): string =>
  text
    .trim()
    .toUpperCase()
    .replaceAll(/[\s_-]+/g, '-');

/**
 * What a code of a roster means, whatever its capitals, and with spaces or dashes between its words.
 * @param own the file's own words, each for a code that is known here
 */
export function meaningOf(text: string, own: CodeWords): Read<CodeMeaning> {
  const written = plainCode(text);
  if (written === '') return { because: 'It has no code: write WARD, RD, LEAVE or another of the known ones.' };
  const code = own.get(written) ?? written;
  const plain = LEAVE.has(code) ? ({ kind: 'leave' } as const) : PLAIN[code];
  if (plain !== undefined) return { value: plain };
  const away = AWAY_CODES[code];
  if (away !== undefined) return { value: { kind: 'away', ...away } };
  const [, before = '', forWhat = ''] = /^([A-Z]+)(?:-(.+))?$/.exec(code) ?? [];
  const as = ELSEWHERE[before];
  if (as === undefined) return { because: UNKNOWN_CODE };
  const reason = AWAY_CODES[forWhat];
  // Given back is a day of duty, and ward work is no work elsewhere.
  if (reason === undefined || forWhat === 'RDB' || forWhat === 'WARD-WORK')
    return {
      because: `The code ${before} does not say what for: write it as ${before}-AID-FORCE or ${before}-CARNIVAL.`,
    };
  return { value: { kind: 'elsewhere', as, ...reason } };
}

/** Never with the code itself: it may be a word for sickness that nobody has thought of. */
export const UNKNOWN_CODE =
  `Its code is not in the list: use WARD, WORKED, RD, LEAVE, ` +
  `${Object.keys(AWAY_CODES).join(', ')}, or map it above the header.`;
