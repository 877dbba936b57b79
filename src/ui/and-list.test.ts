import { expect, it } from 'vitest';
import { andList } from './and-list.ts';

it.each([
  [[], ''],
  [['Camden'], 'Camden'],
  [['Camden', 'Islington'], 'Camden and Islington'],
  [['Barnet', 'Brent', 'Harrow'], 'Barnet, Brent and Harrow'],
])('%j reads "%s"', (items, words) => expect(andList(items)).toBe(words));
