import { writeFile } from 'node:fs/promises'
import { loadEdition } from '@omamori/guideline'
import type { Command } from 'commander'
import { assess, makeAssessmentWorkbook, makeReport, present, reportFor } from '#assessment'
import { type Facility, samples } from '#registry'
import { Refusal, systemClock } from '#shared'
import { exit } from '../exit.ts'
import { readDay } from '../read-day.ts'
import { readFacilityFile } from '../read-input.ts'
import { sampleOf } from '../read-sample.ts'
import type { Terminal } from '../terminal.ts'

interface Options {
  readonly facility?: string
  readonly sample?: true | string
  readonly on?: string
  readonly json?: boolean
  readonly pdf?: string
  readonly xlsx?: string
}

// A screenful of what to do first; --json has everything.
const GAPS_SHOWN = 10

/** `omamori assess --facility FILE`: the whole edition answered from one file, without a server. */
export function addAssess(program: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  program
    .command('assess')
    .description(commands.assess)
    .option('--facility <file>', options.facility)
    .option('--sample [facility]', options.assessSample)
    .option('--on <day>', options.on)
    .option('--json', options.json)
    .option('--pdf <file>', options.pdf)
    .option('--xlsx <file>', options.xlsx)
    .addHelpText('after', `\n${example}: omamori assess --facility clinic.yaml --on R8.11.22 --pdf report.pdf`)
    .action((chosen: Options) => assessFile(chosen, terminal))
}

async function assessFile({ facility: file, sample, on, json, pdf, xlsx }: Options, terminal: Terminal): Promise<void> {
  const wanted = sampleOf(sample)
  if ((file === undefined) === (wanted === undefined))
    throw new Refusal('malformed', { needs: '--facility | --sample' })
  const edition = loadEdition()
  const facts = edition.facts.map(({ key }) => key)
  const day = readDay(on)
  const facility = file === undefined ? samples[wanted ?? 'clinic'](day) : await readFacilityFile(file, facts)
  const result = assess({ edition, facility, attestations: [], exemptions: [], on: day })
  const shown = present(result, edition, terminal.language)
  // The paper first: whoever reads only the first lines of the answer still gets all of it.
  if (pdf !== undefined) {
    await writeFile(pdf, await makeReport(reportFor({ edition, facility, presented: shown })))
    terminal.note(terminal.words.wrote(pdf))
  }
  if (xlsx !== undefined) {
    const report = reportFor({ edition, facility, presented: shown })
    await writeFile(xlsx, await makeAssessmentWorkbook(report, systemClock.now()))
    terminal.note(terminal.words.wrote(xlsx))
  }
  if (json) terminal.say(JSON.stringify(shown, undefined, 2))
  else describe(shown, facility, terminal)
  terminal.end(shown.gaps.length > 0 ? exit.findings : exit.fine)
}

function describe(shown: ReturnType<typeof present>, facility: Facility, { words, say }: Terminal): void {
  say(`${facility.profile.name}${shown.sample ? '［見本］' : ''}  ${shown.on}`)
  for (const kind of ['C', 'D'] as const) {
    const counts = shown.counts[kind]
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
    const states = Object.entries(words.states).map(
      ([state, word]) => `${word} ${counts[state as keyof typeof counts]}`,
    )
    say(`${words.counts(kind, total)}:  ${states.join('  ')}`)
  }
  if (shown.gaps.length === 0) say(words.noGaps)
  else say(`\n${words.gapsTitle(Math.min(GAPS_SHOWN, shown.gaps.length), shown.gaps.length)}`)
  for (const gap of shown.gaps.slice(0, GAPS_SHOWN)) {
    say(`${gap.state === 'not-met' ? '▲' : '？'} ${gap.requirementId}  ${gap.sentence}\n    → ${gap.action.sentence}`)
  }
  say(`\n${shown.notice}`)
}
