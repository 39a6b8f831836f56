import type { Command } from 'commander'
import type { Caller } from '#access'
import {
  type ComparisonView,
  changeKinds,
  changeNames,
  presentComparison,
  type SnapshotsView,
  type SnapshotView,
  sayNumber,
} from '#assessment'
import type { Platform } from '#platform'
import { Refusal } from '#shared'
import { exit } from '../exit.ts'
import { atConsole, type DataOptions, withData } from '../open-data.ts'
import type { Terminal } from '../terminal.ts'

interface Options extends DataOptions {
  readonly json?: boolean
}

/** `omamori snapshot take|list|compare`: what is kept of each assessment, and what changed from one to the next. */
export function addSnapshot(program: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  const snapshot = program.command('snapshot').description(commands.snapshot)
  withData(snapshot.command('take'), terminal)
    .description(commands['snapshot take'])
    .option('--json', options.json)
    .addHelpText('after', `\n${example}: omamori snapshot take --data ~/omamori-data`)
    .action((chosen: Options) => take(chosen, terminal))
  withData(snapshot.command('list'), terminal)
    .description(commands['snapshot list'])
    .option('--json', options.json)
    .addHelpText('after', `\n${example}: omamori snapshot list --data ~/omamori-data --json`)
    .action((chosen: Options) => list(chosen, terminal))
  withData(snapshot.command('compare'), terminal)
    .description(commands['snapshot compare'])
    .requiredOption('--before <number>', options.before)
    .requiredOption('--after <number>', options.after)
    .option('--json', options.json)
    .addHelpText('after', `\n${example}: omamori snapshot compare --data ~/omamori-data --before 2025-3 --after 2026-1`)
    .action((chosen: Options & Pair) => compare(chosen, terminal))
}

interface Pair {
  readonly before: string
  readonly after: string
}

async function take({ json, ...place }: Options, { say, end, language }: Terminal): Promise<void> {
  await atConsole(place, async ({ assessments }, caller) => {
    const taken = await assessments.takeSnapshot(caller)
    say(json ? JSON.stringify(taken, undefined, 2) : lineOf(taken, language))
    const { met: _, 'not-applicable': __, ...open } = taken.counts.C
    end(open['not-met'] + open.unknown > 0 ? exit.findings : exit.fine)
  })
}

/** Only looks, so it may run beside the server. */
async function list({ json, ...place }: Options, { say, end, language, words }: Terminal): Promise<void> {
  await atConsole(
    place,
    async ({ assessments }, caller) => {
      const view: SnapshotsView = await assessments.readSnapshots(caller)
      if (json) say(JSON.stringify(view, undefined, 2))
      else if (view.snapshots.length === 0) say(words.nothingFound)
      else for (const each of view.snapshots) say(lineOf(each, language))
      end(view.due.overdue ? exit.findings : exit.fine)
    },
    true,
  )
}

async function compare({ json, before, after, ...place }: Options & Pair, terminal: Terminal): Promise<void> {
  const { say, end, language } = terminal
  await atConsole(
    place,
    async (platform, caller) => {
      const ids = { before: await idOf(platform, caller, before), after: await idOf(platform, caller, after) }
      const compared = await platform.assessments.readComparison(caller, ids)
      const view = presentComparison(
        compared,
        platform.library.loadEdition(compared.views.after.edition),
        language,
        await platform.tasks.listTasks(caller),
      )
      if (json) say(JSON.stringify(view, undefined, 2))
      else describe(view, terminal)
      const { C, D } = view.totals
      end(C.worse + D.worse + C['known-now'] + D['known-now'] > 0 ? exit.findings : exit.fine)
    },
    true,
  )
}

/** People name a snapshot by fiscal year and number, `2026-12`; programs by its id. */
async function idOf({ assessments }: Platform, caller: Caller, named: string): Promise<string> {
  const { snapshots } = await assessments.readSnapshots(caller)
  const found = snapshots.find(
    ({ snapshotId, fiscalYear, number }) => named === snapshotId || named === `${fiscalYear}-${number}`,
  )
  if (!found) throw new Refusal('not-found', { id: named })
  return found.snapshotId
}

function lineOf(snapshot: SnapshotView, language: Terminal['language']): string {
  const { fiscalYear, number, takenOn, takenBy, counts, approvedBy, approvedOn } = snapshot
  const { met, 'not-met': notMet, unknown } = counts.C
  const approval = approvedOn === undefined ? '' : `  ✓ ${approvedBy} ${approvedOn}`
  const name = sayNumber(snapshot, language)
  return `${fiscalYear}-${number}  ${name}  ${takenOn}  ${takenBy}  ● ${met} ▲ ${notMet} ？ ${unknown}${approval}`
}

function describe({ before, after, requirements, totals }: ComparisonView, { say, language }: Terminal): void {
  say(`${sayNumber(before, language)} → ${sayNumber(after, language)}`)
  for (const kind of ['C', 'D'] as const) {
    const counted = changeKinds.filter((change) => totals[kind][change] > 0)
    say(`${kind}: ${counted.map((change) => `${changeNames[change][language]} ${totals[kind][change]}`).join('  ')}`)
  }
  for (const { id, title, changeName, why } of requirements) {
    say(`\n${changeName}  ${id}  ${title}`)
    for (const sentence of why) say(`    ${sentence}`)
  }
}
