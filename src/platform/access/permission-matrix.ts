import type { Act, Condition, Module, Reach, Role } from './model.ts';

/** One cell of the matrix: what a role may do in a module, and how far. */
export interface Cell {
  acts: readonly Act[];
  reach: Reach;
  conditions: readonly Condition[];
  only: string | null;
}

const NAMED_CASE: readonly Condition[] = ['named-case', 'reason', 'step-up'];
const cell =
  (acts: readonly Act[]) =>
  (reach: Reach, conditions: readonly Condition[] = [], only: string | null = null): Cell => ({
    acts,
    reach,
    conditions,
    only,
  });
const reads = cell(['read']);
const writes = cell(['read', 'write']);
const approves = cell(['read', 'write', 'approve']);
const signs = cell(['read', 'approve']);
const counts = (only: string, reach: Reach = 'unit'): Cell => reads(reach, [], only);

/**
 * Who may do what, and how far: role by module. What is not here is not allowed; what is published anyone may read,
 * signed in or not, and needs no cell. Inspectors stand between command and sergeants; partners have the councils' column
 * for what is shared with them by name.
 */
export const PERMISSION_MATRIX: Readonly<Record<Module, Partial<Record<Role, readonly Cell[]>>>> = {
  postings: {
    command: [approves('unit')],
    inspector: [approves('borough'), reads('unit')],
    analyst: [reads('unit')],
    sergeant: [writes('ward')],
    officer: [reads('ward')],
    specialist: [reads('unit')],
  },
  duties: {
    // What command writes and approves of duties is the ring-fence: its policies and its calendar.
    command: [signs('unit')],
    inspector: [writes('borough'), reads('unit')],
    analyst: [counts('totals')],
    sergeant: [writes('team')],
    officer: [writes('own')],
    auditor: [reads('everywhere', ['reason'])],
  },
  allocation: {
    command: [approves('unit')],
    inspector: [reads('unit')],
    analyst: [writes('unit')],
    sergeant: [reads('unit')],
    officer: [reads('ward')],
    specialist: [reads('unit')],
    council: [reads('borough')],
  },
  consultation: {
    command: [approves('unit')],
    inspector: [reads('unit')],
    analyst: [writes('unit')],
    sergeant: [reads('unit')],
    officer: [reads('ward')],
    specialist: [reads('unit')],
    council: [writes('shared')],
    partner: [writes('shared')],
    chair: [writes('ward')],
  },
  imports: {
    command: [approves('everywhere')],
    inspector: [reads('everywhere')],
    analyst: [writes('everywhere')],
    sergeant: [reads('everywhere')],
    council: [reads('everywhere')],
    auditor: [reads('everywhere')],
    administrator: [reads('everywhere')],
  },
  panels: {
    command: [approves('unit')],
    inspector: [writes('borough')],
    analyst: [reads('unit')],
    sergeant: [writes('ward')],
    officer: [writes('ward')],
    specialist: [reads('unit')],
    council: [reads('borough')],
    chair: [writes('ward')],
  },
  'problem-solving': {
    command: [approves('unit')],
    inspector: [approves('borough')],
    analyst: [reads('unit')],
    sergeant: [approves('ward')],
    officer: [writes('ward')],
    specialist: [writes('unit')],
    council: [writes('shared')],
    partner: [writes('shared')],
  },
  performance: {
    command: [approves('unit')],
    inspector: [reads('unit')],
    analyst: [writes('unit')],
    sergeant: [reads('borough')],
    officer: [reads('borough')],
    specialist: [reads('unit')],
    council: [reads('borough')],
  },
  evaluation: {
    command: [approves('unit')],
    inspector: [reads('unit')],
    analyst: [writes('unit')],
    sergeant: [reads('unit')],
    // What is shared with a council by name here is a charter that names it among those who must sign.
    council: [reads('unit'), signs('shared')],
  },
  'high-harm': {
    command: [reads('unit', NAMED_CASE)],
    inspector: [reads('borough', NAMED_CASE)],
    analyst: [counts('counts')],
    sergeant: [reads('ward', NAMED_CASE)],
    officer: [reads('own', NAMED_CASE)],
    specialist: [writes('unit', NAMED_CASE)],
    council: [reads('shared', NAMED_CASE)],
    partner: [reads('shared', NAMED_CASE)],
  },
  professionalism: {
    command: [counts('counts of 10 or more')],
    inspector: [counts('counts of 10 or more')],
    sergeant: [reads('team', [], 'nothing clinical')],
    officer: [reads('own')],
    'professionalism-lead': [writes('unit', NAMED_CASE)],
    council: [counts('board counts', 'borough')],
  },
  'critical-incident': {
    command: [approves('unit')],
    inspector: [writes('borough')],
    analyst: [reads('unit')],
    sergeant: [writes('own')],
    officer: [reads('own')],
    specialist: [writes('unit')],
    council: [reads('shared')],
    partner: [reads('shared')],
  },
  publishing: {
    command: [approves('unit')],
    inspector: [writes('borough')],
    analyst: [writes('unit')],
    sergeant: [writes('ward')],
    officer: [writes('ward')],
    council: [writes('borough')],
    chair: [writes('ward')],
  },
  audit: {
    auditor: [reads('everywhere', ['reason'])],
  },
  users: {
    command: [approves('everywhere')],
    auditor: [reads('everywhere')],
    administrator: [writes('everywhere')],
  },
};

/** What the command line may do as the owner of the data folder, without naming a person. */
export const OPERATOR_MODULES: readonly Module[] = [
  'imports',
  'postings',
  'duties',
  'allocation',
  'performance',
  'evaluation',
  'users',
];
