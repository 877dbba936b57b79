import { countWords } from '../../ui/count-words.ts';
import { longDate } from '../../ui/long-date.ts';
import type { Charter, CharterShown, Standing } from '../model.ts';
import { amendmentThatWaits } from './amendment-that-waits.ts';

const STANDINGS: Record<Standing, string> = {
  retrospective: 'retrospective: written after the start, so nobody signs it',
  draft: 'a draft that nobody has signed',
  'partly signed': 'signed by some, and not in force until all have signed',
  signed: 'signed by all, and in force',
  file: 'read from a file, and in no records',
};

/** How a charter stands, to follow "This charter is". */
export const sayStanding = (standing: Standing): string => STANDINGS[standing];

/** Who has still to sign the wording that is shown. */
export function stillToSign({ charter, hash, signatures, standing }: CharterShown): string[] {
  if (standing === 'retrospective') return [];
  const signed = signatures.filter((each) => each.hash === hash).map(({ organisation }) => organisation);
  return charter.signatories.map(({ organisation }) => organisation).filter((name) => !signed.includes(name));
}

/** An amendment that waits, in a sentence; null where none does. */
export function sayWaiting(shown: CharterShown): string | null {
  const waits = amendmentThatWaits(shown);
  if (waits === null) return null;
  const who =
    waits.missing.length === 0
      ? ''
      : `: ${waits.missing.join(', ')} ${waits.missing.length === 1 ? 'has' : 'have'} still to sign it`;
  return `Amendment ${waits.number} of ${longDate(waits.on)} is not in force${who}. Until then the charter holds as it was.`;
}

/** That readers read a former wording. @param since day since which another is in force */
export const sayNewer = (since: string): string =>
  `It was amended: another wording has been in force since ${longDate(since)}, and is not published yet; this is the former one.`;

/** A charter in plain lines: what is asked, how it stands, who signed, how it was amended. */
export function sayCharter(shown: CharterShown): string[] {
  const { charter, hash, standing, signatures, amendments } = shown;
  const missing = stillToSign(shown);
  const waiting = sayWaiting(shown);
  return [
    `${charter.name}: ${charter.title}`,
    `This charter is ${sayStanding(standing)}.`,
    `Hash ${hash}`,
    ...charter.treated.map(sayGroup),
    `Looks: ${charter.looks.join(', ')}. Harm is called by chance in ${percent(charter.stopRule.harmRate)} of pilots that change nothing, benefit in ${percent(charter.stopRule.benefitRate)}.`,
    ...signatures.map(
      (each) => `Signed for ${each.organisation} by ${each.name}, ${longDate(each.on)} (${each.hash.slice(0, 8)}…)`,
    ),
    ...(missing.length === 0 || standing === 'file' ? [] : [`Still to sign: ${missing.join(', ')}`]),
    ...amendments.flatMap((each) => [
      `Amendment ${each.number}, ${longDate(each.on)} (${each.hash.slice(0, 8)}…): ${each.because}`,
      ...each.changed.map((sentence) => `  ${sentence}`),
    ]),
    ...(waiting === null ? [] : [waiting]),
  ];
}

const sayGroup = ({ name, areas, start, transitionMonths }: Charter['treated'][number]): string =>
  `${name} (${areas.join(', ')}) from ${start}${transitionMonths === 0 ? '' : `, with ${countWords(transitionMonths, 'month')} of transition`}`;

const percent = (share: number): string => `${Number((share * 100).toFixed(2))}%`;
