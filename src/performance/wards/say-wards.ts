import { andList } from '../../ui/and-list.ts';
import { countWords } from '../../ui/count-words.ts';
import { wholeNumber } from '../../ui/whole-number.ts';
import type { RatedWard, WardBeside, WardChange, WardChanges, WardStanding, WardsBeside } from './model.ts';

/** A rate for each 1,000 residents, with one decimal: "4.2", "1,031.0". */
export function sayRate(ratePer1000: number): string {
  return ratePer1000.toLocaleString('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

/** The standing by the test asked for. */
export function standingOf(rated: RatedWard, countsTest: boolean): WardStanding {
  return countsTest ? rated.counts : rated.dispersed;
}

/** Where a ward lies, and what that can bear. */
export function sayStanding({ outside, far }: WardStanding, countsTest: boolean): string {
  const usual = countsTest ? 'chance alone makes wards differ' : 'wards here usually differ';
  if (outside === null) return countsTest ? 'Within what chance alone gives.' : 'Within how wards here usually differ.';
  const line = far ? '99.8%' : '95%';
  return `${outside === 'above' ? 'Higher' : 'Lower'} than ${usual}: outside the ${line} lines.`;
}

/** Said beside a ward whose residents are few against those who come there. */
export function sayVisited(times: number): string {
  return `A rate for residents says little here: few people live here for how many visit (${times.toFixed(1)} times the middle ward’s thefts from people and shops for each resident).`;
}

/** The sentence that answers the page, its figure first. */
export function sayBeside({ wards, ratePer1000 }: WardsBeside, countsTest: boolean): { figure: string; rest: string } {
  const rated = wards.filter((ward): ward is WardBeside & { rated: RatedWard } => ward.rated !== null);
  if (ratePer1000 === null) return { figure: 'Fewer than two wards have the figures to be compared.', rest: '' };
  const outside = (side: 'above' | 'below') =>
    rated.filter(({ rated: each }) => standingOf(each, countsTest).outside === side).map(({ area }) => area.name);
  const [above, below] = [outside('above'), outside('below')];
  const found = above.length + below.length;
  const usual = countsTest ? 'chance alone makes wards differ' : 'wards here usually differ';
  const named = [
    above.length === 0 ? '' : `${andList(above)} higher`,
    below.length === 0 ? '' : `${andList(below)} lower`,
  ].filter(Boolean);
  const expected = rated.length * 0.05;
  return {
    figure:
      found === 0
        ? `None of the ${rated.length} wards differs from the rest by more than ${usual}.`
        : `${found} of the ${rated.length} wards ${found === 1 ? 'differs' : 'differ'} from the rest by more than ${usual}: ${named.join('; ')}.`,
    rest: `All together have ${sayRate(ratePer1000)} for each 1,000 residents. Were none out of the ordinary, ${sayExpected(expected)} of ${rated.length} would still lie outside the 95% lines.${sayPoorly(rated.filter(({ rated: each, visited }) => visited !== null && standingOf(each, countsTest).outside !== null))}`,
  };
}

/** Said of those outside whose residents are a poor measure; empty for none. */
function sayPoorly(wards: readonly WardBeside[]): string {
  if (wards.length === 0) return '';
  const names = andList(wards.map(({ area }) => area.name));
  return ` Few people live in ${names} for how many visit, so ${wards.length === 1 ? 'that rate says' : 'those rates say'} little.`;
}

const sayExpected = (count: number): string => (count < 1.5 ? 'about one' : `about ${wholeNumber(count)}`);

/** How many changes are called clear, of how many judged, and how many of such calls are false. */
export function sayChanges({ changes, measures, test }: WardChanges): { figure: string; rest: string } {
  const wards = new Set(changes.map(({ area }) => area.word)).size;
  const judged = changes.filter(({ falseDiscovery }) => falseDiscovery !== null).length;
  const few = changes.filter(({ row }) => row.verdict === 'too few').length;
  const lacking = changes.filter(({ row }) => row.verdict === 'no figures').length;
  const alone = changes.length - judged - few - lacking;
  const whose =
    measures.length === 1
      ? `the ${countWords(wards, 'ward')}`
      : `${countWords(changes.length, 'change')} (${countWords(wards, 'ward')}, ${countWords(measures.length, 'measure')})`;
  const parts = [
    judged === 0 ? '' : `${wholeNumber(judged)} could be judged, all together`,
    alone === 0 ? '' : sayAlone(changes, alone),
    few === 0 ? '' : `${countWords(few, 'has', 'have')} counts too small to judge`,
    lacking === 0 ? '' : `${countWords(lacking, 'has', 'have')} no figures`,
  ].filter(Boolean);
  const figure = judged === 0 ? `Of ${whose}, none could be judged.` : `Of ${whose}, ${sayClear(changes, test)}.`;
  return { figure, rest: `${parts.join('; ')}.` };
}

/** How many are called clear, all judged together, and how many of such calls are chance or false. */
function sayClear(changes: WardChanges['changes'], test: WardChanges['test']): string {
  const clear = changes.filter(({ calledClear }) => calledClear).length;
  const called = clear === 0 ? 'none is' : clear === 1 ? '1 is' : `${wholeNumber(clear)} are`;
  const by = test === 'counts' ? ' on the counts alone' : '';
  const calls =
    test === 'counts'
      ? '; at most 5% of such calls are expected to be chance, but years usually differ by more than chance'
      : '; at most 5% of such calls are expected to be false';
  return `${called} called clear${by}${clear === 0 ? '' : calls}`;
}

/** Of those that earlier years cannot judge, how many their counts alone would call clear: said here as their rows say it. */
function sayAlone(changes: WardChanges['changes'], alone: number): string {
  const look = changes.filter(
    ({ row, falseDiscovery }) => falseDiscovery === null && row.verdict !== 'too few' && row.countsVerdict === 'clear',
  ).length;
  const clear =
    look === 0
      ? 'none of them looks clear on its counts alone'
      : `${wholeNumber(look)} of them ${look === 1 ? 'looks' : 'look'} clear on the counts alone, which know nothing of how years differ`;
  return `${countWords(alone, 'has', 'have')} too few earlier years to be judged by, and ${clear}`;
}

/** What a change can bear by the test asked, judged with all others: clear alone may not be clear among many. */
export function sayJudged({ row, falseDiscovery, calledClear }: WardChange, test: WardChanges['test']): string {
  const [verdict, words] = test === 'counts' ? [row.countsVerdict, row.countsWords] : [row.verdict, row.words];
  if (verdict !== 'clear' || calledClear || falseDiscovery === null) return words;
  return `Could be chance${test === 'counts' ? ' on the counts alone' : ''}, among so many; looked at by itself, ${range(words)}`;
}

/** "between 2% and 15% fewer." of "Fewer, clear of chance taken alone: between 2% and 15% fewer." */
const range = (words: string): string => words.slice(words.indexOf(': ') + 2);
