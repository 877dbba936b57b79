import { LinkList } from '../../ui/link-list.tsx';

/** Where else performance is shown, each with what it answers. */
export function FurtherPages() {
  return (
    <section class="w-section w-noprint" aria-labelledby="further">
      <h2 class="w-h2" id="further">
        Other ways to look at it
      </h2>
      <LinkList links={PAGES} />
    </section>
  );
}

const PAGES = [
  { href: '/performance/wards', text: 'Wards beside each other, with the range that chance alone gives' },
  { href: '/performance/expectation', text: 'What the next twelve months are expected to bring' },
  { href: '/performance/places', text: 'Crime and trust, place by place' },
  { href: '/performance/disproportionality', text: 'Who is stopped and searched, against who lives here' },
  { href: '/performance/service', text: 'Response, attendance, outcomes and satisfaction' },
  { href: '/performance/claims', text: 'What was claimed in public, and whether the figures still bear it' },
  { href: '/performance/as-published/islington-2024-07', text: 'Islington’s table of July 2024, as published' },
  { href: '/measures', text: 'Every measure, with its definition and its downloads' },
];
