import { countWords } from '../../ui/count-words.ts';
import { longDate } from '../../ui/long-date.ts';

/** What an entry's phrase is made of; people are named already. */
export interface PhraseParts {
  /** What it was done to: a vintage, a unit; an opaque id is of no use to a reader. */
  subject: string;
  /** The person it is about, by name; empty where it is about nobody, or nobody known. */
  whom: string;
  /** Whether who acted is who it is about. */
  own: boolean;
  detail: Readonly<Record<string, unknown>>;
}

/** What was done, in the past tense, to follow who did it: "signed in". */
export type Phrase = (parts: PhraseParts) => string;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
const listed = (value: unknown): number => (Array.isArray(value) ? value.length : 0);
const role = ({ detail }: PhraseParts): string => text(detail.role).replaceAll('-', ' ') || 'a role';
/** "their own" where who acted is who it is about, else the person's. */
const whose = ({ own, whom }: PhraseParts): string => (own ? 'their own' : `${whom}’s`);
/** ", Central North": only the unit is told in words; borough and ward are codes, and stand under the details. */
const place = ({ detail }: PhraseParts): string => (text(detail.unit) === '' ? '' : `, ${text(detail.unit)}`);
/** "Notice of a review of Central North, number 3" reads "notice 3 of a review of Central North". */
const notice = ({ subject }: PhraseParts): string =>
  subject.replace(/^Notice of a review of (.*), number (\d+)$/, 'notice $2 of a review of $1');
/** "Plan of Central North, number 3" reads "plan 3 of Central North". */
const plan = ({ subject }: PhraseParts): string => subject.replace(/^Plan of (.*), number (\d+)$/, 'plan $2 of $1');
/** "Claim about Central North, number 3" reads "publication 3 of a claim about Central North". */
const claim = ({ subject }: PhraseParts): string =>
  subject.replace(/^Claim about (.*), number (\d+)$/, 'publication $2 of a claim about $1');
/** "Charter of Central North, number 3" reads "publication 3 of a charter of Central North". */
const charter = ({ subject }: PhraseParts): string =>
  subject.replace(/^Charter of (.*), number (\d+)$/, 'publication $2 of a charter of $1');
/** "Review 2026-1 of Central North" in the middle of a sentence. */
const review = ({ subject }: PhraseParts): string => subject.replace(/^Review /, 'review ');

const MEANS: Readonly<Record<string, string>> = {
  openid: ' with their organisation’s account',
  demonstration: ' as a made-up person of the demonstration',
};
const FACTORS: Readonly<Record<string, string>> = { 'recovery code': ' with a recovery code' };
const FOLLOWED: Readonly<Record<string, string>> = {
  reset: 'set a new password by a one-time link',
  invitation: 'followed the link that invited them',
  'first-administrator': 'followed the first administrator’s link',
};
const LINKS: Readonly<Record<string, string>> = {
  reset: 'to a new password ',
  invitation: 'as an invitation ',
};
const MODULES: Readonly<Record<string, string>> = { users: 'people, sign-ins and roles', audit: 'the audit itself' };

/** A phrase for every action that anything writes; a test looks for one that has none. */
export const ENTRY_PHRASES: Readonly<Record<string, Phrase>> = {
  'users.sign-in': ({ detail }) =>
    `signed in${MEANS[text(detail.means)] ?? ''}${FACTORS[text(detail.secondFactor)] ?? ''}`,
  'users.sign-in-refused': ({ whom, detail }) =>
    `was not let in${whom === '' ? ', with an unknown account' : ` as ${whom}`}${tries(detail)}`,
  'users.sign-out': () => 'signed out',
  'users.code-refused': ({ detail }) => `gave a wrong code${tries(detail)}`,
  'users.set-second-factor': () => 'set an authenticator up',
  'users.change-password': () => 'changed their password',
  'users.step-up': () => 'gave a code again',
  'users.new-recovery-codes': () => 'made new recovery codes',
  'users.end-session': (parts) => `ended one of ${whose(parts)} sessions`,
  'users.follow-link': ({ detail }) => FOLLOWED[text(detail.purpose)] ?? 'followed a one-time link',
  'users.make-link': (parts) =>
    `made a one-time link ${LINKS[text(parts.detail.purpose)] ?? ''}for ${parts.whom || 'the first administrator'}${takesFactor(parts)}`,
  'users.link-provider': () => 'joined with their organisation’s account',
  'users.add': ({ own, whom }) => (own ? 'joined as the first administrator' : `added ${whom}`),
  'users.edit': (parts) => `changed ${whose(parts)} name, e-mail or organisation`,
  'users.disable': ({ whom, detail }) =>
    `disabled ${whom}: ${countWords(number(detail.roles), 'role')} and ${countWords(number(detail.sessions), 'session')} ended`,
  'users.propose-role': (parts) => `proposed the role ${role(parts)}${place(parts)}, for ${parts.whom}`,
  'users.approve-role': (parts) => `approved the role ${role(parts)} for ${parts.whom}`,
  'users.approve-role-alone': (parts) => `approved the role ${role(parts)} for ${parts.whom}, alone`,
  'users.decline-role': ({ whom }) => `declined a role proposed for ${whom}`,
  'users.end-role': (parts) => `ended one of ${whose(parts)} roles`,
  'users.give-role': (parts) => `gave the role ${role(parts)}${place(parts)}, to ${parts.whom}`,
  'users.begin-demonstration': () => 'began the demonstration',
  'users.decide-against-demonstration': () => 'decided that there will be no demonstration here',
  'users.end-demonstration': ({ detail }) =>
    `ended the demonstration for ever: ${countWords(number(detail.sessions), 'session')} ended`,
  'users.delete-old-sign-ins': ({ detail }) =>
    `deleted ${countWords(number(detail.sessions), 'old session')}, ${countWords(number(detail.links), 'used link')} and ${countWords(number(detail.counters), 'old counter')} of failures`,
  'users.new-identity-key': () => 'made a new identity key in place of the lost one',
  'users.reset-lost-key': ({ whom }) => `took away ${whom}’s authenticator, which the lost identity key had sealed`,

  'audit.search': (parts) => `looked at the audit${soughtIn(parts)}`,
  'audit.export': (parts) => `took the audit away as a file${soughtIn(parts)}`,
  'audit.erase': ({ subject, detail }) =>
    `erased ${countWords(number(detail.entries), 'entry', 'entries')} about ${MODULES[subject] ?? subject} whose time was over`,
  'audit.adopt-rules': ({ subject }) => `settled how long entries are kept, about ${subject}`,
  'audit.restored': ({ detail }) =>
    `wrote down that the records were restored from a backup, which abandoned ${countWords(listed(detail.heads), 'head')}`,
  'audit.new-signing-key': ({ subject }) =>
    `made a new key to sign heads with, since the one of the public key ${subject} was lost`,
  'audit.try': () => 'tried whether the audit can be written',

  'sources.import': ({ subject, detail }) =>
    `imported ${countWords(listed(detail.imports), 'file')} as vintage ${subject}`,
  'sources.import-synthetic': ({ subject }) => `filled in the demonstration’s made-up figures as ${subject}`,
  'sources.root': ({ subject }) => `wrote down the figures of ${subject}`,
  'sources.revert': ({ subject, detail }) =>
    `took back ${countWords(listed(detail.imports), 'imported file')} of vintage ${subject}`,
  'geography.ensure-reference-areas': ({ detail }) => `laid out ${countWords(number(detail.areas), 'reference area')}`,
  'organisation.import-book': ({ subject, detail }) =>
    `imported the post book ${text(detail.name)} of ${subject}: ${countWords(number(detail.added), 'row')} added, ${number(detail.changed)} changed`,
  'organisation.take-out-made-up-book': ({ subject }) => `took out the made-up post book of ${text(subject)}`,
  'organisation.lay-out-unit': ({ subject, detail }) =>
    `laid out ${countWords(listed(detail.boroughs), 'borough')} of the command unit ${subject}`,
  'organisation.post-officer': ({ subject, detail }) => `posted officer ${subject} to ${text(detail.post)}`,
  'organisation.add-officer': ({ subject, detail }) => `added officer ${subject}, posted to ${text(detail.post)}`,
  'organisation.end-posting': ({ subject, detail }) =>
    `gave the posting of officer ${subject} to ${text(detail.post)} ${detail.last === null ? 'no last day' : `the last day ${text(detail.last)}`}`,
  'organisation.change-fraction': ({ subject, detail }) =>
    `changed the fraction of officer ${subject} in ${text(detail.post)} from ${text(detail.from)}`,
  'organisation.transfer-officer': ({ subject, detail }) =>
    `transferred officer ${subject} to ${text(detail.post) || text(detail.toUnit)} from ${text(detail.from)}`,
  'organisation.rotate-officer': ({ subject, detail }) =>
    `lent officer ${subject} from ${text(detail.from)} to ${text(detail.to)} until ${text(detail.returnsOn)}`,
  'organisation.change-rank': ({ subject, detail }) =>
    `gave officer ${subject} the rank ${text(detail.rank)} from ${text(detail.from)}`,
  'organisation.record-absence': ({ subject }) => `recorded when officer ${subject} is not deployable`,
  'organisation.end-absence': ({ subject }) => `changed until when officer ${subject} is not deployable`,
  'organisation.open-post': ({ subject, detail }) => `opened the post ${subject} from ${text(detail.from)}`,
  'organisation.close-post': ({ subject, detail }) => `closed the post ${subject} after ${text(detail.last)}`,
  'organisation.set-fill-date': ({ subject }) => `said when the post ${subject} is expected to be filled`,
  'organisation.book-asset': ({ subject }) => `booked ${subject}`,
  'organisation.cancel-booking': ({ subject }) => `cancelled a booking of ${subject}`,
  'organisation.ensure-reference-unit': ({ subject }) => `laid out the command unit ${subject}`,

  // Of before plans were published in steps.
  'allocation.adopt-plan': ({ subject }) => `adopted a plan of ${subject}`,
  'allocation.draft-plan': (parts) => `drafted ${plan(parts)}`,
  'allocation.change-plan': (parts) => `changed ${plan(parts)}`,
  'allocation.propose-plan': (parts) => `proposed ${plan(parts)}`,
  'allocation.approve-plan': (parts) => `approved ${plan(parts)}${alone(parts)}`,
  'allocation.publish-plan': (parts) => `published ${plan(parts)}`,
  'allocation.withdraw-plan': (parts) => `withdrew ${plan(parts)}`,
  'allocation.take-back-plan': (parts) => `took back ${plan(parts)} before it was approved`,
  'consultation.open-review': (parts) => `opened ${review(parts)}`,
  'consultation.edit-review': (parts) => `changed ${review(parts)}`,
  'consultation.close-review': (parts) => `closed ${review(parts)} before its last day was over`,
  'consultation.abandon-review': (parts) => `ended ${review(parts)} without a decision`,
  'consultation.propose-weights': ({ subject }) => `proposed the weights of ${subject}`,
  'consultation.withdraw-weights': ({ subject }) => `took back the weights of ${subject}`,
  'consultation.choose-proposal': ({ subject, detail }) =>
    `chose the weights of ${subject}, and proposed plan ${text(detail.plan)}`,
  'consultation.draft-review': (parts) => `drafted ${notice(parts)}`,
  'consultation.change-review': (parts) => `changed ${notice(parts)}`,
  'consultation.propose-review': (parts) => `proposed ${notice(parts)}`,
  'consultation.approve-review': (parts) => `approved ${notice(parts)}${alone(parts)}`,
  'consultation.publish-review': (parts) => `published ${notice(parts)}`,
  'consultation.withdraw-review': (parts) => `withdrew ${notice(parts)}`,
  'consultation.take-back-review': (parts) => `took back ${notice(parts)} before it was approved`,
  'performance.enter-claim': ({ subject }) => `entered ${subject}`,
  'performance.change-claim': (parts) => `changed ${claim(parts)}`,
  'performance.note-standings': ({ subject, detail }) =>
    `noted how ${countWords(listed(detail.claims), 'claim')} of ${subject} now stand`,
  'performance.draft-claim': (parts) => `drafted ${claim(parts)} for readers`,
  'performance.propose-claim': (parts) => `proposed ${claim(parts)} for readers`,
  'performance.approve-claim': (parts) => `approved ${claim(parts)}${alone(parts)}`,
  'performance.publish-claim': (parts) => `published ${claim(parts)}`,
  'performance.withdraw-claim': (parts) => `withdrew ${claim(parts)}`,
  'performance.take-back-claim': (parts) => `took back ${claim(parts)} before it was approved`,
  'performance.enter-chart-setting': ({ subject }) => `entered the ${subject}`,
  'performance.withdraw-chart-setting': ({ subject }) => `withdrew the ${subject}`,
  'performance.add-measure-set': ({ subject }) => `added the set of measures ${subject}`,
  'performance.withdraw-measure-set': ({ subject }) => `withdrew the set of measures ${subject}`,
  'evaluation.enter-charter': ({ subject }) => `entered the ${subject}`,
  'evaluation.change-charter': (parts) => `changed the ${charter(parts)}`,
  'evaluation.sign-charter': ({ subject, detail }) => `signed the ${subject} for ${text(detail.organisation)}`,
  'evaluation.amend-charter': ({ subject }) => `amended the ${subject}`,
  'evaluation.take-look': ({ subject, detail }) =>
    `kept what the look at ${text(detail.months)} found by the ${subject}`,
  'evaluation.decide': ({ subject, detail }) =>
    `wrote down the decision “${text(detail.decided)}” after the look at ${text(detail.afterLook)} of the ${subject}`,
  'evaluation.draft-charter': (parts) => `drafted ${charter(parts)} for readers`,
  'evaluation.propose-charter': (parts) => `proposed ${charter(parts)} for readers`,
  'evaluation.approve-charter': (parts) => `approved ${charter(parts)}${alone(parts)}`,
  'evaluation.publish-charter': (parts) => `published ${charter(parts)}`,
  'evaluation.withdraw-charter': (parts) => `withdrew ${charter(parts)}`,
  'evaluation.take-back-charter': (parts) => `took back ${charter(parts)} before it was approved`,
  'ringfence.take-in-roster': ({ detail }) =>
    `took in a roster of ${countWords(number(detail.duties), 'duty', 'duties')}`,
  'ringfence.settle-roster-row': ({ subject }) => `settled a row held back of roster ${subject}`,
  'ringfence.lay-made-up-rule': ({ subject }) => `laid the demonstration’s ring-fence of ${subject}`,
  'ringfence.lay-made-up-times': ({ subject }) => `laid the demonstration’s duties of ${subject}`,
  'ringfence.propose-policy': ({ subject }) => `proposed the ring-fence ${subject}`,
  'ringfence.adopt-policy': ({ subject }) => `adopted the ring-fence ${subject}`,
  'ringfence.decline-policy': ({ subject }) => `declined the ring-fence ${subject}`,
  'ringfence.enter-emergency': ({ subject }) => `entered the emergency ${subject}`,
  'ringfence.enter-other-days': ({ subject }) => `entered other days for ${subject}`,
  'ringfence.call-off-event': ({ subject }) => `called off ${subject}`,
  'ringfence.plan-duty': ({ subject }) => `planned a duty of ${longDate(subject)}`,
  'ringfence.plan-pattern': ({ detail }) =>
    `planned ${countWords(number(detail.duties), 'duty', 'duties')} by a pattern`,
  'ringfence.change-duty': ({ subject }) => `changed a duty of ${longDate(subject)}`,
  'ringfence.remove-duty': ({ subject }) => `removed a duty of ${longDate(subject)}`,
  'ringfence.confirm-duty': ({ subject }) => `confirmed a duty of ${longDate(subject)}`,
  'ringfence.record-leave': ({ subject }) => `recorded leave on ${longDate(subject)}`,
  'ringfence.remove-leave': ({ subject }) => `removed leave on ${longDate(subject)}`,
  'ringfence.link-officer': ({ whom, subject }) => `said that ${whom} is officer ${subject}`,
  'ringfence.unlink-officer': ({ whom, subject }) => `said that ${whom} is no longer officer ${subject}`,
  'ringfence.keep-no-longer': ({ subject }) => `folded duties before ${longDate(subject)} into sums without officers`,
  'ringfence.call-away': ({ subject }) => `recorded a time called away on ${longDate(subject)}`,
  'ringfence.bring-back': ({ subject }) => `recorded the end of a time called away on ${longDate(subject)}`,
  'ringfence.correct-absence': ({ subject }) => `corrected a time called away on ${longDate(subject)}`,
  'ringfence.order-absence': ({ subject }) => `entered who ordered a time called away on ${longDate(subject)}`,
  'ringfence.confirm-absence': ({ subject }) => `confirmed a time called away on ${longDate(subject)}`,
  'ringfence.dispute-absence': ({ subject }) => `disputed a time called away on ${longDate(subject)}`,
  'ringfence.withdraw-absence': ({ subject }) => `took back a time called away on ${longDate(subject)}`,
  'ringfence.take-sent': ({ detail }) => `sent ${countWords(number(detail.records), 'record')} from a phone`,
  'ringfence.revoke-device': () => 'revoked a phone',
  'ringfence.close-month': ({ subject, detail }) =>
    `closed ${subject} of the ring-fence${number(detail.revision) > 1 ? `, revision ${number(detail.revision)}` : ''}`,
  'ringfence.look-at-ledger': ({ subject }) => `looked at the ring-fence ledger of ${subject}`,
  'ringfence.settle-sent': () => 'settled a record that a phone had sent',
};

const alone = ({ detail }: PhraseParts): string => (detail.alone === true ? ', alone' : '');

/** An invitation takes nothing away; a link to a new password may. */
const takesFactor = ({ detail }: PhraseParts): string =>
  detail.purpose === 'reset' && detail.secondFactorToo === true ? ', which takes their authenticator away too' : '';

function tries(detail: PhraseParts['detail']): string {
  const failures = number(detail.failures);
  return failures < 2 ? '' : `, failure ${failures} in a row`;
}

/** What somebody looked for: ", for what was done to Avery". */
function soughtIn({ whom, detail }: PhraseParts): string {
  const sought = [
    ...(whom === '' ? [] : [`what was done to ${whom}`]),
    ...(text(detail.who) === '' ? [] : [`what ${text(detail.who)} did`]),
    ...(text(detail.what) === '' ? [] : [`“${text(detail.what)}”`]),
  ];
  return sought.length === 0 ? '' : `, for ${sought.join(' and ')}`;
}
