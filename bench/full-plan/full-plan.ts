// The full plan of a unit, of a made-up London unit by unit, and of all its wards at once, beside CBC and GLPK.
// Run with: npx tsx bench/full-plan/full-plan.ts [ROUNDS]

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type FullPlanAnswer,
  type FullPlanQuestion,
  type PlanStage,
  solveFullPlan,
} from '../../src/lib/optimisation/index.ts';
import { type StageModel, stageModels } from '../../src/lib/optimisation/stage-models.ts';
import { writeLp } from '../../src/lib/optimisation/write-lp.ts';
import { runInWorker } from '../../src/platform/workers/index.ts';
import { handedOut, madeUpLondon, madeUpUnit } from './made-up-london.ts';
import { type Peer, peers } from './peers.ts';

const ROUNDS = Number(process.argv[2] ?? 5);
const LIMIT_SECONDS = 60;
/** Relative difference that the solvers' own tolerances explain. */
const TOLERANCE = 1e-5;
const SOLVER = new URL('../../src/lib/optimisation/index.ts', import.meta.url);

type Planned = Extract<FullPlanAnswer, { kind: 'planned' }>;
interface Task {
  name: string;
  questions: FullPlanQuestion[];
  gap: number;
  targetSeconds: number | null;
}

const { units, whole } = madeUpLondon();
const tasks: Task[] = [
  { name: '37 wards, proven', questions: [madeUpUnit()], gap: 0, targetSeconds: 1 },
  { name: '679 wards, unit by unit, proven', questions: units, gap: 0, targetSeconds: 10 },
  { name: '679 wards as one model, to 1 %', questions: [whole], gap: 0.01, targetSeconds: LIMIT_SECONDS },
  { name: '679 wards as one model, proven', questions: [whole], gap: 0, targetSeconds: null },
];

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const show = (seconds: number) => seconds.toFixed(seconds < 10 ? 3 : 1).padStart(7);

interface Times {
  seconds: number;
  /** Of the processor, which a busy machine does not stretch. */
  processorSeconds: number;
}

type Asked = (question: FullPlanQuestion, gap: number, start: number[]) => Promise<FullPlanAnswer>;

/** As the application asks: in a worker of its own. The answer's type is what solveFullPlan promises. */
const inWorker: Asked = async (question, gap, start) =>
  (await runInWorker(SOLVER, 'solveFullPlan', [question, { timeLimitSeconds: LIMIT_SECONDS, gap }, start], {
    timeLimitMilliseconds: (LIMIT_SECONDS + 10) * 1000,
  })) as FullPlanAnswer;

/** In this thread, where the solver is loaded already; begun with the hand-out, or as the solver likes. */
const inThread: Asked = (question, gap, start) =>
  solveFullPlan(question, { timeLimitSeconds: LIMIT_SECONDS, gap }, start);
const unbegun: Asked = (question, gap) => solveFullPlan(question, { timeLimitSeconds: LIMIT_SECONDS, gap });

async function plans({ questions, gap }: Task, ask: Asked): Promise<Times & { answers: Planned[] }> {
  const [begin, processor] = [performance.now(), process.cpuUsage()];
  const answers: Planned[] = [];
  for (const question of questions) {
    const answer = await ask(question, gap, handedOut(question.demand, question.officers));
    if (answer.kind !== 'planned') throw new Error(`The benchmark has a plan, and it came out ${answer.kind}.`);
    answers.push(answer);
  }
  const { user, system } = process.cpuUsage(processor);
  return { seconds: (performance.now() - begin) / 1000, processorSeconds: (user + system) / 1e6, answers };
}

async function rounds(name: string, task: Task, ask: Asked): Promise<Times & { answers: Planned[] }> {
  const runs = [];
  for (let round = 0; round < ROUNDS; round += 1) runs.push(await plans(task, ask));
  const answers = runs[0]?.answers ?? [];
  const times = {
    seconds: median(runs.map((run) => run.seconds)),
    processorSeconds: median(runs.map((run) => run.processorSeconds)),
  };
  const slowest = Math.max(...runs.map((run) => run.seconds));
  const gap = Math.max(...answers.map((answer) => answer.gap));
  if (!runs.every((run) => JSON.stringify(run.answers) === JSON.stringify(answers)))
    throw new Error('The rounds have different answers.');
  line(name, times, `slowest ${slowest.toFixed(3)}; largest gap ${(100 * gap).toFixed(3)} %`);
  return { ...times, answers };
}

const line = (name: string, { seconds, processorSeconds }: Times, rest: string) =>
  console.log(`  ${name.padEnd(30)} ${show(seconds)} s (${show(processorSeconds)})  ${rest}`);

interface Compared extends Times {
  ours: number;
  theirs: number;
  ended: boolean;
}

/** One stage of one question as an LP file, in a process of its own. */
function compareStage(
  peer: Peer,
  { model, scale }: StageModel,
  stage: PlanStage,
  gap: number,
  folder: string,
): Compared {
  const { objective, ...solved } = peer.solve(folder, writeLp(model), gap, LIMIT_SECONDS);
  const [ours, theirs] = [stage.objective, (objective ?? Number.POSITIVE_INFINITY) / scale];
  const within = 1 + gap + TOLERANCE;
  if (ours > theirs * within || (solved.ended && theirs > ours * within))
    throw new Error(`${peer.name} has ${theirs} for the ${stage.name}, and we ${ours}: more than the gap apart.`);
  return { ...solved, ours, theirs };
}

function comparePeer(peer: Peer, task: Task, answers: readonly Planned[], folder: string): Times {
  const compared = task.questions.flatMap((question, place) => {
    const answer = answers[place];
    if (answer === undefined) return [];
    return stageModels(question, answer).flatMap((model, at) => {
      const stage = answer.stages[at];
      return stage === undefined ? [] : [{ name: stage.name, ...compareStage(peer, model, stage, task.gap, folder) }];
    });
  });
  const total = (of: typeof compared, key: 'seconds' | 'processorSeconds' | 'ours' | 'theirs') =>
    of.reduce((sum, each) => sum + each[key], 0);
  const times = (of: typeof compared) => ({
    seconds: total(of, 'seconds'),
    processorSeconds: total(of, 'processorSeconds'),
  });
  line(`${peer.name}, all stages`, times(compared), '');
  for (const name of new Set(compared.map((each) => each.name))) {
    const of = compared.filter((each) => each.name === name);
    const end = of.every((each) => each.ended) ? 'ended' : 'STOPPED at the limit';
    const theirs = total(of, 'theirs');
    const answer = theirs === Number.POSITIVE_INFINITY ? 'no answer' : `objective ${theirs.toPrecision(8)}`;
    const objectives = `${answer}, ours ${total(of, 'ours').toPrecision(8)}`;
    line(`  ${name}`, times(of), `${end}; ${objectives}`);
  }
  return times(compared);
}

async function measure(task: Task, folder: string): Promise<void> {
  console.log(`\n${task.name}, median of ${ROUNDS}`);
  const ours = await rounds('Wardroom, in workers', task, inWorker);
  const thread = await rounds('  in a thread, solver loaded', task, inThread);
  await rounds('  the same, not begun', task, unbegun);
  for (const peer of peers()) {
    const theirs = comparePeer(peer, task, ours.answers, folder);
    const ratio = theirs.processorSeconds / thread.processorSeconds;
    console.log(`    ${ratio.toFixed(2)} times the processor time of ours in a thread`);
  }
  const { targetSeconds } = task;
  if (targetSeconds === null) return;
  const met = ours.seconds < targetSeconds && ours.answers.every((answer) => answer.gap <= task.gap);
  console.log(`  target ${targetSeconds} s: ${met ? 'met' : 'MISSED'}`);
}

const missing = ['CBC', 'GLPK'].filter((name) => !peers().some((peer) => peer.name === name));
if (missing.length > 0) console.log(`Not installed, left out: ${missing.join(', ')} (Debian: coinor-cbc, glpk-utils).`);
const folder = mkdtempSync(join(tmpdir(), 'wardroom-bench-'));
try {
  for (const task of tasks) await measure(task, folder);
} finally {
  rmSync(folder, { recursive: true });
}
