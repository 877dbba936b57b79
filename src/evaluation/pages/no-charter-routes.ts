import { NotFound } from '../../platform/web/index.ts';
import { PILOTS } from './addresses.ts';

/** What is answered where there is no pilot of a name. @param name as it was asked for */
export const noCharter = (name: string): NotFound =>
  new NotFound(`There is no pilot called “${name}” that you may see.`, [{ href: PILOTS, text: 'Every pilot' }]);
