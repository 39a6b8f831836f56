import { dirname } from 'node:path'
import type { Command } from 'commander'
import { defaultLimits, readPlan, reportLines, verifyBackup } from '#backup'
import { Refusal, systemClock } from '#shared'
import { exit } from '../exit.ts'
import { readInput } from '../read-input.ts'
import type { Terminal } from '../terminal.ts'

interface Options {
  readonly plan: string
  readonly json?: boolean
}

/** `omamori backup`: whether the facility's backups are what its plan says. */
export function addBackup(program: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  const backup = program.command('backup').description(commands.backup)
  backup
    .command('verify')
    .description(commands['backup verify'])
    .requiredOption('--plan <file>', options.backupPlan)
    .option('--json', options.json)
    .addHelpText(
      'after',
      `\n${example}: omamori backup verify --plan バックアップ計画.yaml\n    omamori backup verify --plan plan.yaml --json`,
    )
    .action((chosen: Options) => verify(chosen, terminal))
}

async function verify({ plan: file, json }: Options, terminal: Terminal): Promise<void> {
  const plan = readPlanFile(await readInput(file), file)
  const progress = startProgress(terminal)
  const report = await verifyBackup(plan, {
    ...{ clock: systemClock, random: Math.random, limits: defaultLimits },
    ...{ folder: dirname(file), variables: process.env },
    tell: progress.tell,
  }).finally(progress.end)
  if (json) terminal.say(JSON.stringify(report, undefined, 2))
  else terminal.say(reportLines(report, terminal.language).join('\n'))
  terminal.end(report.state === 'met' ? exit.fine : exit.findings)
}

/** Where the look is, each second, as long as it takes: an engine's check of terabytes says nothing for hours. */
function startProgress({ progress, words }: Terminal) {
  const startedAt = performance.now()
  let at: readonly [string, string, number] | undefined
  const show = () => {
    const seconds = Math.floor((performance.now() - startedAt) / 1000)
    if (at && seconds > 0) progress(words.lookingAt(...at, seconds))
  }
  const timer = setInterval(show, 1000)
  return {
    tell: (...where: readonly [string, string, number]) => {
      at = where
    },
    end: () => {
      clearInterval(timer)
      progress('')
    },
  }
}

/** What is wrong in the file is said with its name. */
function readPlanFile(bytes: Uint8Array, file: string) {
  try {
    return readPlan(bytes)
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(error.code, { ...error.facts, file }, { cause: error })
    throw error
  }
}
