import type { Command } from 'commander'
import type { PlanRowView } from '#assessment'
import { parseDay, Refusal } from '#shared'
import { isClosed, standings, type TaskState, taskStateNames, taskStates } from '#task'
import { exit } from '../exit.ts'
import { atConsole, type DataOptions, withData } from '../open-data.ts'
import type { Terminal } from '../terminal.ts'

interface Options extends DataOptions {
  readonly json?: boolean
}

interface Content {
  readonly title?: string
  readonly requirement?: readonly string[]
  readonly owner?: string
  readonly supplier?: string
  readonly due?: string
  readonly cost?: string
  readonly anyway?: boolean
}

interface Change extends Content {
  readonly task: string
  readonly state?: string
  readonly note?: string
}

/** `omamori task list|add|change`: the plan for scripts. Ends with 1 while a task is late. */
export function addTask(program: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  const task = program.command('task').description(commands.task)
  withData(task.command('list'), terminal)
    .description(commands['task list'])
    .option('--all', options.allTasks)
    .option('--json', options.json)
    .addHelpText('after', `\n${example}: omamori task list --data ~/omamori-data --json`)
    .action((chosen: Options & { readonly all?: boolean }) => list(chosen, terminal))
  withContent(withData(task.command('add'), terminal), terminal)
    .description(commands['task add'])
    .option('--requirement <id...>', options.requirement)
    .option('--anyway', options.anyway)
    .option('--json', options.json)
    .addHelpText('after', `\n${example}: omamori task add --data ~/omamori-data --requirement 6.5.C-14-4`)
    .action((chosen: Options & Content) => add(chosen, terminal))
  withContent(withData(task.command('change'), terminal), terminal)
    .description(commands['task change'])
    .requiredOption('--task <id>', options.task)
    .option('--state <state>', options.state)
    .option('--note <words>', options.note)
    .option('--json', options.json)
    .addHelpText('after', `\n${example}: omamori task change --data ~/omamori-data --task 3f2a9c10 --state done`)
    .action((chosen: Options & Change) => change(chosen, terminal))
}

function withContent(command: Command, { words: { options } }: Terminal): Command {
  return command
    .option('--title <words>', options.title)
    .option('--owner <id>', options.owner)
    .option('--supplier <id>', options.supplier)
    .option('--due <day>', options.due)
    .option('--cost <yen>', options.cost)
}

/** Only looks, so it may run beside the server. */
async function list({ json, all, ...place }: Options & { readonly all?: boolean }, terminal: Terminal): Promise<void> {
  const { say, end, language, words } = terminal
  await atConsole(
    place,
    async ({ plan }, caller) => {
      const view = await plan.readPlan(caller, language)
      const rows = view.rows.filter(({ task }) => all || !isClosed(task.state))
      if (json) say(JSON.stringify({ ...view, rows }, undefined, 2))
      else if (rows.length === 0) say(words.nothingFound)
      else for (const row of rows) say(lineOf(row, terminal))
      end(view.rows.some(({ daysLate }) => daysLate > 0) ? exit.findings : exit.fine)
    },
    true,
  )
}

/** From gaps it is filled in as on the page, and what is said here counts instead; without them it needs a title. */
async function add({ json, requirement, anyway, ...rest }: Options & Content, terminal: Terminal): Promise<void> {
  const { language } = terminal
  await atConsole(rest, async ({ plan, tasks }, caller) => {
    const said = contentOf(rest)
    if (!requirement && said.title === undefined) throw malformed('title')
    const taskId = requirement
      ? await plan.openFromGaps(caller, { requirementIds: [...requirement], anyway }, language)
      : await tasks.openTask(caller, { ...said, title: said.title ?? '', anyway })
    if (requirement && Object.keys(said).length > 0) await tasks.changeTask(caller, taskId, { ...said, version: 1 })
    await show({ plan, taskId, json }, caller, terminal)
  })
}

async function change({ json, task, state, note, ...rest }: Options & Change, terminal: Terminal): Promise<void> {
  await atConsole(rest, async ({ plan, tasks }, caller) => {
    const named = (await tasks.listTasks(caller)).filter(({ taskId }) => taskId.startsWith(task))
    const [found] = named
    if (!found || named.length > 1) throw new Refusal('not-found', { id: task })
    const { taskId, version } = found
    const said = contentOf(rest)
    const isChanged = Object.keys(said).length > 0
    if (isChanged) await tasks.changeTask(caller, taskId, { ...said, version })
    if (state !== undefined)
      await tasks.moveTask(caller, taskId, {
        state: stateOf(state),
        words: note,
        version: version + (isChanged ? 1 : 0),
      })
    else if (note !== undefined) await tasks.noteTask(caller, taskId, { words: note })
    await show({ plan, taskId, json }, caller, terminal)
  })
}

type Shown = { readonly plan: Parameters<Parameters<typeof atConsole>[1]>[0]['plan'] } & {
  readonly taskId: string
  readonly json: boolean | undefined
}

async function show(
  { plan, taskId, json }: Shown,
  caller: Parameters<Parameters<typeof atConsole>[1]>[1],
  terminal: Terminal,
): Promise<void> {
  const row = await plan.readTaskPage(caller, taskId, terminal.language)
  terminal.say(json ? JSON.stringify(row, undefined, 2) : lineOf(row, terminal))
  terminal.end(row.daysLate > 0 ? exit.findings : exit.fine)
}

function contentOf({ title, owner, supplier, due, cost }: Content) {
  const dueOn = due === undefined ? undefined : parseDay(due)
  if (due !== undefined && dueOn === undefined) throw malformed('due')
  const yen = cost === undefined ? undefined : Number(cost)
  if (yen !== undefined && !(Number.isSafeInteger(yen) && yen >= 0)) throw malformed('cost')
  const said = { title, ownerId: owner, supplierId: supplier, dueOn, cost: yen }
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as {
    readonly title?: string
    readonly ownerId?: string
    readonly supplierId?: string
    readonly dueOn?: string
    readonly cost?: number
  }
}

function stateOf(text: string): TaskState {
  const state = taskStateNames.find((name) => name === text)
  if (!state) throw malformed('state')
  return state
}

const malformed = (path: string) => new Refusal('malformed', { issues: [{ path: `--${path}`, code: 'unclear' }] })

function lineOf({ task, owner, supplier, daysLate, stillShort }: PlanRowView, { language, words }: Terminal): string {
  return [
    task.taskId.slice(0, 8),
    taskStates[task.state][language],
    task.title,
    owner?.name ?? words.task.nobody,
    supplier?.name,
    task.dueOn,
    daysLate > 0 ? words.task.late(daysLate) : undefined,
    task.cost === undefined ? undefined : words.task.yen(task.cost),
    task.standing === 'not-needed' ? undefined : standings[task.standing][language],
    stillShort && words.task.short[stillShort],
  ]
    .filter((part) => part !== undefined)
    .join('  ')
}
