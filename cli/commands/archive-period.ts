import { type Command, Option } from 'commander'
import {
  type Counted,
  dutiesOf,
  facilityTypes,
  periodLine,
  periodOf,
  type Standing,
  standings,
  startEvents,
  whyLines,
} from '#archive'
import { type Day, dayOf, Refusal, systemClock } from '#shared'
import { exit } from '../exit.ts'
import { readDay } from '../read-day.ts'
import type { Terminal } from '../terminal.ts'
import { readKind } from './read-kind.ts'

interface Chosen {
  readonly standing: Standing
  readonly start?: readonly string[]
  readonly facilityType?: string
  readonly json?: boolean
}

/** `omamori archive period KIND`: until when a document is kept, and by which law; no data is opened. */
export function addPeriod(archive: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  archive
    .command('period')
    .description(commands['archive period'])
    .argument('<kind>', options.documentKindKept)
    .addOption(new Option('--standing <standing>', options.standing).choices(standings).default('original'))
    .option('--start <event=day...>', options.startOf)
    .addOption(new Option('--facility-type <type>', options.facilityType).choices(facilityTypes))
    .option('--json', options.json)
    .addHelpText('after', `\n${example}: omamori archive period 診療録 --start completion=R3.3.31`)
    .action((named: string, chosen: Chosen) => show(named, chosen, terminal))
}

function show(named: string, { standing, start = [], facilityType, json }: Chosen, { language, say, end }: Terminal) {
  const kind = readKind(named)
  const duties = dutiesOf({ kind, standing, facilityType, rules: [] })
  const period = periodOf(duties, Object.fromEntries(start.map(readStart)), dayOf(systemClock.now()))
  if (json) say(JSON.stringify({ kind: kind.kind, standing, ...period }, undefined, 2))
  else say([periodLine(period, language), ...whyLines(period, language).map((line) => `  ${line}`)].join('\n'))
  end(period.state === 'ended' ? exit.fine : exit.findings)
}

function readStart(text: string): readonly [Counted, Day] {
  const [name = '', day] = text.split('=')
  const event = startEvents.find((one) => one === name)
  if (event === undefined || day === undefined) throw new Refusal('malformed', { reason: 'not-a-start', id: text })
  return [event, readDay(day)]
}
