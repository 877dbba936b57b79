import type { Command } from 'commander';
import { isDate } from '../../lib/calendar/is-date.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import type { OpenPlatform, Output } from '../../platform/command-line.ts';
import type { Platform } from '../../platform/platform.ts';
import { NotFound } from '../../platform/web/index.ts';
import { longDate } from '../../ui/long-date.ts';
import { calendarInView } from '../calendar/calendar-in-view-service.ts';
import { sayAuthorised, sayDays, sayHeld } from '../calendar/say-event.ts';
import { POST_CLASSES } from '../model.ts';
import { REASONS } from '../reasons.ts';
import { LITERAL_2017 } from './literal-2017.ts';
import { type RuleInView, ruleInView } from './rule-in-view-service.ts';
import { sayClass, sayInForce, sayReasonRuling, saySwitch } from './say-rulings.ts';
import { settingRows } from './setting-rows.ts';

interface Asked {
  unit?: string;
  asAt?: string;
  json?: boolean;
}

/** Adds "wardroom ringfence policy" and "wardroom ringfence calendar". */
export function policyCommands(ringfence: Command, open: OpenPlatform, output: Output): void {
  const answer = async (run: (platform: Platform) => Promise<void>): Promise<void> => {
    const { platform, close } = await open();
    try {
      await run(platform);
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
      output.error(error.message);
      output.exitCode(1);
    } finally {
      await close();
    }
  };
  ringfence
    .command('policy')
    .description('what each reason for being called away counts as, by which policy, and since when')
    .option('--unit <name>', 'command unit (default: the first)')
    .option('--as-at <date>', 'day, such as 2026-03-01 (default: today)')
    .option('--json', 'as JSON')
    .action(async ({ unit, asAt, json }: Asked) => {
      if (asAt !== undefined && !isDate(asAt)) {
        output.error(`"${asAt}" is not a date: write it as 2026-03-01.`);
        return output.exitCode(2);
      }
      await answer(async (platform) => {
        const rule = await ruleInView(platform, { unit: unit ?? null, asAt: asAt ?? todayInLondon(platform.now()) });
        if (json)
          return output.json({ unit: rule.unit.name, asAt: rule.asAt, inForce: rule.inForce, literal: LITERAL_2017 });
        for (const line of policyLines(rule)) output.line(line);
      });
    });
  ringfence
    .command('calendar')
    .description('the days on which an order may be an exception, held or called off')
    .option('--unit <name>', 'command unit (default: the first)')
    .option('--json', 'as JSON')
    .action(({ unit, json }: Asked) =>
      answer(async (platform) => {
        const { unit: shown, today, events } = await calendarInView(platform, unit ?? null);
        if (json) return output.json({ unit: shown.name, events });
        for (const event of events) {
          const parts = [`${event.name}: ${sayDays(event)}.`, sayAuthorised(event), sayHeld(event, today)];
          output.line(parts.filter(Boolean).join(' ').replace(/\.?$/, '.'));
        }
      }),
    );
}

function policyLines({ unit, asAt, inForce }: Pick<RuleInView, 'unit' | 'asAt' | 'inForce'>): string[] {
  const { policy } = inForce;
  const width = Math.max(...REASONS.map(({ title }) => title.length));
  const ruled = Math.max(...REASONS.map(({ reason }) => sayReasonRuling(policy, reason).length));
  return [
    `${unit.name} on ${longDate(asAt)}: “${policy.title}”, ${sayInForce(inForce)}.`,
    inForce.because,
    '',
    `${'Reason'.padEnd(width)}  ${'In force'.padEnd(ruled)}  Literally, 2017`,
    ...REASONS.map(
      ({ reason, title }) =>
        `${title.padEnd(width)}  ${sayReasonRuling(policy, reason).padEnd(ruled)}  ${sayReasonRuling(LITERAL_2017.policy, reason)}`,
    ),
    '',
    ...POST_CLASSES.map((each) => `${sayClass(each)}: ${saySwitch(policy.classes[each])}.`),
    '',
    ...settingRows(policy).map(({ key, value }) => `${key}: ${value}.`),
    `Source: ${policy.source}`,
  ];
}
