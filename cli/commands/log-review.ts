import type { Command } from 'commander'
import { type LogReviewView, lookWords, recordReviewRequest, resultWords, targetWords } from '#log-review'
import { Refusal } from '#shared'
import { exit } from '../exit.ts'
import { atConsole, type DataOptions, withData } from '../open-data.ts'
import { readDay } from '../read-day.ts'
import type { Terminal } from '../terminal.ts'

interface Json extends DataOptions {
  readonly json?: boolean
}

interface Period {
  readonly from: string
  readonly until: string
}

interface Review extends Json, Period {
  readonly system?: readonly string[]
  readonly on?: string
  readonly by?: string
  readonly lookedAt?: string
  readonly findings?: string
  readonly task?: string
  readonly owner?: string
  readonly due?: string
  readonly corrects?: string
}

/** `omamori log-review list|look|record`: that logs are looked through, for scripts and for those without a browser. */
export function addLogReview(program: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  const review = program.command('log-review').description(commands['log-review'])
  withData(review.command('list'), terminal)
    .description(commands['log-review list'])
    .option('--json', options.json)
    .addHelpText('after', `\n${example}: omamori log-review list --data ~/omamori-data --json`)
    .action((chosen: Json) => list(chosen, terminal))
  withPeriod(review.command('look'), terminal)
    .description(commands['log-review look'])
    .option('--json', options.json)
    .addHelpText('after', `\n${example}: omamori log-review look --data ~/omamori-data --from R8.11.1 --until R8.11.30`)
    .action((chosen: Json & Period) => look(chosen, terminal))
  withPeriod(review.command('record'), terminal)
    .description(commands['log-review record'])
    .option('--system <id...>', options.reviewedSystem)
    .option('--on <day>', options.reviewedOn)
    .requiredOption('--by <id>', options.reviewedBy)
    .option('--looked-at <words>', options.lookedAt)
    .option('--findings <words>', options.findings)
    .option('--task <words>', options.reviewTask)
    .option('--owner <id>', options.owner)
    .option('--due <day>', options.due)
    .option('--corrects <id>', options.correctedReview)
    .option('--json', options.json)
    .addHelpText(
      'after',
      `\n${example}: omamori log-review record --data ~/omamori-data --system emr --from R8.10.1 --until R8.10.31 --by p-01 --looked-at 時間外の参照`,
    )
    .action((chosen: Review) => record(chosen, terminal))
}

function withPeriod(command: Command, terminal: Terminal): Command {
  const { options } = terminal.words
  return withData(command, terminal)
    .requiredOption('--from <day>', options.logFrom)
    .requiredOption('--until <day>', options.logUntil)
}

/** Only looks. Ends with findings while a log is late or was never looked at. */
async function list({ json, ...place }: Json, terminal: Terminal): Promise<void> {
  const { say, end, words, language } = terminal
  await atConsole(
    place,
    async ({ logReviews }, caller) => {
      const view = await logReviews.readReviews(caller)
      if (json) say(JSON.stringify(view, undefined, 2))
      else {
        say(words.logReview.interval(view.intervalDays))
        for (const one of view.due) say(words.logReview.due(one, one.name ?? targetWords.journal[language]))
        for (const one of view.reviews) say(lineOf(one, terminal))
      }
      end(view.due.some(({ state }) => state === 'late' || state === 'never') ? exit.findings : exit.fine)
    },
    true,
  )
}

async function look({ from, until, json, ...place }: Json & Period, terminal: Terminal): Promise<void> {
  const { say, end, language } = terminal
  await atConsole(
    place,
    async ({ logReviews }, caller) => {
      const view = await logReviews.lookThrough(caller, { fromOn: readDay(from), untilOn: readDay(until) })
      if (json) say(JSON.stringify(view, undefined, 2))
      else
        for (const { code, person, count } of view.lines) {
          say([String(count).padStart(6), lookWords[code][language], person?.name].filter(Boolean).join('  '))
        }
    },
    true,
  )
  end(exit.fine)
}

async function record(chosen: Review, terminal: Terminal): Promise<void> {
  const { system, from, until, on, by, lookedAt, findings, task, owner, due, corrects, json, ...place } = chosen
  const request = recordReviewRequest.safeParse({
    ...{ target: system ? 'system' : 'journal', systemIds: system, lookedAt },
    ...{ fromOn: readDay(from), untilOn: readDay(until), reviewedOn: readDay(on), reviewerId: by },
    ...{ result: findings === undefined ? 'nothing-unusual' : 'findings', remarks: findings },
    ...(task !== undefined && {
      task: { title: task, ownerId: owner, dueOn: due === undefined ? undefined : readDay(due) },
    }),
  })
  if (!request.success) {
    const [wrong] = request.error.issues
    throw new Refusal('malformed', { issues: [{ path: `--${wrong?.path.join('.')}`, code: 'unclear' }] })
  }
  await atConsole(place, async ({ logReviews }, caller) => {
    const known = corrects === undefined ? undefined : (await logReviews.readReviews(caller)).reviews
    const mistaken = known?.filter(({ reviewId }) => reviewId.startsWith(corrects ?? '')) ?? []
    if (corrects !== undefined && mistaken.length !== 1) throw new Refusal('not-found', { id: corrects })
    const reviewId = await logReviews.recordReview(caller, { ...request.data, corrects: mistaken[0]?.reviewId })
    const kept = (await logReviews.readReviews(caller)).reviews.find((one) => one.reviewId === reviewId)
    if (kept) terminal.say(json ? JSON.stringify(kept, undefined, 2) : lineOf(kept, terminal))
  })
  terminal.end(exit.fine)
}

function lineOf(review: LogReviewView, { words, language }: Terminal): string {
  const { reviewId, number, target, systems, fromOn, untilOn, reviewedOn, reviewer, result, correctedBy } = review
  return [
    reviewId.slice(0, 8),
    words.logReview.number(number),
    reviewedOn,
    reviewer.name,
    systems.map(({ name }) => name).join('・') || targetWords[target][language],
    `${fromOn}–${untilOn}`,
    resultWords[result][language],
    correctedBy && words.logReview.corrected(correctedBy.number),
  ]
    .filter((part) => part !== undefined)
    .join('  ')
}
