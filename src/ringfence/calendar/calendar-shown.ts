import type { Problem } from '../../lib/refused.ts';
import type { RingfenceEvent } from '../model.ts';

/** The calendar with what was typed into its forms, as its page shows it. */
export interface CalendarPageModel {
  unit: { name: string; boroughs: string[] };
  today: string;
  /** The latest first. */
  events: readonly (RingfenceEvent & { enteredAt: Date | null })[];
  emergencyRank: string;
  enters: boolean;
  decides: boolean;
  synthetic: boolean;
  typed: Readonly<Record<string, string>>;
  problems: readonly Problem[];
  done: string | null;
}
