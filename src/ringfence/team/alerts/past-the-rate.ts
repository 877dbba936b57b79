import { percent } from '../../../ui/percent.ts';
import { WARD_ACCOUNTS } from '../../model.ts';
import type { AlertRule } from './alert.ts';

/** A ward whose share of rostered time away by breaches, or unruled, in the month that runs is past what the policy tells of. */
export const pastTheRate: AlertRule = {
  name: 'past-the-rate',
  about: 'More of a ward’s rostered time this month was away than the policy tells of.',
  find({ inView: { ward, policy }, totals }) {
    const own = totals.filter(({ place }) => place === ward.place);
    const sum = (accounts: readonly string[]) =>
      own.filter(({ account }) => accounts.includes(account)).reduce((minutes, each) => minutes + each.minutes, 0);
    const rostered = sum(WARD_ACCOUNTS);
    const away = sum(['breach', 'unruled']);
    if (rostered <= 0 || away / rostered <= policy.alertShare) return [];
    return [
      {
        rule: 'past-the-rate',
        place: ward.place,
        sentence: `${percent(away / rostered)} of the rostered time of ${ward.name} this month was away, in breaches and what nobody has ruled.`,
        by: `The policy in force tells of a ward above ${percent(policy.alertShare)}.`,
        whoAnswers:
          'The neighbourhood inspector of the borough answers for it: look at who ordered the time in the ledger.',
      },
    ];
  },
};
