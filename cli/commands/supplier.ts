import { readFile, writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { Refusal } from '#shared'
import { type AnswerIssue, makeQuestionSheet, type SheetView, sayAnswerIssue, writeQuestionWorkbook } from '#supplier'
import { exit } from '../exit.ts'
import { atConsole, type DataOptions, withData } from '../open-data.ts'
import { readDay } from '../read-day.ts'
import type { Terminal } from '../terminal.ts'
import { addSupplierContact } from './supplier-contact.ts'

interface Json extends DataOptions {
  readonly json?: boolean
}

interface Issue extends Json {
  readonly supplier: string
  readonly due: string
  readonly pdf?: string
  readonly xlsx?: string
}

interface Answer extends Json {
  readonly sheet: string
  readonly file?: string
  readonly code?: string
  readonly value?: string
  readonly by?: string
  readonly on?: string
}

/** `omamori supplier`: question sheets are listed, issued and answered without a browser. */
export function addSupplier(program: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  const supplier = program.command('supplier').description(commands.supplier)
  withData(supplier.command('sheets'), terminal)
    .description(commands['supplier sheets'])
    .option('--json', options.json)
    .addHelpText('after', `\n${example}: omamori supplier sheets --data ~/omamori-data`)
    .action((chosen: Json) => listSheets(chosen, terminal))
  withData(supplier.command('issue'), terminal)
    .description(commands['supplier issue'])
    .requiredOption('--supplier <id>', options.supplier)
    .requiredOption('--due <day>', options.due)
    .option('--pdf <file>', options.sheetPdf)
    .option('--xlsx <file>', options.sheetXlsx)
    .option('--json', options.json)
    .addHelpText(
      'after',
      `\n${example}: omamori supplier issue --data ~/omamori-data --supplier supplier-01 --due R8.12.6 --pdf questions.pdf`,
    )
    .action((chosen: Issue) => issueSheet(chosen, terminal))
  withData(supplier.command('answer'), terminal)
    .description(commands['supplier answer'])
    .requiredOption('--sheet <number>', options.sheet)
    .option('--file <xlsx>', options.answerFile)
    .option('--code <code>', options.code)
    .option('--value <answer>', options.value)
    .option('--by <name>', options.by)
    .option('--on <day>', options.answeredOn)
    .option('--json', options.json)
    .addHelpText(
      'after',
      `\n${example}: omamori supplier answer --data ~/omamori-data --sheet 1 --code TX744 --value はい --by "例題 一郎"`,
    )
    .action((chosen: Answer) => answerSheet(chosen, terminal))
  addSupplierContact(supplier, terminal)
}

/** Ends with findings while somebody has to be asked or reminded. */
async function listSheets({ json, ...place }: Json, terminal: Terminal): Promise<void> {
  const { words } = terminal
  await atConsole(
    place,
    async ({ suppliers }, caller) => {
      const view = await suppliers.readSuppliers(caller)
      if (json) terminal.say(JSON.stringify(view, undefined, 2))
      else {
        for (const { supplierId, name, toAsk, sheets, links } of view.suppliers) {
          terminal.say(words.supplier({ supplierId, name, toAsk }))
          for (const sheet of sheets) terminal.say(words.sheet(sheet))
          for (const link of links) terminal.say(words.linkLine(link))
        }
      }
      const waits = view.suppliers.some(({ toAsk, sheets }) => toAsk > 0 || sheets.some(({ toRemind }) => toRemind))
      terminal.end(waits ? exit.findings : exit.fine)
    },
    true,
  )
}

async function issueSheet({ supplier, due, pdf, xlsx, json, ...place }: Issue, terminal: Terminal): Promise<void> {
  const dueOn = readDay(due)
  await atConsole(place, async ({ suppliers, clock }, caller) => {
    const { sheetId } = await suppliers.issueSheet(caller, { supplierId: supplier, dueOn })
    const view = await suppliers.readSheet(caller, sheetId)
    if (json) terminal.say(JSON.stringify(view, undefined, 2))
    else describe(view, terminal)
    const { language } = terminal
    if (pdf) await writeNoted(pdf, await makeQuestionSheet({ view, letter: 'sheet', language }), terminal)
    if (xlsx) await writeNoted(xlsx, await writeQuestionWorkbook(view, clock.now()), terminal)
  })
  terminal.end(exit.fine)
}

async function writeNoted(file: string, content: Uint8Array, { note, words }: Terminal): Promise<void> {
  await writeFile(file, content)
  note(words.wrote(file))
}

function describe(view: SheetView, { say, words, language }: Terminal): void {
  say(words.sheet(view))
  for (const question of view.questions) say(words.question(question, language))
}

async function answerSheet({ sheet, json, ...given }: Answer, terminal: Terminal): Promise<void> {
  const { words, language } = terminal
  const { file, code, value, by, on, ...place } = given
  const answeredOn = readDay(on)
  await atConsole(place, async ({ suppliers }, caller) => {
    const sheetId = await suppliers.findSheet(caller, Number(sheet))
    try {
      const kept = file
        ? await suppliers.answerByWorkbook(caller, sheetId, await readFile(file))
        : await suppliers.answerSheet(caller, sheetId, {
            ...{ answeredBy: by ?? '', answeredOn, shareable: false },
            answers: [{ code: code ?? '', ...verdictOf(value) }],
          })
      terminal.say(json ? JSON.stringify(kept, undefined, 2) : words.answersKept(kept))
      terminal.end(exit.fine)
    } catch (error) {
      const { issues } = error instanceof Refusal ? error.facts : {}
      if (!Array.isArray(issues)) throw error
      for (const issue of issues as AnswerIssue[]) terminal.note(sayAnswerIssue(issue, language))
      terminal.end(exit.usage)
    }
  })
}

/** 「分からない」 is an answer too; whether a question concerns a supplier is said with a reason, on the page. */
function verdictOf(value = '') {
  if (value === '分からない' || value === 'not known') return { verdict: 'not-known' } as const
  return { verdict: 'value', value } as const
}
