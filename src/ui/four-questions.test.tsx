import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { FourQuestions } from './four-questions.tsx';
import { QuestionHeading } from './question-heading.tsx';

const none = { text: 'Not recorded yet.' };

it('asks the four questions in order, in their words', () => {
  const html = render(<FourQuestions summaries={{ 1: none, 2: none, 3: none, 4: none }} />);
  const words = [...html.matchAll(/<span>([^<]+)<\/span>/g)].map(([, text]) => text);
  expect(words).toEqual([
    'How many officers, and why?',
    'Were they here?',
    'What did they do about what we asked?',
    'Is it working?',
  ]);
  expect(html).toMatch(/^<ol class="w-four">/);
});

it('links and figures only what is answered', () => {
  const html = render(
    <FourQuestions
      summaries={{
        1: { figure: '118 + 48', text: 'In all.', href: '/allocation', synthetic: true },
        2: none,
        3: none,
        4: none,
      }}
    />,
  );
  expect(html).toContain('<a class="govuk-link" href="/allocation">How many officers, and why?</a>');
  expect(html.match(/w-fig/g)).toHaveLength(1);
  expect(html.match(/w-syn/g)).toHaveLength(1);
  expect(html.match(/w-unknown/g)).toHaveLength(3);
});

it('heads a section with its number in a hexagon that screen readers pass over', () => {
  const html = render(<QuestionHeading number={3} />);
  expect(html).toMatch(/^<h2 class="w-q" id="q3"><svg [^>]*aria-hidden="true"/);
  expect(html).toContain('<text y="6">3</text>');
  expect(html).toContain('<span>What did they do about what we asked?</span>');
});
