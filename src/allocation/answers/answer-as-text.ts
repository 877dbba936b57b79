import { longDate } from '../../ui/long-date.ts';
import type { UnitAnswer, WardAnswer } from './model.ts';
import { PCSO_MEANS, SUBJECT_HEADS } from './subject-heads.ts';

/** Columns of a letter or a screen of 80. */
const WIDTH = 78;

/** Breaks a text into lines of at most so many characters. */
type Wrap = (text: string, width: number) => string[];

/** The day of an answer, what stands under it, and how its lines are broken. */
export interface AsText {
  asAt: string;
  /** Sources and licence, a sentence each. */
  foot: string[];
  wrap: Wrap;
}

/** A ward's answer as plain text: its name, the day, the paragraph to read out, all of it point by point, its sources. */
export function wardAnswerText({ ward, paragraph, sentences }: WardAnswer, { asAt, foot, wrap }: AsText): string {
  return asText(wrap, [
    `${ward.name}, ${ward.borough}: how many officers, and why`,
    `As at ${longDate(asAt)}.`,
    'To read out',
    paragraph,
    'Point by point',
    ...sentences.map(({ about, text }) => `${SUBJECT_HEADS[about]}: ${text}`),
    PCSO_MEANS,
    ...foot,
  ]);
}

/** The unit's answer as plain text: the question, the paragraphs, a line for each ward. */
export function unitAnswerText(answer: UnitAnswer, { asAt, foot, wrap }: AsText): string {
  const { question, paragraphs, wards, unit } = answer;
  const longest = Math.max(...wards.map(({ name }) => name.length));
  const lines = wards.map(({ name, dwo, pcso }) => `${name.padEnd(longest)}  ${dwo} + ${pcso}`);
  return asText(wrap, [
    `${unit}: which wards have more officers, and why`,
    `As at ${longDate(asAt)}.`,
    `Question put to ${question.to} on ${longDate(question.on)} by ${question.by}: “${question.text}”`,
    ...paragraphs.map(({ text }) => text),
    PCSO_MEANS,
    ['Officers + PCSOs of each ward:', '', ...lines].join('\n'),
    ...foot,
  ]);
}

/** Sentences as plain text, where there are no numbers to give. */
export const sentencesText = (title: string, sentences: readonly string[], wrap: Wrap): string =>
  asText(wrap, [title, ...sentences]);

/** Paragraphs wrapped, an empty line between them; what has lines of its own keeps them. */
function asText(wrap: Wrap, paragraphs: readonly string[]): string {
  const wrapped = paragraphs.map((text) => (text.includes('\n') ? text : wrap(text, WIDTH).join('\n')));
  return `${wrapped.join('\n\n')}\n`;
}
