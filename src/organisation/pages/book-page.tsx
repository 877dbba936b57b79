import type { ComponentChildren } from 'preact';
import type { Crumb } from '../../ui/breadcrumbs.tsx';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/layout.tsx';
import { longDate } from '../../ui/long-date.ts';
import { TextField } from '../../ui/text-field.tsx';
import type { BookFrame } from './book-frame.ts';
import { bookAddress } from './page-address.ts';

export interface BookPageProps {
  frame: BookFrame;
  /** The page's own address, without the day. */
  path: string;
  title: string;
  /** What the page is about, before the day: "Ward in Camden". */
  over: string;
  /** Pages between the unit's and this one. */
  above?: Crumb[];
  children: ComponentChildren;
}

/** The frame of a page of the unit's book: its day, which can be changed, and the section's other pages. */
export function BookPage({ frame, path, title, over, above = [], children }: BookPageProps) {
  const top = path === '/organisation';
  return (
    <Page
      title={top ? 'Workforce' : title}
      active="/organisation"
      unit={{ name: frame.unit, boroughs: frame.boroughs.map(({ name }) => name) }}
      synthetic={frame.synthetic}
      breadcrumbs={[
        { text: frame.unit, href: '/' },
        ...(top ? [] : [{ text: 'Workforce', href: bookAddress('/organisation', frame) }]),
        ...above,
        { text: top ? 'Workforce' : title },
      ]}
    >
      <div class="w-book">
        <h1 class="w-title">
          <span class="w-over">
            {over} · as at {longDate(frame.asAt)}
          </span>
          {title}
        </h1>
        <SectionPages frame={frame} path={path} />
        {children}
      </div>
    </Page>
  );
}

/** The day that a page is about, to be changed; below the answer, above the table. */
export function ChooseDay({ frame, path }: { frame: BookFrame; path: string }) {
  return (
    <form class="w-form" action={path} method="get">
      <TextField id="as-at" name="as-at" label="As at" type="date" characters={10} value={frame.asAt} />
      <Button text="Show" secondary />
    </form>
  );
}

/** Every page of the section that the reader may open, this one without a link. */
function SectionPages({ frame, path }: { frame: BookFrame; path: string }) {
  const ofUnit = [
    ...frame.boroughs.map(({ code, name }) => ({ href: `/organisation/boroughs/${code}`, text: name })),
    { href: '/organisation/check', text: 'Check of the rules' },
    { href: '/organisation/changes', text: 'Before and after' },
    { href: '/organisation/skills', text: 'Skills' },
  ];
  const pages = [
    { href: '/organisation', text: frame.whole ? 'The unit' : 'What you see' },
    ...(frame.whole ? ofUnit : []),
    { href: '/organisation/postings', text: 'Postings' },
    { href: '/organisation/sharing', text: 'Shared things' },
  ];
  return (
    <nav class="w-section-pages w-noprint" aria-label="Workforce">
      <ul>
        {pages.map(({ href, text }) => (
          <li key={href}>
            {href === path ? (
              <span aria-current="page">{text}</span>
            ) : (
              <a class="govuk-link" href={bookAddress(href, frame)}>
                {text}
              </a>
            )}
          </li>
        ))}
        <li>
          <a class="govuk-link" href="/organisation/published">
            What is published
          </a>
        </li>
      </ul>
    </nav>
  );
}
