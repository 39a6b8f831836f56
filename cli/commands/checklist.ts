import { writeFile } from 'node:fs/promises'
import { checklistInForce, loadEdition } from '@omamori/guideline'
import type { Command } from 'commander'
import { assess, type ChecklistView, holderOf, makeChecklist, presentChecklist, proposeChecklist } from '#assessment'
import { exit } from '../exit.ts'
import { readDay } from '../read-day.ts'
import { readFacilityFile } from '../read-input.ts'
import type { Terminal } from '../terminal.ts'

interface Options {
  readonly facility: string
  readonly on?: string
  readonly json?: boolean
  readonly pdf?: string
}

/** `omamori checklist --facility FILE`: what the assessment proposes for the yearly form, without a server. */
export function addChecklist(program: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  program
    .command('checklist')
    .description(commands.checklist)
    .requiredOption('--facility <file>', options.facility)
    .option('--on <day>', options.on)
    .option('--json', options.json)
    .option('--pdf <file>', options.checklistPdf)
    .addHelpText('after', `\n${example}: omamori checklist --facility clinic.yaml --pdf checklist.pdf`)
    .action((chosen: Options) => fillChecklist(chosen, terminal))
}

async function fillChecklist({ facility: file, on: text, json, pdf }: Options, terminal: Terminal): Promise<void> {
  const edition = loadEdition()
  const on = readDay(text)
  const checklist = checklistInForce(on)
  const facts = edition.facts.map(({ key }) => key)
  const facility = await readFacilityFile(file, facts)
  const assessment = assess({ edition, facility, attestations: [], exemptions: [], on })
  const filled = proposeChecklist({ checklist, assessment, facility, confirmations: [], on })
  const view = presentChecklist(filled, { checklist, edition, language: terminal.language })
  if (json) terminal.say(JSON.stringify(view, undefined, 2))
  else describe(view, terminal)
  if (pdf !== undefined) {
    await writeFile(pdf, await makeChecklist({ view, responsible: holderOf(facility, 'safety-manager') }))
    terminal.note(terminal.words.wrote(pdf))
  }
  const rows = filled.sheets.flatMap((sheet) => (sheet.sheet === 'supplier' ? [] : sheet.rows))
  terminal.end(rows.every(({ proposal }) => proposal.answer === 'yes') ? exit.fine : exit.findings)
}

/** The facility's own sheet row by row; of the suppliers' only that they are there. */
function describe({ title, facility, sample, on, sheets, notices }: ChecklistView, { words, say }: Terminal): void {
  say(`${title}\n${facility}${sample ? words.sampleMark : ''}  ${on}`)
  for (const sheet of sheets) {
    if (sheet.supplierName !== undefined) {
      say(`\n${sheet.title}: ${sheet.supplierName}`)
      continue
    }
    for (const { topic, rows } of sheet.groups) {
      for (const { printedNumber, ask, proposal } of rows) {
        const number = printedNumber.confidence === 'seen' ? printedNumber.text : words.unmatchedNumber
        const answer = words.proposals[proposal.answer ?? 'blank']
        say(`\n${topic.number} ${number}  ${ask}\n    ${answer}  ${proposal.sentence}`)
        for (const finding of proposal.findings) say(`      ▲ ${finding}`)
      }
    }
  }
  say(`\n${notices.join('\n')}`)
}
