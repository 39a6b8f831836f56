import { writeFile } from 'node:fs/promises'
import { loadEdition } from '@omamori/guideline'
import type { Command } from 'commander'
import { drawDiagram, keptPlaces, samples } from '#registry'
import { Refusal } from '#shared'
import { readDay } from '../read-day.ts'
import { readFacilityFile, readInput } from '../read-input.ts'
import { sampleOf } from '../read-sample.ts'
import type { Terminal } from '../terminal.ts'

interface Options {
  readonly facility?: string
  readonly sample?: true | string
  readonly output: string
  readonly keep?: string
  readonly revision?: string
  readonly on?: string
}

/** `omamori diagram --facility FILE -o out.svg`: the facility as a picture, without a server. */
export function addDiagram(program: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  program
    .command('diagram')
    .description(commands.diagram)
    .option('--facility <file>', options.facility)
    .option('--sample [facility]', options.diagramSample)
    .requiredOption('-o, --output <file>', options.diagramOutput)
    .option('--keep <file>', options.diagramKeep)
    .option('--revision <text>', options.diagramRevision)
    .option('--on <day>', options.diagramOn)
    .addHelpText('after', `\n${example}: omamori diagram --facility clinic.yaml --keep 2026-06.svg -o 2026-11.svg`)
    .action((chosen: Options) => draw(chosen, terminal))
}

async function draw(
  { facility: file, sample, output, keep, revision, on }: Options,
  terminal: Terminal,
): Promise<void> {
  const wanted = sampleOf(sample)
  if ((file === undefined) === (wanted === undefined))
    throw new Refusal('malformed', { needs: '--facility | --sample' })
  if (!output.endsWith('.svg')) throw new Refusal('malformed', { needs: '--output FILE.svg' })
  const day = readDay(on)
  const facts = loadEdition().facts.map(({ key }) => key)
  const facility = file === undefined ? samples[wanted ?? 'clinic'](day) : await readFacilityFile(file, facts)
  const kept = keep === undefined ? undefined : keptPlaces(new TextDecoder().decode(await readInput(keep)))
  await writeFile(output, drawDiagram({ facility, on: day, language: terminal.language, revision, kept }))
  terminal.note(terminal.words.wrote(output))
}
