import { findKnownArea } from '../geography/service.ts';
import type { OpenPlatform, Output } from '../platform/command-line.ts';
import type { Records } from '../platform/database/index.ts';
import { CATALOGUE, findMeasure } from './catalogue.ts';
import { AREA_VERSIONS, meantArea } from './meant-area.ts';
import type { Measure, Series } from './model.ts';
import { isOfVintage } from './named-vintage.ts';
import { nearNames } from './near-names.ts';
import { vintagesHolding } from './revisions/revisions-service.ts';

/** An area as someone named it, of one boundary version. */
export interface NamedArea {
  code: string;
  name: string;
  version: Series['boundaryVersion'];
}

/** A question that a command cannot answer; the message is one sentence that says what to do. */
export class NoAnswer extends Error {}

/** Runs a command about one measure with the records open; what has no answer is said in a sentence, with exit code 1. */
export async function answer(
  open: OpenPlatform,
  output: Output,
  measureName: string,
  say: (records: Records, measure: Measure) => Promise<void>,
): Promise<void> {
  const refuse = (sentence: string): void => {
    output.error(sentence);
    output.exitCode(1);
  };
  const measure = findMeasure(measureName);
  if (!measure) return refuse(noMeasure(measureName));
  const { platform, close } = await open();
  try {
    await say(platform.records, measure);
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    refuse(error.message);
  } finally {
    await close();
  }
}

function noMeasure(name: string): string {
  const near = nearNames(
    name,
    CATALOGUE.map((each) => each.name),
  );
  const meant = near.length === 0 ? '' : `did you mean ${near.map((each) => `"${each}"`).join(' or ')}? `;
  return `There is no measure "${name}": ${meant}"wardroom measure list" names them.`;
}

/** The areas someone may have meant, one for each boundary version it can be of. */
export async function areasMeant(records: Records, text: string): Promise<NamedArea[]> {
  const meant = meantArea(text, await findKnownArea(records, text, AREA_VERSIONS));
  if (meant.kind === 'refused') throw new NoAnswer(meant.because);
  return meant.areas;
}

/** Refuses a vintage that holds nothing of a measure, with the ones that do. */
export async function requireVintage(records: Records, measure: Measure, vintage: string): Promise<void> {
  const held = await vintagesHolding(records, measure.name);
  if (held.some((each) => isOfVintage(vintage, each))) return;
  const near = nearNames(vintage, held);
  const named = (near.length > 0 ? near : held.slice(0, 3)).map((each) => `"${each}"`).join(' or ');
  const suggestion = held.length === 0 ? 'no vintage does: import a file that has them' : `give ${named}`;
  throw new NoAnswer(`No vintage "${vintage}" holds figures for ${measure.title.toLowerCase()}: ${suggestion}.`);
}
