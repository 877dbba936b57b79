import { wrapText } from '../../platform/wrap-text.ts';
import { longDate } from '../../ui/long-date.ts';
import type { UnitAnswer, WardAnswer } from './model.ts';

/** Columns of a letter or a screen of 80. */
const WIDTH = 78;

/** Where an answer comes from, as it stands under it. */
export interface AnswerFoot {
  asAt: string;
  /** Sources and licence, a sentence each. */
  foot: string[];
}

/** A ward's answer as plain text: its name, the day, the paragraph, where it comes from. */
export function wardAnswerText({ ward, paragraph }: WardAnswer, { asAt, foot }: AnswerFoot): string {
  return asText([
    `${ward.name}, ${ward.borough}: how many officers, and why`,
    `As at ${longDate(asAt)}.`,
    paragraph,
    ...foot,
  ]);
}

/** The unit's answer as plain text: the question, the paragraphs, a line for each ward. */
export function unitAnswerText(answer: UnitAnswer, { asAt, foot }: AnswerFoot): string {
  const { question, paragraphs, wards, unit } = answer;
  const longest = Math.max(...wards.map(({ name }) => name.length));
  const lines = wards.map(({ name, dwo, pcso }) => `${name.padEnd(longest)}  ${dwo} + ${pcso}`);
  return asText([
    `${unit}: which wards have more officers, and why`,
    `As at ${longDate(asAt)}.`,
    `Question put to ${question.to} on ${longDate(question.on)} by ${question.by}: “${question.text}”`,
    ...paragraphs.map(({ text }) => text),
    ['Officers + PCSOs of each ward:', '', ...lines].join('\n'),
    ...foot,
  ]);
}

/** Sentences as plain text, where there are no numbers to give. */
export const sentencesText = (title: string, sentences: readonly string[]): string => asText([title, ...sentences]);

/** Paragraphs wrapped, an empty line between them; what has lines of its own keeps them. */
function asText(paragraphs: readonly string[]): string {
  const wrapped = paragraphs.map((text) => (text.includes('\n') ? text : wrapText(text, WIDTH).join('\n')));
  return `${wrapped.join('\n\n')}\n`;
}
