import type { CoverRule } from './cover-question.ts';

/** The ward that lends keeps the posts of its floor: whom it has lent already for that time is counted as gone. */
export const keepsFloor: CoverRule = {
  name: 'keeps-floor',
  sentence: 'No ward is taken below its floor of posts.',
  keeps({ from, to, ward }, { gap, duties, absences }) {
    const lent = absences.filter((each) => {
      const duty = duties.find(({ id }) => id === each.duty);
      if (duty === undefined || each.reason !== 'cover-ward' || each.standing === 'withdrawn') return false;
      const sameKind = (duty.postClass === 'pcso') === (gap.kind === 'pcso');
      return sameKind && duty.place === ward.place && each.from < to && (each.to ?? duty.during.to) > from;
    });
    const { posted, floor } = gap.kind === 'pcso' ? ward.pcsos : ward.officers;
    const gone = new Set(lent.map(({ officer }) => officer)).size;
    return posted - gone - 1 >= floor;
  },
};
