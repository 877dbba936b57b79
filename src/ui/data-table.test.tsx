import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { DataTable, type DataTableProps } from './data-table.tsx';

interface Ward {
  name: string;
  officers: number;
}

const props: DataTableProps<Ward> = {
  caption: 'Wards, by officers',
  columns: [
    { head: 'Ward', rowHeader: true, cell: ({ name }) => name },
    { head: 'Officers', number: true, cell: ({ officers }) => officers },
    { head: 'Officers as a bar', hideHead: true, full: true, cell: () => 'bar' },
  ],
  rows: [
    { name: 'Belsize', officers: 2 },
    { name: '<b>Bunhill</b>', officers: 4 },
  ],
  rowKey: ({ name }) => name,
};

const table = (changed: Partial<DataTableProps<Ward>> = {}) => render(<DataTable<Ward> {...props} {...changed} />);

describe('DataTable', () => {
  it('names its columns and its rows, numbers to the right', () => {
    expect(table()).toContain('<th scope="col">Ward</th><th scope="col" class="w-n">Officers</th>');
    expect(table()).toContain('<th scope="row">Belsize</th><td class="w-n">2</td>');
  });

  it('hides a head from sight, not from screen readers', () => {
    expect(table()).toContain('<span class="govuk-visually-hidden">Officers as a bar</span>');
  });

  it('escapes what it is given', () => expect(table()).toContain('&lt;b>Bunhill&lt;/b>'));

  it('writes a caption with what it says beneath and the mark of made-up figures', () => {
    const html = table({ sub: 'Officers + PCSOs.', synthetic: true });
    expect(html).toContain(
      '<caption>Wards, by officers <span class="w-syn">synthetic</span><span class="w-sub">Officers + PCSOs.</span></caption>',
    );
  });

  it('heads groups, labels a cut-off and marks the row the page is about', () => {
    const html = table({
      sections: [
        { heading: 'Camden: 1 ward', kind: 'group', rows: [{ name: 'Belsize', officers: 2 }] },
        { heading: 'The officers end here', kind: 'cut-off', rows: [{ name: 'Bunhill', officers: 4 }] },
      ],
      isHere: ({ name }) => name === 'Bunhill',
    });
    expect(html).toContain('<tr class="w-group"><th colspan="3" scope="rowgroup">Camden: 1 ward</th></tr>');
    expect(html).toContain('<tr class="w-cutlabel"><th colspan="3" scope="rowgroup">The officers end here</th></tr>');
    expect(html).toContain('<tr class="w-here"><th scope="row">Bunhill</th>');
  });

  it('can be skipped to when it has an id', () => {
    expect(table({ id: 'wards' })).toContain('<table class="w-table" id="wards" tabindex="-1">');
  });

  it('keeps its roles when it stacks, with each head beside its value unless the cell is full', () => {
    const html = table({ phones: 'stack' });
    for (const role of ['table', 'rowgroup', 'row', 'columnheader', 'rowheader', 'cell'])
      expect(html).toContain(`role="${role}"`);
    expect(html).toContain('data-th="Officers"');
    expect(html).not.toContain('data-th="Officers as a bar"');
    expect(table()).not.toContain('role=');
  });

  it('scrolls in a region that the keyboard reaches and that has a name', () => {
    expect(table({ phones: 'scroll' })).toMatch(
      /^<section class="w-scroll" aria-label="Wards, by officers, scrolls sideways" tabindex="0"><table/,
    );
  });
});
