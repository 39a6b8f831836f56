import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { dutyLine, type RetentionTable } from '#archive'
import { exit } from '../exit.ts'
import { atConsole, type DataOptions, withData } from '../open-data.ts'
import type { Terminal } from '../terminal.ts'

interface Chosen extends DataOptions {
  readonly pdf?: string
  readonly json?: boolean
}

/** `omamori archive retention`: the periods as this facility keeps them. Ends with findings while a kind has no end. */
export function addRetention(archive: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  withData(archive.command('retention'), terminal)
    .description(commands['archive retention'])
    .option('--pdf <file>', options.retentionPdf)
    .option('--json', options.json)
    .addHelpText('after', `\n${example}: omamori archive retention --data ~/omamori-data --pdf 保存期間.pdf`)
    .action((chosen: Chosen) => show(chosen, terminal))
}

async function show({ pdf, json, ...place }: Chosen, { say, note, end, words, language }: Terminal): Promise<void> {
  await atConsole(
    place,
    async ({ retention }, caller) => {
      const view = await retention.readTable(caller)
      if (json) say(JSON.stringify(view, undefined, 2))
      else for (const kind of view.kinds) say([kind[language], ...linesOf(kind)].join('\n'))
      if (pdf !== undefined) {
        await writeFile(pdf, await retention.printTable(caller, language))
        note(words.wrote(pdf))
      }
      end(view.kinds.every(hasEnd) ? exit.fine : exit.findings)
    },
    true,
  )
  function linesOf({ duties }: RetentionTable['kinds'][number]): readonly string[] {
    return duties.length === 0 ? [`  ${words.noRetention}`] : duties.map((duty) => `  ${dutyLine(duty, language)}`)
  }
}

const hasEnd = ({ duties }: RetentionTable['kinds'][number]) =>
  duties.length > 0 && duties.every(({ years, startsWith }) => years !== null && startsWith !== null)
