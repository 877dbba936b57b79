import { OWN, type RulingRule } from '../policy/ruling-rule.ts';

/** Work for the ward is in the ward, wherever it is done. */
export const wardWorkIsKept: RulingRule = {
  name: 'ward-work-is-kept',
  sentence:
    'The ward’s own arrests, with their custody and statements, and its panels are ward work: the time is kept.',
  source: OWN,
  rule: ({ away: { reason } }, before) =>
    reason === 'ward-work' ? { ruling: 'kept', because: 'It is work for the ward.', late: false } : before,
};
