import type { RingfencePolicy } from '../model.ts';

const hours = (minutes: number): string => `${Math.round((minutes / 60) * 100) / 100} hours`;
const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;

/** "1 officer, 0 PCSOs from 07:00 to 23:00". */
function sayCover({ from, to, officers, pcsos }: RingfencePolicy['cover'][number]): string {
  const people = [
    officers > 0 ? `${officers} ${officers === 1 ? 'officer' : 'officers'}` : '',
    pcsos > 0 ? `${pcsos} ${pcsos === 1 ? 'PCSO' : 'PCSOs'}` : '',
  ].filter(Boolean);
  return `${people.join(' and ') || 'nobody'} from ${from} to ${to}`;
}

/** Every setting of a policy with its value in words, as pages, the command line and the list of changes have them. */
export function settingRows(policy: RingfencePolicy): { key: string; value: string }[] {
  return [
    {
      key: 'A short emergency response is kept',
      value:
        policy.shortResponseMinutes === 0 ? 'none is, however short' : `under ${policy.shortResponseMinutes} minutes`,
    },
    { key: 'A major emergency is authorised by', value: `a ${policy.emergencyRank} or above` },
    { key: 'Acting up or attached elsewhere is a vacancy', value: `after ${policy.vacancyAfterDays} days` },
    { key: 'Contracted week', value: hours(policy.weeklyMinutes) },
    { key: 'Contracted day', value: hours(policy.dayMinutes) },
    {
      key: 'A month is incomplete',
      value: `when more than ${percent(policy.presumedShare)} of kept time is presumed, or of promised time unaccounted for`,
    },
    { key: 'A month is closed', value: `on day ${policy.closesOnDay} of the next` },
    { key: 'Planned cover of every ward', value: policy.cover.map(sayCover).join('; ') || 'none is set' },
    { key: 'A ward is pointed out', value: `when more than ${percent(policy.alertShare)} of its time is spent away` },
  ];
}
