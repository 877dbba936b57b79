import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { somebody } from '../../../test/builders/approvers.ts';
import { holdFigures } from '../../../test/builders/held-figures.ts';
import { LOOKED_BACK, lookedBackFigures } from '../../../test/builders/looked-back-pilot.ts';
import { describeStores, type EmptyRecords } from '../../../test/builders/records.ts';
import { runCommands } from '../../../test/builders/run-commands.ts';
import { testPlatform } from '../../../test/builders/test-platform.ts';
import { ensureReferenceAreas } from '../../geography/service.ts';
import { ensureReferenceUnit } from '../../organisation/service.ts';
import type { Platform } from '../../platform/platform.ts';
import { charterHistory, enterCharter } from '../charter/charter-service.ts';
import { courseOfCharter } from '../charter/looks-service.ts';
import { shownOf } from '../charter/wording-in-force.ts';
import { evaluationCommands } from '../commands.ts';
import type { CharterShown } from '../model.ts';
import { keepAnswer, keptAnswer } from './answers-store.ts';
import { evaluateCharter, inputOf } from './evaluation-service.ts';

const evaluated = z.looseObject({ kind: z.literal('evaluated'), result: z.looseObject({}) });
const { name: NAME } = LOOKED_BACK;

describeStores('an evaluation of the records', (open) => {
  let opened: EmptyRecords;
  let platform: Platform;
  const evaluation = (...args: string[]) =>
    runCommands(
      (program, openPlatform, output) =>
        evaluationCommands(program, { open: openPlatform, openEmpty: openPlatform, output }),
      platform,
      ['evaluation', ...args],
    );
  const shownNow = async (): Promise<CharterShown> => {
    const held = await charterHistory(platform, NAME);
    const shown = held === null ? null : shownOf(held);
    if (shown === null) throw new Error('There is no charter.');
    return shown;
  };
  beforeAll(async () => {
    opened = await open();
    const dataFolder = await mkdtemp(join(inject('runFolder'), 'evaluation-'));
    platform = testPlatform(opened.database, { dataFolder, principal: somebody('a', 'analyst') });
    const system = { ...testPlatform(opened.database), records: opened.records };
    await ensureReferenceAreas(system);
    await ensureReferenceUnit(system);
    await holdFigures(opened.records, lookedBackFigures(1.5), { vintage: 'March 2021', kind: 'mps-ward' });
    await enterCharter(platform, LOOKED_BACK);
  });
  afterAll(() => opened.close());

  it('comes to the change that was planted, and is kept over a restart', async () => {
    const { json, errors } = await evaluation('run', NAME, '--json');
    expect(errors).toEqual([]);
    const planted = json as { outcomes: { primary: { percent: number } }[] };
    expect(Math.abs((planted.outcomes[0]?.primary.percent ?? 0) - 50)).toBeLessThan(3);
    const [kept, ...others] = await readdir(join(platform.dataFolder, 'answers'));
    expect(kept).toMatch(/^[0-9a-f]{64}$/);
    expect(others).toEqual([]);
    // A process that began with this folder knows nothing but the file: what is in it is what is said.
    const dataFolder = await mkdtemp(join(inject('runFolder'), 'evaluation-'));
    const key = kept ?? '';
    const answer = evaluated.parse(await keptAnswer(platform.dataFolder, key, platform.now()));
    await keepAnswer(
      dataFolder,
      key,
      { ...answer, result: { ...answer.result, state: 'from the file' } },
      platform.now(),
    );
    const later = await evaluateCharter({ ...platform, dataFolder }, { shown: await shownNow(), until: null });
    expect(later).toMatchObject({ kind: 'evaluated', result: { state: 'from the file' } });
    // Who is given out less, or asks for fewer months, has another question.
    const shorter = { shown: await shownNow(), until: '2020-10' as const };
    expect(await evaluateCharter({ ...platform, dataFolder }, shorter)).not.toMatchObject({
      result: { state: 'from the file' },
    });
    expect(await readdir(join(dataFolder, 'answers'))).toHaveLength(2);
  });

  it('is exported with all that gives it again, and comes to the same', async () => {
    const folder = join(platform.dataFolder, 'export');
    expect((await evaluation('export', NAME, '--to', folder)).errors).toEqual([]);
    expect(await readdir(folder)).toEqual(
      expect.arrayContaining(['charter.json', 'input.json', 'result.json', 'panels']),
    );
    const again = await evaluation('reproduce', folder);
    expect(again.errors).toEqual([]);
    expect(again.lines.join()).toMatch(/^It comes to the same, to the last digit/);
    await writeFile(join(folder, 'result.json'), '{}');
    expect((await evaluation('reproduce', folder)).exitCode).toBe(1);
  });

  it('is not given by a charter that was tampered with', async () => {
    const shown = await shownNow();
    const changed = { ...shown, charter: { ...shown.charter, end: '2020-12' as const } };
    const asked = await inputOf(platform, { shown: changed, until: null });
    expect(asked).toMatchObject({ kind: 'refused', because: expect.stringMatching(/no longer says what its hash/) });
    const file = join(platform.dataFolder, 'tampered.json');
    const { hash, signatures, amendments } = shown;
    await writeFile(
      file,
      JSON.stringify({ charter: { ...LOOKED_BACK, name: 'of-a-file', seed: 9 }, hash, signatures, amendments }),
    );
    const { errors, exitCode } = await evaluation('run', file);
    expect([errors.length, exitCode]).toEqual([1, 1]);
    expect(errors[0]).toContain(hash.slice(0, 8));
  });

  it('keeps what a look found once, and says where figures were restated', async () => {
    const looks = async () => (await courseOfCharter(platform, NAME))?.looks.length;
    expect((await evaluation('monitor', NAME)).lines[0]).toMatch(/^State by the stop rule/);
    expect(await looks()).toBe(0);
    for (let times = 0; times < 2; times += 1) {
      const { json, errors } = await evaluation('monitor', NAME, '--record', '--json');
      expect(errors).toEqual([]);
      expect(json).toMatchObject({ restated: [] });
      expect(await looks()).toBe(2);
    }
    await holdFigures(opened.records, lookedBackFigures(1.2), { vintage: 'March 2026', kind: 'mps-ward' });
    const { json } = await evaluation('monitor', NAME, '--record', '--json');
    expect(json).toMatchObject({
      restated: [
        expect.stringMatching(
          /looked at for September 2020 before, on figures that were restated since: then (48|49|50)/,
        ),
        expect.stringMatching(/looked at for March 2021 before/),
      ],
    });
    expect(await looks()).toBe(4);
  });
});
