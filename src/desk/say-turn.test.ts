import { expect, it } from 'vitest';
import { planInView } from '../../test/builders/desk-views.ts';
import { sayTurn } from './say-turn.ts';

const plan = planInView();

function turnOf(name: string): string {
  const [ward] = plan.wards.filter((each) => each.name === name);
  return ward === undefined ? '' : sayTurn(plan, ward);
}

it.each([
  ['Frognal', 'none of the 44 officers shared out above the two every ward has'],
  ['Kilburn', 'the 15th of the 44 officers shared out above the two every ward has'],
  ['Bloomsbury', 'five of the 44 officers shared out above the two every ward has, the last of them in the 37th turn'],
])('%s earned %s', (name, words) => expect(turnOf(name)).toBe(words));
