import type { DemandPart, DemandParts } from '../../../demand/index.ts';

/** The step of one part from the ward that has least of it to the ward that has most. */
export interface SwingStep {
  component: string;
  title: string;
  least: { ward: string; share: number };
  most: { ward: string; share: number };
}

type HeldPart = Extract<DemandPart, { kind: 'held' }>;

/** The parts that figures are held of, each with its step; a part that is missing has none. */
export function swingSteps({ wards, parts }: Pick<DemandParts, 'wards' | 'parts'>): SwingStep[] {
  return parts
    .filter((part): part is HeldPart => part.kind === 'held')
    .map(({ component, title, figures, total }) => {
      const shares = figures.map((figure) => (total === 0 ? 0 : figure / total));
      const at = (share: number) => ({ ward: wards[shares.indexOf(share)]?.name ?? '', share });
      return { component, title, least: at(Math.min(...shares)), most: at(Math.max(...shares)) };
    });
}
