/// <reference lib="es2023" />
// The sliders of the allocation page: every move works the plan out here, by the functions that the server calls, and draws
// it with the components that the server draws. Everything on the page works without this file, by "Show the plan".
import { type ComponentChild, render } from 'preact';
import { type PlanView, REGIONS, type RegionName } from '../pages/allocation/plan-regions.tsx';
import { asksForReview } from '../review-fields.ts';
import { addressOf, proposalOf } from '../what-if/address-of.ts';
import type { Began } from '../what-if/changes.ts';
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
  /** Officers of the plan the page came with; null where it came with none. */
  began: Began | null;
  /** null until they arrive. */
  figures: WhatIfFigures | null;
  links: ReturnType<typeof linksOf>;
  sum: HTMLElement;
  sumAtFirst: string;
}

function start(form: HTMLFormElement): void {
  const sum = elementOf('weights-sum');
  const room: Room = {
    ...{ form, sum, sumAtFirst: sum.textContent, address: location.href, figures: null },
    untouched: addressOf(fieldsOf(asSent(form))),
    began: JSON.parse(form.dataset.began ?? 'null') as Began | null,
    links: linksOf(document),
  };
  const place = elementOf('what-if-says');
  const say = seldom((sentence: string) => {
    if (place.textContent !== sentence) place.textContent = sentence;
  }, SAID_EVERY_MILLISECONDS);
  const keepAddress = seldom((address: string) => {
    history.replaceState(history.state, '', address);
  }, ADDRESS_EVERY_MILLISECONDS);

  const moved = beforeNextPicture(() => {
    const from = performance.now();
    const search = addressOf(fieldsOf(form));
    say(redraw(room, search));
    keepAddress(search === room.untouched ? room.address : `${location.pathname}?${search}`);
    performance.measure('what-if', { start: from, end: performance.now() });
  });
  bindSliders(form, moved);
  form.addEventListener('input', moved);
  const again = elementOf('what-if-again');
  again.hidden = false;
  again.addEventListener('click', () => {
    form.reset();
    moved();
  });
  fetchFigures().then(
    (figures) => {
      room.figures = figures;
      const asItCame = Object.fromEntries(new URLSearchParams(room.untouched));
      if (!asksForReview(asItCame))
        elementOf('what-if-drift').textContent = sayDrift(solveForm(figures, asItCame), room.began);
      if (addressOf(fieldsOf(form)) !== room.untouched) moved();
    },
    () => say('The figures did not arrive, so the sliders cannot redraw the page: press “Show the plan”.'),
  );
}

/** Draws the plan of the form, and gives the sentence that says what it changes or why none is drawn. */
function redraw({ form, untouched, began, figures, links, sum, sumAtFirst }: Room, search: string): string {
  if (search === untouched) {
    restoreRegions();
    links.restore();
    sum.textContent = sumAtFirst;
    return '';
  }
  const fields = Object.fromEntries(fieldsOf(form));
  if (figures === null) return 'The figures have not arrived yet: “Show the plan” works without them.';
  if (asksForReview(fields)) return 'Sergeants and side rules take the server: press “Show the plan”.';
  if (fields['as-at'] !== figures.start.asAt) return 'Another day has other figures: press “Show the plan”.';
  const solved = solveForm(figures, fields);
  sum.textContent = sayWeightsSum(solved.form.weightsSum);
  links.follow(solved.form.fields.weights, solved.plan?.kind === 'optimal' ? search : null);
  if (solved.plan !== null) drawRegions(solved, figures, began);
  return sayWhatIf(solved, began);
}

async function fetchFigures(): Promise<WhatIfFigures> {
  const answer = await fetch(`${FIGURES}${location.search}`);
  if (!answer.ok) throw new Error(`The figures could not be read: ${answer.status}.`);
  return (await answer.json()) as WhatIfFigures;
}

/** What each region held when the page came, while another plan is drawn in its place. */
const keptNodes = new Map<HTMLElement, ChildNode[]>();

/** Draws a plan in every region of the page, changes from the plan it came with marked. */
function drawRegions({ form, plan }: SolvedForm, { start, hexPlaces }: WhatIfFigures, began: Began | null): void {
  const view: PlanView = {
    ...{ plan, hexPlaces, began, weightsSum: form.weightsSum, asAt: start.asAt },
    ...{ standing: { kind: 'tried' }, withNow: false, sameElsewhere: null },
  };
  for (const element of document.querySelectorAll<HTMLElement>('[data-region]')) {
    const drawn = REGIONS[element.dataset.region as RegionName](view) as ComponentChild;
    if (!keptNodes.has(element)) {
      keptNodes.set(element, [...element.childNodes]);
      element.replaceChildren();
    }
    render(drawn, element);
  }
}

/** Puts the page back as the server sent it. */
function restoreRegions(): void {
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

/** The links that lead on with the numbers of the form. */
function linksOf(page: Document) {
  const proposals = [...page.querySelectorAll<HTMLAnchorElement>('[data-proposal]')].map((link) => ({
    link,
    asSent: link.href,
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
    /** @param search what the form asks, as the end of an address; null where no plan comes of it */
    follow(weights: Record<string, string>, search: string | null): void {
      for (const { link } of proposals) link.href = `${link.dataset.proposal}?${proposalOf(weights)}`;
      setPropose(search === null, `/allocation/propose?${search ?? ''}`);
    },
    restore(): void {
      for (const each of proposals) each.link.href = each.asSent;
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
