import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ImportDesk, openImportDesk } from '../../test/builders/import-desk.ts';
import { describeStores } from '../../test/builders/records.ts';
import { readSeries, realFiguresHeld } from '../measures/service.ts';
import { Refusal } from './model.ts';
import { importFiles, importSynthetic, listImports, previewImport, revertImport } from './service.ts';

const HEADER = 'MajorText,MinorText,WardName,WardCode,LookUp_BoroughName';
/** A ward file of one offence in two wards. */
const wardFile = (months: string[], barnsbury: number[], belsize: number[]) =>
  [
    `${HEADER},${months.join(',')}`,
    `THEFT,SHOPLIFTING,Barnsbury,E05013698,Islington,${barnsbury.join(',')}`,
    `THEFT,SHOPLIFTING,Belsize,E05013652,Camden,${belsize.join(',')}`,
    '',
  ].join('\n');
const HISTORY = wardFile(['202401', '202402'], [5, 6], [7, 8]);
const RECENT = wardFile(['202402', '202403'], [1, 9], [0, 10]);

describeStores('imports', (open) => {
  let desk: ImportDesk;
  beforeEach(async () => {
    desk = await openImportDesk(await open());
  });
  afterEach(() => desk.close());

  const barnsbury = async (measure = 'theft') => {
    const [series] = await readSeries(desk.platform.records, {
      measures: [measure],
      areaCodes: ['E05013698'],
      boundaryVersion: 'wards-2022',
    });
    return series;
  };
  const bothFiles = async () => [await desk.file('history.csv', HISTORY), await desk.file('recent.csv', RECENT)];

  it('keeps the files of a command as one vintage and uses the complete file for each month', async () => {
    const report = await importFiles(desk.platform, await bothFiles(), { vintage: 'March 2024' });
    expect(report).toMatchObject({ vintage: 'March 2024', dryRun: false, boundaryVersions: ['wards-2022'] });
    expect(report.imports.map(({ file, rowsRead, rowsUsed }) => [file, rowsRead, rowsUsed])).toEqual([
      ['history.csv', 2, 2],
      ['recent.csv', 2, 2],
    ]);
    expect(report.imports[1]?.supersededMonths).toEqual([
      { month: '2024-02', total: 1, by: 'history.csv', byTotal: 14 },
    ]);
    expect(await barnsbury()).toMatchObject({
      firstMonth: '2024-01',
      values: [5, 6, 9],
      vintage: 'March 2024',
      files: ['history.csv', 'recent.csv'],
      synthetic: false,
    });
  });

  it('says the same in a dry run, and changes nothing', async () => {
    const before = await desk.state();
    const files = await bothFiles();
    const preview = await previewImport(desk.platform, files);
    expect(await desk.state()).toEqual(before);
    expect(await listImports(desk.platform.records)).toEqual([]);
    const report = await importFiles(desk.platform, files);
    expect(preview).toEqual({
      ...report,
      dryRun: true,
      imports: report.imports.map((each) => ({ ...each, id: null })),
      changes: {
        heldAlready: 0,
        measures: [],
        givenUp: [{ file: 'recent.csv', by: 'history.csv', months: ['2024-02'] }],
        replaced: [],
      },
    });
  });

  it('reads a file of more than half a megabyte in a thread of its own, to the same figures', async () => {
    const offences = Array.from({ length: 150 }, (_, at) =>
      at === 0 ? 'THEFT,SHOPLIFTING' : `THEFT,KIND ${'x'.repeat(150)} ${at}`,
    );
    const places = ['Camden', 'Islington', 'Hackney', 'Barnet', 'Brent', 'Bexley', 'Bromley', 'Ealing', 'Enfield'];
    const boroughs = [
      ...places,
      'Greenwich',
      'Haringey',
      'Harrow',
      'Havering',
      'Hounslow',
      'Lambeth',
      'Lewisham',
      'Merton',
      'Newham',
      'Sutton',
      'Wandsworth',
      'Westminster',
    ];
    const rows = boroughs.flatMap((borough, at) => offences.map((offence) => `${offence},${borough},${at + 1},0`));
    const large = `MajorText,MinorText,BoroughName,202401,202402\n${rows.join('\n')}\n`;
    expect(large.length).toBeGreaterThan(512 * 1024);
    const { imports } = await importFiles(desk.platform, [await desk.file('large.csv', large)]);
    expect(imports).toMatchObject([{ rowsRead: 3150, rowsUsed: 3150, refused: [] }]);
    const series = await readSeries(desk.platform.records, {
      measures: ['shoplifting'],
      areaCodes: ['E09000033'],
      boundaryVersion: 'boroughs-2022',
    });
    expect(series.map(({ values }) => values)).toEqual([[21, 0]]);
    const spoilt = await desk.file('spoilt.csv', large.replaceAll(',0\n', ',\n'));
    await expect(importFiles(desk.platform, [spoilt])).rejects.toThrow(
      '"spoilt.csv" has no row that can be used (a month has no value): download it again.',
    );
  });

  it('changes nothing when the same files come again, in any order', async () => {
    const [history, recent] = await bothFiles();
    const first = await importFiles(
      desk.platform,
      [history, recent].filter((each) => each !== undefined),
    );
    const held = await desk.state();
    for (const files of [
      [recent, history],
      [history, history],
    ]) {
      const again = await importFiles(
        desk.platform,
        files.filter((each) => each !== undefined),
      );
      expect(again.imports.every(({ unchanged }) => unchanged)).toBe(true);
      expect(again.vintage).toBe(first.vintage);
    }
    expect(await desk.state()).toEqual(held);
  });

  it('makes one vintage of files that were imported apart, and of it nothing twice', async () => {
    const [history, recent] = await bothFiles();
    if (!history || !recent) throw new Error('no files');
    await importFiles(desk.platform, [history]);
    await importFiles(desk.platform, [recent]);
    expect((await barnsbury())?.values).toEqual([1, 9]);
    const april = await importFiles(desk.platform, [history, recent], { vintage: 'April' });
    expect(april.imports.map(({ unchanged }) => unchanged)).toEqual([false, false]);
    expect(await barnsbury()).toMatchObject({ vintage: 'April', values: [5, 6, 9] });
    const made = await desk.state();
    for (const options of [{ vintage: 'April' }, {}]) {
      const again = await importFiles(desk.platform, [history, recent], options);
      expect(again).toMatchObject({ vintage: 'April', imports: [{ unchanged: true }, { unchanged: true }] });
    }
    expect(await desk.state()).toEqual(made);
  });

  it('adds a new file to a vintage that is named again', async () => {
    const [history, recent] = await bothFiles();
    if (!history || !recent) throw new Error('no files');
    await importFiles(desk.platform, [history], { vintage: 'March' });
    const report = await importFiles(desk.platform, [history, recent], { vintage: 'March' });
    expect(report.imports.map(({ file, unchanged }) => [file, unchanged])).toEqual([
      ['history.csv', true],
      ['recent.csv', false],
    ]);
    expect((await barnsbury())?.values).toEqual([5, 6, 9]);
  });

  it('never mixes vintages in one series: the latest imported is shown', async () => {
    const [history, recent] = await bothFiles();
    if (!history || !recent) throw new Error('no files');
    await importFiles(desk.platform, [history], { vintage: 'one' });
    await importFiles(desk.platform, [recent], { vintage: 'two' });
    expect(await barnsbury()).toMatchObject({ vintage: 'two', firstMonth: '2024-02', values: [1, 9] });
  });

  it('takes back exactly what it brought, down to the month another file had given up', async () => {
    const [history, recent] = await bothFiles();
    if (!history || !recent) throw new Error('no files');
    await importFiles(desk.platform, [recent], { vintage: 'March' });
    const before = await desk.state();
    const report = await importFiles(desk.platform, [history], { vintage: 'March' });
    expect((await barnsbury())?.values).toEqual([5, 6, 9]);
    const reverted = await revertImport(desk.platform, report.imports[0]?.id ?? '');
    expect(reverted.reverted.map(({ file }) => file)).toEqual(['history.csv']);
    expect(await desk.state()).toEqual(before);
    expect((await barnsbury())?.values).toEqual([1, 9]);
  });

  it('takes back a whole command by its vintage, keeps its history, and can import it again', async () => {
    const before = await desk.state();
    const files = await bothFiles();
    const { vintage } = await importFiles(desk.platform, files);
    const held = await desk.state();
    expect((await revertImport(desk.platform, vintage)).reverted).toHaveLength(2);
    expect(await desk.state()).toEqual(before);
    expect(await barnsbury()).toBeUndefined();
    await expect(revertImport(desk.platform, vintage)).rejects.toThrow('taken back already');
    await importFiles(desk.platform, files);
    expect(await desk.state()).toEqual(held);
    const history = await listImports(desk.platform.records);
    expect(history.map(({ revertedAt }) => revertedAt === null)).toEqual([true, true, false, false]);
  });

  it('keeps none of a command when one of its files is refused', async () => {
    const before = await desk.state();
    const files = [...(await bothFiles()), await desk.file('bad.csv', 'a,b\n1,2\n')];
    await expect(importFiles(desk.platform, files)).rejects.toThrow(Refusal);
    expect(await desk.state()).toEqual(before);
  });

  it('has no value for a measure that sums an offence whose row was left out, and its value elsewhere', async () => {
    const file = `${HISTORY}THEFT,THEFT FROM THE PERSON,Barnsbury,E05013698,Islington,x,2\n`;
    await importFiles(desk.platform, [await desk.file('damaged.csv', file)]);
    expect(await barnsbury()).toMatchObject({ firstMonth: '2024-01', values: [null, null], files: ['damaged.csv'] });
    const [belsize] = await readSeries(desk.platform.records, {
      measures: ['theft'],
      areaCodes: ['E05013652'],
      boundaryVersion: 'wards-2022',
    });
    expect(belsize?.values).toEqual([7, 8]);
  });

  it('writes who did it in the audit, for an import and for a revert', async () => {
    const { vintage } = await importFiles(desk.platform, await bothFiles());
    await revertImport(desk.platform, vintage);
    const { rows } = await sql<{ actor: string; action: string; subject: string }>`
      select actor, action, subject from platform.audit where action like 'sources.%' order by seq`.execute(
      desk.system,
    );
    expect(rows).toEqual([
      { actor: 'cli:test', action: 'sources.import', subject: vintage },
      { actor: 'cli:test', action: 'sources.revert', subject: vintage },
    ]);
  });

  it('lets two imports at once both be kept, or tells one that the other was first', async () => {
    const [history, recent] = await bothFiles();
    if (!history || !recent) throw new Error('no files');
    await Promise.all([
      importFiles(desk.platform, [history], { vintage: 'one' }),
      importFiles(desk.platform, [recent], { vintage: 'two' }),
    ]);
    expect(await listImports(desk.platform.records)).toHaveLength(2);
    await revertImport(desk.platform, 'one');
    const both = await Promise.allSettled([
      importFiles(desk.platform, [history], { vintage: 'three' }),
      importFiles(desk.platform, [history], { vintage: 'three' }),
    ]);
    const live = (await listImports(desk.platform.records)).filter(({ vintage }) => vintage === 'three');
    expect(live).toHaveLength(1);
    const refused = both.flatMap((each) => (each.status === 'rejected' ? [String(each.reason)] : []));
    for (const reason of refused) expect(reason).toContain('imported by someone else meanwhile');
  });

  it('counts made-up figures only while no real ones are held', async () => {
    const madeUp = {
      category: 'demonstration/theft',
      areaCode: 'E05013698',
      boundaryVersion: 'wards-2022',
      publisher: 'demonstration',
      firstMonth: '2024-01',
      values: [1000],
    } as const;
    await importSynthetic(desk.platform, [{ ...madeUp, values: [1000] }], 'synthetic demonstration data');
    await importSynthetic(desk.platform, [{ ...madeUp, values: [1000] }], 'synthetic demonstration data');
    expect(await listImports(desk.platform.records)).toHaveLength(1);
    expect(await barnsbury()).toMatchObject({ synthetic: true, values: [1000] });
    expect(await realFiguresHeld(desk.platform.records)).toBe(false);
    // Minutes of ward officers, of which the demonstration has none, stand beside it.
    const head = 'Month,Borough,Team,Abstracted from Duty,Abstraction Type,Abstracted Minutes';
    await importFiles(desk.platform, [await desk.file('teams.csv', `${head}\n2024-01,Camden,Kilburn,No,,60\n`)]);
    expect([await realFiguresHeld(desk.platform.records), (await barnsbury())?.synthetic]).toEqual([false, true]);
    const { vintage } = await importFiles(desk.platform, await bothFiles());
    expect(await barnsbury()).toMatchObject({ synthetic: false, values: [5, 6, 9] });
    expect(await realFiguresHeld(desk.platform.records)).toBe(true);
    await revertImport(desk.platform, vintage);
    expect(await barnsbury()).toMatchObject({ synthetic: true, values: [1000] });
  });

  it('refuses a vintage of no usable name, and the name of made-up figures', async () => {
    const files = await bothFiles();
    await expect(importFiles(desk.platform, files, { vintage: '../x' })).rejects.toThrow('Name the vintage');
    await importSynthetic(desk.platform, [], 'synthetic demonstration data');
    await expect(importFiles(desk.platform, files, { vintage: 'synthetic demonstration data' })).rejects.toThrow(
      'made-up figures',
    );
  });
});
