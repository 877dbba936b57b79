import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { Answer } from './answer.tsx';

it('puts the figure in bold, then the words, and marks made-up figures', () => {
  expect(render(<Answer figure="3 officers.">Every ward has 2.</Answer>)).toBe(
    '<p class="w-answer"><b>3 officers.</b> Every ward has 2.</p>',
  );
  expect(render(<Answer figure="3 officers." synthetic />)).toContain('<span class="w-syn">synthetic</span>');
});

it('escapes', () => {
  expect(render(<Answer figure="<i>3</i>" />)).toContain('&lt;i>3&lt;/i>');
});
