import type { ComponentChildren } from 'preact';
import type { Crumb } from '../../../ui/breadcrumbs.tsx';
import { type FormProblem, ProblemSummary } from '../../../ui/form-page.tsx';
import { Page } from '../../../ui/layout.tsx';
import { SyntheticMark } from '../../../ui/synthetic-mark.tsx';
import type { Review } from '../model.ts';
import { reviewAddress, reviewTitle } from '../say-review.ts';

/** The command unit that the masthead names. */
export interface UnitShown {
  name: string;
  boroughs: string[];
}

/** What of a review its pages are headed with. */
export type ReviewHead = Pick<Review, 'id' | 'number' | 'name' | 'synthetic'>;

export interface ReviewFrameProps {
  unit: UnitShown;
  /** null for a page of no one review. */
  review: ReviewHead | null;
  title: string;
  /** Whether a page of no one review shows what is made up. */
  synthetic?: boolean;
  /** What stands over the title; the made-up mark follows it. */
  over?: string;
  /** What the page is, last of the way up. */
  here: string;
  /** Between the review and the page. */
  between?: readonly Crumb[];
  problems?: readonly FormProblem[];
  /** Id of the field that problems of no field lead to. */
  first?: string;
  islands?: string[];
  children: ComponentChildren;
}

/** The frame of every page about reviews: the way up, what is wrong, the title, made-up marked. */
export function ReviewFrame(props: ReviewFrameProps) {
  const { unit, review, title, over, problems = [], first, children } = props;
  const synthetic = review?.synthetic ?? props.synthetic ?? false;
  return (
    <Page
      title={problems.length === 0 ? title : `Error: ${title}`}
      active="/allocation"
      unit={unit}
      synthetic={synthetic}
      breadcrumbs={crumbs(props)}
      {...(props.islands === undefined ? {} : { islands: props.islands })}
    >
      <ProblemSummary problems={problems} first={first} />
      <h1 class="w-title">
        {over === undefined ? null : (
          <span class="w-over">
            {over} {synthetic ? <SyntheticMark /> : null}
          </span>
        )}
        {title}
      </h1>
      {children}
    </Page>
  );
}

function crumbs({ unit, review, here, between = [] }: ReviewFrameProps): Crumb[] {
  return [
    { text: unit.name, href: '/' },
    { text: 'Allocation', href: '/allocation' },
    ...(here === 'Reviews' ? [] : [{ text: 'Reviews', href: '/allocation/reviews' }]),
    ...(review === null || here === reviewTitle(review)
      ? []
      : [{ text: reviewTitle(review), href: reviewAddress(review.id) }]),
    ...between,
    { text: here },
  ];
}
