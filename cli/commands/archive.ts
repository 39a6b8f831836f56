import type { Command } from 'commander'
import { type ArchiveKind, kindTable, lawLines, signerLine } from '#archive'
import { exit } from '../exit.ts'
import type { Terminal } from '../terminal.ts'
import { addCheck } from './archive-check.ts'
import { addDocuments } from './archive-documents.ts'
import { addEmergency } from './archive-emergency.ts'
import { addFormats } from './archive-formats.ts'
import { addInspect } from './archive-inspect.ts'
import { addPackage } from './archive-package.ts'
import { addPeriod } from './archive-period.ts'
import { addPreview } from './archive-preview.ts'
import { addRetention } from './archive-retention.ts'
import { addScanFolder } from './archive-scan-folder.ts'

/** `omamori archive`: documents kept for years. */
export function addArchive(program: Command, terminal: Terminal): void {
  const archive = program.command('archive').description(terminal.words.commands.archive)
  addKinds(archive, terminal)
  addPeriod(archive, terminal)
  addInspect(archive, terminal)
  addDocuments(archive, terminal)
  addRetention(archive, terminal)
  addPreview(archive, terminal)
  addEmergency(archive, terminal)
  addScanFolder(archive, terminal)
  addPackage(archive, terminal)
  addCheck(archive, terminal)
  addFormats(archive, terminal)
}

function addKinds(archive: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  archive
    .command('kinds')
    .description(commands['archive kinds'])
    .option('--json', options.json)
    .addHelpText('after', `\n${example}: omamori archive kinds --json`)
    .action(({ json }: { json?: boolean }) => {
      const { version, kinds } = kindTable
      if (json) terminal.say(JSON.stringify({ version, kinds }, undefined, 2))
      else for (const kind of kinds) terminal.say(linesOf(kind, terminal).join('\n'))
      terminal.end(exit.fine)
    })
}

function linesOf(kind: ArchiveKind, { language }: Terminal): readonly string[] {
  const signer = signerLine(kind, language)
  const lines = [...lawLines(kind, language), ...(signer === undefined ? [] : [signer])]
  return [`${kind[language]}（${kind.kind}）`, ...lines.map((line) => `  ${line}`)]
}
