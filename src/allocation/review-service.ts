import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type DemandIndex, WrongUsage } from '../demand/index.ts';
import { wardAdjacency } from '../geography/service.ts';
import type { PostBook } from '../organisation/index.ts';
import { postBook, unitBoroughs } from '../organisation/service.ts';
import { may, published } from '../platform/access/index.ts';
import type { Platform } from '../platform/platform.ts';
import { clustersIn, numbersOf, type Posted, strengthIn, withRemarks } from './current-officers.ts';
import type { OptimalPlan, PlanOptions } from './model.ts';
import { needsCurrent, resolveRules } from './resolve-rules.ts';
import type { RulesFile } from './review.ts';
import { parseRulesFile } from './rules-file.ts';
import { NO_REVIEW } from './rules-in-force.ts';
import { sergeantsAsked } from './sergeants-asked.ts';
import type { SideAsked } from './terms-of.ts';

/**
 * Reads a rules file.
 * @throws WrongUsage with one sentence when there is none of that name, or it says something wrong
 */
export const readRules = published('allocation.read-rules', async (file: string): Promise<RulesFile> => {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    throw new WrongUsage(`The rules file ${file} cannot be read: check its name.`);
  }
  return parseRulesFile(text, basename(file));
});

/**
 * What a plan is asked to obey beyond the rules of every plan, with every name looked up. What the rules file leaves out
 * comes from the post book, as far as its asker may read it, or else from the plan in force.
 * @param inForce the plan in force on the date; null when there is none
 * @throws WrongUsage with one sentence that says what is wrong in the file, or what to give
 */
export async function readReview(
  platform: Platform,
  demand: DemandIndex,
  options: PlanOptions,
  inForce: () => Promise<OptimalPlan | null>,
): Promise<SideAsked & { remarks: string[] }> {
  const { rules } = options;
  const codes = demand.wards.map(({ code }) => code);
  const adjacency =
    options.sergeants === undefined ? null : await wardAdjacency(platform.records, demand.boundaryVersion, codes);
  const sergeants = sergeantsAsked(options, codes.length, adjacency);
  const asked = { sergeants: sergeants?.asked ?? null, remarks: sergeants?.remarks ?? [] };
  if (rules === undefined) return { review: NO_REVIEW, ...asked };
  const asksCurrent = rules.current === null && needsCurrent(rules) !== null;
  const asksClusters = rules.clusters === null && asksForClusters(rules);
  const book = asksCurrent || asksClusters ? await readableBook(platform, demand) : null;
  const posted: Posted = asksCurrent ? strengthIn(book, demand) : { current: null, because: null };
  const review = resolveRules(rules, {
    unit: demand.unit,
    boundaryVersion: demand.boundaryVersion,
    wards: demand.wards,
    boroughs: await unitBoroughs(platform.records, demand.unit, demand.asAt),
    clusters: book === null ? [] : clustersIn(book, demand),
    current: asksCurrent ? (posted.current ?? numbersOf(await inForce(), demand)) : null,
    notPosted: posted.current === null ? posted.because : null,
  });
  const current = review.current === null ? null : withRemarks(review.current, options.dwo, posted);
  return { review: { ...review, current }, ...asked, remarks: [...asked.remarks, ...(current?.remarks ?? [])] };
}

const asksForClusters = ({ side }: RulesFile) =>
  side['cluster-balance'] !== undefined || side['funded-officers'] !== undefined;

/** The unit's whole post book; null where it may not be read whole, or is made up and the figures are not. */
async function readableBook(platform: Platform, { unit, synthetic }: DemandIndex): Promise<PostBook | null> {
  if (!may(platform.principal, { module: 'postings', act: 'read', place: { unit } })) return null;
  const book = await postBook(platform, unit);
  return book.whole && (synthetic || !book.synthetic) ? book : null;
}
