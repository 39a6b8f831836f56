import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import {
  type Facility,
  writeFacilityJson,
  writeFacilityWorkbook,
  writeFacilityYaml,
  writeTemplateWorkbook,
} from '#registry'
import { Refusal, systemClock } from '#shared'
import { exit } from '../exit.ts'
import { atConsole, type DataOptions, withData } from '../open-data.ts'
import { readDay } from '../read-day.ts'
import type { Terminal } from '../terminal.ts'
import { type EmergencyOptions, exportEmergency } from './export-emergency.ts'

interface Options extends Partial<DataOptions>, EmergencyOptions {
  readonly format: string
  readonly template?: boolean
  readonly asOf?: string
  readonly emergency?: boolean
}

/** `omamori export`: the registry as a facility file, to the screen or into a file; `--template` needs no registry, and `--emergency` writes documents. */
export function addExport(program: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  withData(program.command('export'), terminal, false)
    .description(commands.export)
    .option('--format <yaml|json|xlsx>', options.format, 'yaml')
    .option('-o, --output <file>', options.output)
    .option('--template', options.template)
    .option('--as-of <day>', options.asOf)
    .option('--emergency', options.emergency)
    .option('--all', options.emergencyAll)
    .option('--days <number>', options.emergencyDays)
    .option('--patient <number...>', options.emergencyPatient)
    .option('--package-passphrase-file <file>', options.packagePassphraseFile)
    .addHelpText(
      'after',
      `\n${example}: omamori export --data ~/omamori-data --output clinic.yaml\n    omamori export --emergency --data ~/omamori-data --days 90 --output /media/usb/emergency`,
    )
    .action((chosen: Options) => (chosen.emergency ? exportEmergency(chosen, terminal) : exportTo(chosen, terminal)))
}

async function exportTo(chosen: Options, terminal: Terminal): Promise<void> {
  const { format, output, data, asOf, ...place } = chosen
  if (chosen.template) await write(await writeTemplateWorkbook(systemClock.now()), output, terminal)
  else {
    if (data === undefined) throw new Refusal('malformed', { needs: '--data | --template' })
    const make = Object.hasOwn(writers, format) ? writers[format as keyof typeof writers] : undefined
    if (!make) throw new Refusal('malformed', { id: `--format ${format}` })
    // Said before the registry notes that it left.
    const on = asOf === undefined ? undefined : readDay(asOf)
    if (format === 'xlsx' && output === undefined) throw new Refusal('malformed', { needs: '--output' })
    await atConsole({ data, ...place }, async ({ registry, clock }, caller) =>
      write(
        await make(await (on ? registry.exportFacilityOn(caller, on) : registry.exportFacility(caller)), clock.now()),
        output,
        terminal,
      ),
    )
  }
  terminal.end(exit.fine)
}

const writers = {
  yaml: (facility: Facility) => writeFacilityYaml(facility),
  json: (facility: Facility) => writeFacilityJson(facility),
  xlsx: writeFacilityWorkbook,
} as const

/** Into the file that was named; only text is shown on the screen. */
async function write(content: string | Uint8Array, output: string | undefined, terminal: Terminal): Promise<void> {
  if (output === undefined && typeof content === 'string') return terminal.say(content)
  if (output === undefined) throw new Refusal('malformed', { needs: '--output' })
  await writeFile(output, content)
  terminal.note(terminal.words.wrote(output))
}
