import { andList } from '../../ui/and-list.ts';
import { Answer } from '../../ui/answer.tsx';
import type { BookFrame } from './book-frame.ts';
import { BookPage } from './book-page.tsx';
import { bookAddress } from './page-address.ts';

export interface PartPageProps {
  frame: BookFrame;
  /** Wards whose posts the reader sees, by name. */
  wards: { code: string; name: string }[];
}

/** For who sees some wards of the unit and not all of it: what they see, and what they do not. */
export function PartPage({ frame, wards }: PartPageProps) {
  return (
    <BookPage frame={frame} path="/organisation" title="Posts and people" over={`Command unit ${frame.unit}`}>
      <Answer
        figure={
          wards.length === 0
            ? 'Your role shows you no posts on this day.'
            : `Your role shows you the posts of ${andList(wards.map(({ name }) => name))}.`
        }
      >
        Posts elsewhere, budgets and the rules of the whole unit are for those who read all of it.
      </Answer>
      <ul class="w-body-list">
        {wards.map(({ code, name }) => (
          <li key={code}>
            <a class="govuk-link" href={bookAddress(`/organisation/wards/${code}`, frame)}>
              Who is posted in {name}, and whether its floor is kept
            </a>
          </li>
        ))}
      </ul>
    </BookPage>
  );
}
