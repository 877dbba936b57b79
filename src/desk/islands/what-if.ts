/// <reference lib="es2023" />
// The sliders of the allocation page: every move works the plan out here, by the functions that the server calls, and draws
// it with the components that the server draws. Everything on the page works without this file, by "Show the plan".
import { type ComponentChild, render } from 'preact';
import { type PlanView, REGIONS, type RegionName } from '../pages/allocation/plan-regions.tsx';
import { asksForReview } from '../review-fields.ts';
import { addressOf, proposalOf } from '../what-if/address-of.ts';
import type { Against } from '../what-if/changes.ts';
import { readWholeForm } from '../what-if/read-whole-form.ts';
import { sayWeightsSum } from '../what-if/say-weights-sum.ts';
import { sayDrift, sayWhatIf } from '../what-if/say-what-if.ts';
import { seldom } from '../what-if/seldom.ts';
import { type SolvedForm, solveForm, type WhatIfFigures } from '../what-if/solve-form.ts';

// For the test that the browser's plan is the server's.
export { solveForm };

const FIGURES = '/allocation/what-if.json';
/** A live region speaks no more often than this. */
const SAID_EVERY_MILLISECONDS = 1000;
/** Browsers refuse an address that changes with every pixel of a slider. */
const ADDRESS_EVERY_MILLISECONDS = 300;

/** The page as it came, and what has arrived since. */
interface Room {
  form: HTMLFormElement;
  /** The form as the server sent it, as the end of an address. */
  untouched: string;
  address: string;
  /** What every plan is compared with; null where there is nothing. */
  against: Against | null;
  figures: WhatIfFigures | 'coming' | 'failed';
  links: ReturnType<typeof linksOf>;
  sum: HTMLElement;
  sumAtFirst: string;
  saysAtFirst: string;
}

const HOW_TO_BEGIN = 'Move a slider to see what changes.';
const COMING = 'The figures have not arrived yet: “Show the plan” works without them.';
const FAILED = 'The figures did not arrive, so the sliders cannot redraw the page: press “Show the plan”.';
const RULES_TAKE_THE_SERVER = 'Sergeants and side rules take the server: press “Show the plan”.';
const ANOTHER_DAY = 'Another day has other figures: press “Show the plan”.';

function start(form: HTMLFormElement): void {
  const sum = elementOf('weights-sum');
  const shown = elementOf('what-if-shown');
  const status = elementOf('what-if-says');
  const room: Room = {
    ...{ form, sum, sumAtFirst: sum.textContent, address: location.href, figures: 'coming' },
    untouched: addressOf(fieldsOf(asSent(form))),
    against: JSON.parse(form.dataset.against ?? 'null') as Against | null,
    saysAtFirst: shown.textContent || HOW_TO_BEGIN,
    links: linksOf(document),
  };
  const speak = seldom((sentence: string) => {
    if (status.textContent !== sentence) status.textContent = sentence;
  }, SAID_EVERY_MILLISECONDS);
  const say = (sentence: string): void => {
    shown.textContent = sentence;
    speak(sentence);
  };
  const keepAddress = seldom((address: string) => {
    history.replaceState(history.state, '', address);
  }, ADDRESS_EVERY_MILLISECONDS);

  shown.textContent = room.saysAtFirst;
  const moved = beforeNextPicture(() => {
    const from = performance.now();
    const search = addressOf(fieldsOf(form));
    say(redraw(room, search));
    keepAddress(search === room.untouched ? room.address : `${location.pathname}?${search}`);
    performance.measure('what-if', { start: from, end: performance.now() });
  });
  bindSliders(form, moved);
  bindStartAgain(form, moved);
  form.addEventListener('input', moved);
  const isMoved = (): boolean => addressOf(fieldsOf(form)) !== room.untouched;
  // On paper every list is open.
  addEventListener('beforeprint', () => {
    if (isMoved()) redraw(room, addressOf(fieldsOf(form)), 'all');
  });
  fetchFigures().then(
    (figures) => {
      room.figures = figures;
      if (!asksForReview(Object.fromEntries(new URLSearchParams(room.untouched))))
        elementOf('what-if-drift').textContent = sayDrift(solveForm(figures, {}), room.against);
      if (isMoved()) moved();
    },
    () => {
      room.figures = 'failed';
      if (isMoved()) moved();
      else say(FAILED);
    },
  );
}

/**
 * Draws the plan of the form, and gives the sentence that says what it changes or why none is drawn. The links follow the
 * form whether or not its plan can be drawn here.
 */
function redraw(room: Room, search: string, reasons: PlanView['reasons'] = 'when opened'): string {
  const { form, untouched, against, links, sum } = room;
  if (search === untouched) {
    restoreRegions();
    links.restore();
    sum.textContent = room.sumAtFirst;
    return room.figures === 'failed' ? FAILED : room.saysAtFirst;
  }
  const fields = Object.fromEntries(fieldsOf(form));
  const { fields: typed, problems, weightsSum } = readWholeForm(fields);
  sum.textContent = sayWeightsSum(weightsSum);
  const [wrong] = problems;
  const solved = wrong === undefined ? solveHere(room, fields) : wrong.text;
  const drawn = typeof solved !== 'string' && solved.plan?.kind === 'optimal';
  links.follow(wrong === undefined ? typed.weights : null, drawn ? search : null);
  if (typeof solved === 'string') return solved;
  if (solved.plan !== null) drawRegions(solved, against, reasons);
  return sayWhatIf(solved, against);
}

/** The plan of a form without a wrong field, or the sentence that says why it takes the server. */
function solveHere({ figures }: Room, fields: Record<string, string>): SolvedHere | string {
  if (figures === 'coming') return COMING;
  if (figures === 'failed') return FAILED;
  if (asksForReview(fields)) return RULES_TAKE_THE_SERVER;
  if (fields['as-at'] !== figures.start.asAt) return ANOTHER_DAY;
  return { ...solveForm(figures, fields), figures };
}

type SolvedHere = SolvedForm & { figures: WhatIfFigures };

async function fetchFigures(): Promise<WhatIfFigures> {
  const answer = await fetch(`${FIGURES}${location.search}`);
  if (!answer.ok) throw new Error(`The figures could not be read: ${answer.status}.`);
  return (await answer.json()) as WhatIfFigures;
}

/** What each region held when the page came, while another plan is drawn in its place. */
const keptNodes = new Map<HTMLElement, ChildNode[]>();

/** Draws a plan in every region of the page, changes from the plan compared with marked. */
function drawRegions(solved: SolvedHere, against: Against | null, reasons: PlanView['reasons']): void {
  const { form, plan, figures } = solved;
  const { start, hexPlaces } = figures;
  const view: PlanView = {
    ...{ plan, hexPlaces, against, reasons, weightsSum: form.weightsSum, asAt: start.asAt },
    ...{ standing: { kind: 'tried' }, withNow: false, sameElsewhere: null },
  };
  const elements = [...document.querySelectorAll<HTMLElement>('[data-region]')];
  const draw = (element: HTMLElement): void => {
    const drawn = REGIONS[regionOf(element)](view) as ComponentChild;
    if (!keptNodes.has(element)) {
      keptNodes.set(element, [...element.childNodes]);
      element.replaceChildren();
    }
    render(drawn, element);
  };
  elements.filter((element) => !DRAWN_AFTER.has(regionOf(element))).forEach(draw);
  const after = elements.filter((element) => DRAWN_AFTER.has(regionOf(element)));
  clearTimeout(drawingAfter);
  if (reasons === 'all') after.forEach(draw);
  else drawingAfter = setTimeout(() => after.forEach(draw));
}

const regionOf = ({ dataset }: HTMLElement): RegionName => dataset.region as RegionName;

/** What lies below the map and the table of wards is drawn after their picture: the next move need not wait for it. */
const DRAWN_AFTER = new Set<RegionName>(['next', 'rules', 'why']);
let drawingAfter: ReturnType<typeof setTimeout> | undefined;

/** Puts the page back as the server sent it. */
function restoreRegions(): void {
  clearTimeout(drawingAfter);
  for (const [element, nodes] of keptNodes) {
    render(null, element);
    element.replaceChildren(...nodes);
  }
  keptNodes.clear();
}

/** The form as the server sent it, whatever was typed or filled in since. */
function asSent(form: HTMLFormElement): HTMLFormElement {
  const copy = form.cloneNode(true) as HTMLFormElement;
  copy.reset();
  return copy;
}

const fieldsOf = (form: HTMLFormElement): [name: string, value: string][] =>
  [...new FormData(form)].map(([name, value]) => [name, String(value).trim()]);

/** Shows the sliders, and keeps each in step with the number beside it, whichever is moved. */
function bindSliders(form: HTMLFormElement, moved: () => void): void {
  for (const slider of form.querySelectorAll<HTMLInputElement>('[data-slides]')) {
    const field = form.elements.namedItem(slider.dataset.slides ?? '');
    if (!(field instanceof HTMLInputElement)) continue;
    const follow = (): void => {
      if (field.value.trim() !== '' && Number.isFinite(Number(field.value))) slider.value = field.value;
    };
    follow();
    slider.hidden = false;
    slider.addEventListener('input', () => {
      field.value = slider.value;
      moved();
    });
    field.addEventListener('input', follow);
  }
  form.classList.add('w-try--sliding');
}

/** The way back: at once where the page came without anything tried, else by the address of the link. */
function bindStartAgain(form: HTMLFormElement, moved: () => void): void {
  const again = elementOf('what-if-again');
  again.hidden = false;
  if (form.dataset.tried === 'true') return;
  again.addEventListener('click', (event) => {
    event.preventDefault();
    form.reset();
    moved();
  });
}

/** The links that lead on with the numbers of the form. */
function linksOf(page: Document) {
  const proposals = [...page.querySelectorAll<HTMLAnchorElement>('[data-proposal]')].map((link) => ({
    link,
    line: link.parentElement,
    asSent: { href: link.href, hidden: link.parentElement?.hidden === true },
  }));
  const line = page.getElementById('what-if-propose');
  const propose = line?.querySelector('a') ?? null;
  const asSent = { hidden: line?.hidden !== false, href: propose?.href ?? '' };
  const setPropose = (hidden: boolean, href: string): void => {
    if (line === null || propose === null) return;
    line.hidden = hidden;
    propose.href = href;
  };
  return {
    /**
     * @param weights those of the form; null hides every link, for a field is wrong
     * @param search what the form asks, as the end of an address; null where its plan is not on the page
     */
    follow(weights: Record<string, string> | null, search: string | null): void {
      for (const { link, line } of proposals) {
        if (line !== null) line.hidden = weights === null;
        if (weights !== null) link.href = `${link.dataset.proposal}?${proposalOf(weights)}`;
      }
      setPropose(search === null, `/allocation/propose?${search ?? ''}`);
    },
    restore(): void {
      for (const { link, line, asSent } of proposals) {
        link.href = asSent.href;
        if (line !== null) line.hidden = asSent.hidden;
      }
      setPropose(asSent.hidden, asSent.href);
    },
  };
}

/** Does it before the next picture, however often it is asked for. */
function beforeNextPicture(act: () => void): () => void {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      act();
    });
  };
}

function elementOf(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no ${id}.`);
  return element;
}

// A test loads the bundle where there is no page.
const found = globalThis.document === undefined ? null : document.getElementById('what-if');
if (found !== null) start(found as HTMLFormElement);
