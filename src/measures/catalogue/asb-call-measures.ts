import { serviceCount } from './service-count.ts';

/** Calls about anti-social behaviour, which are not the incidents that data.police.uk publishes. */
export const ASB_CALL_MEASURES = [
  serviceCount({
    name: 'anti-social-behaviour-calls',
    title: 'Calls about anti-social behaviour',
    definition: 'Calls from the public that the police class as being about anti-social behaviour.',
    unit: 'calls',
    polarity: 'more is worse',
    denominator: 'residents',
    categories: ['asb-calls/calls'],
  }),
];
