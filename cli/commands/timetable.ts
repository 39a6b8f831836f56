import type { Command } from 'commander'
import { jobWords, type RunView, runWords } from '#timetable'
import { exit } from '../exit.ts'
import { atConsole, type DataOptions, withData } from '../open-data.ts'
import type { Terminal } from '../terminal.ts'

interface Options extends DataOptions {
  readonly json?: boolean
}

/** `omamori timetable list | run`: what runs when, and how it went. */
export function addTimetable(program: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  const timetable = program.command('timetable').description(commands.timetable)
  withData(timetable.command('list'), terminal)
    .description(commands['timetable list'])
    .option('--json', options.json)
    .addHelpText('after', `\n${example}: omamori timetable list --data ~/omamori-data --json`)
    .action((chosen: Options) => list(chosen, terminal))
  withData(timetable.command('run <job>'), terminal)
    .description(commands['timetable run'])
    .option('--json', options.json)
    .addHelpText('after', `\n${example}: omamori timetable run journal-daily --data ~/omamori-data`)
    .action((job: string, chosen: Options) => run(job, chosen, terminal))
}

/** Only looks. Ends with 1 while something does not run. */
async function list({ json, ...place }: Options, { say, end, words, language }: Terminal): Promise<void> {
  const onlyReading = true
  await atConsole(
    place,
    async ({ timetable }, caller) => {
      const view = await timetable.readTimetable(caller)
      if (json) say(JSON.stringify(view, undefined, 2))
      for (const { name, nextAt, last, overdue } of json ? [] : view.jobs) {
        const ran = last ? `${last.startedAt}  ${runWords[last.state][language]}` : words.timetable.never
        say(`${name}  ${jobWords[name][language]}\n  ${words.timetable.last(ran)}\n  ${words.timetable.next(nextAt)}`)
        if (overdue) say(`  ! ${words.timetable.overdue}`)
      }
      const isFine = view.jobs.every(({ overdue, last }) => !overdue && (last === undefined || isWell(last)))
      end(isFine ? exit.fine : exit.findings)
    },
    onlyReading,
  )
}

async function run(job: string, { json, ...place }: Options, { say, end, language }: Terminal): Promise<void> {
  await atConsole(place, async ({ timetable }, caller) => {
    const ran = await timetable.runNow(caller, job)
    const said = `${jobWords[ran.job][language]}: ${runWords[ran.state][language]}`
    say(json ? JSON.stringify(ran, undefined, 2) : ran.code === undefined ? said : `${said} (${ran.code})`)
    end(isWell(ran) ? exit.fine : exit.findings)
  })
}

const isWell = ({ state }: RunView) => state === 'ok' || state === 'running'
