import type { Command } from 'commander'
import { kindSchema } from '#registry'
import { Refusal } from '#shared'
import { exit } from '../exit.ts'
import { atConsole, type DataOptions, withData } from '../open-data.ts'
import { readFacilityFile, readInput } from '../read-input.ts'
import type { Terminal } from '../terminal.ts'

interface Options extends DataOptions {
  readonly facility?: string
  readonly csv?: string
  readonly kind?: string
  readonly apply?: boolean
  readonly json?: boolean
}

/** `omamori import`: shows what a file would change, and with `--apply` puts it in the place of what is kept. */
export function addImport(program: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  withData(program.command('import'), terminal)
    .description(commands.import)
    .option('--facility <file>', options.facility)
    .option('--csv <file>', options.csv)
    .option('--kind <kind>', options.kind)
    .option('--apply', options.apply)
    .option('--json', options.json)
    .addHelpText(
      'after',
      `\n${example}: omamori import --data ~/omamori-data --facility clinic.yaml --apply\n    omamori import --data ~/omamori-data --csv terminals.csv --kind terminal`,
    )
    .action((chosen: Options) =>
      chosen.csv === undefined ? importFile(chosen, terminal) : importCsv(chosen, terminal),
    )
}

async function importFile({ facility: file, apply, json, ...place }: Options, terminal: Terminal): Promise<void> {
  const { words } = terminal
  if (file === undefined) throw new Refusal('malformed', { needs: '--facility | --csv' })
  await atConsole(place, async ({ registry, knownFacts }, caller) => {
    const facility = await readFacilityFile(file, knownFacts())
    const preview = await (apply
      ? registry.replaceFacility(caller, facility)
      : registry.previewImport(caller, facility))
    if (json) return terminal.say(JSON.stringify(preview, undefined, 2))
    const { added, changed, missing } = preview
    terminal.say(words.preview({ added: added.length, changed: changed.length, missing: missing.length }))
    terminal.say(apply ? words.imported : words.applyHint)
  })
  terminal.end(exit.fine)
}

/** A table of one kind as CSV: it adds and changes, and takes nothing away. */
async function importCsv(
  { csv = '', kind, facility, apply, json, ...place }: Options,
  terminal: Terminal,
): Promise<void> {
  const { words } = terminal
  if (facility !== undefined) throw new Refusal('malformed', { needs: '--facility | --csv' })
  const known = kindSchema.safeParse(kind)
  if (!known.success) throw new Refusal('malformed', { needs: `--kind ${kindSchema.options.join(' | ')}` })
  const bytes = await readInput(csv)
  await atConsole(place, async ({ registry }, caller) => {
    try {
      const preview = await registry.previewCsv(caller, known.data, bytes)
      if (apply) await registry.importCsv(caller, known.data, bytes, preview.basis)
      if (json) return terminal.say(JSON.stringify(preview, undefined, 2))
      const added = preview.rows.filter((row) => row.added).length
      terminal.say(words.preview({ added, changed: preview.rows.length - added, missing: 0 }))
      terminal.say(apply ? words.imported : words.applyHint)
    } catch (error) {
      if (error instanceof Refusal) throw new Refusal(error.code, { ...error.facts, file: csv }, { cause: error })
      throw error
    }
  })
  terminal.end(exit.fine)
}
