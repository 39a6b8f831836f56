import { basename } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { type Command, Option } from 'commander'
import type { z } from 'zod'
import {
  correctDocumentRequest,
  LARGEST_DOCUMENT,
  registerDocumentRequest,
  type Standing,
  searchDocumentsRequest,
  standings,
} from '#archive'
import { Refusal } from '#shared'
import { exit } from '../exit.ts'
import { atConsole, type DataOptions, withData } from '../open-data.ts'
import { readDay } from '../read-day.ts'
import { readInput } from '../read-input.ts'
import type { Terminal } from '../terminal.ts'
import { writeNew } from '../write-new.ts'
import { readKind } from './read-kind.ts'

interface PutOptions extends DataOptions {
  readonly kind?: string
  readonly title?: string
  readonly standing: Standing
  readonly patient?: string
  readonly writtenOn?: string
  readonly document?: string
  readonly reason?: string
  readonly json?: boolean
}

interface GetOptions extends DataOptions {
  readonly documentVersion?: string
  readonly output: string
}

interface SearchOptions extends DataOptions {
  readonly patient?: string
  readonly kind?: string
  readonly from?: string
  readonly to?: string
  readonly page?: string
  readonly json?: boolean
}

/** `omamori archive put | get | search`: documents from and to other programs. What is put in waits for somebody who confirms it. */
export function addDocuments(archive: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  withData(archive.command('put'), terminal)
    .description(commands['archive put'])
    .argument('<file>', options.fileToPut)
    .option('--kind <kind>', options.documentKindKept)
    .option('--title <title>', options.documentTitle)
    .addOption(new Option('--standing <standing>', options.standing).choices(standings).default('original'))
    .option('--patient <number>', options.documentPatient)
    .option('--written-on <day>', options.writtenOn)
    .option('--document <id>', options.documentToCorrect)
    .option('--reason <reason>', options.correctionReason)
    .option('--json', options.json)
    .addHelpText(
      'after',
      `\n${example}: omamori archive put 紹介状.pdf --data ~/omamori-data --kind 診療情報提供書 --patient P-0017`,
    )
    .action((file: string, chosen: PutOptions) => put(file, chosen, terminal))
  withData(archive.command('get'), terminal)
    .description(commands['archive get'])
    .argument('<document>', options.documentId)
    .option('--document-version <number>', options.documentVersion)
    .requiredOption('-o, --output <file>', options.newFile)
    .addHelpText('after', `\n${example}: omamori archive get 9f1c… --data ~/omamori-data -o 紹介状.pdf`)
    .action((documentId: string, chosen: GetOptions) => get(documentId, chosen, terminal))
  withData(archive.command('search'), terminal)
    .description(commands['archive search'])
    .argument('[words...]', options.searchedWords)
    .option('--patient <number>', options.documentPatient)
    .option('--kind <kind>', options.documentKindKept)
    .option('--from <day>', options.writtenFrom)
    .option('--to <day>', options.writtenTo)
    .option('--page <number>', options.resultPage)
    .option('--json', options.json)
    .addHelpText('after', `\n${example}: omamori archive search ワルファリン --data ~/omamori-data --patient P-0017`)
    .action((words: readonly string[], chosen: SearchOptions) => search(words, chosen, terminal))
}

async function put(file: string, chosen: PutOptions, terminal: Terminal): Promise<void> {
  const { document, reason, json, kind, title, standing, patient, writtenOn, ...place } = chosen
  if ((document === undefined) !== (reason === undefined))
    throw new Refusal('malformed', { needs: '--document --reason' })
  if (document === undefined && kind === undefined) throw new Refusal('malformed', { needs: '--kind | --document' })
  const handed = { name: basename(file), bytes: await readInput(file, LARGEST_DOCUMENT) }
  const facts = { standing, title: title ?? handed.name, patient, writtenOn: readDay(writtenOn) }
  await atConsole(place, async ({ documents }, caller) => {
    let put: { readonly documentId: string; readonly version: number }
    if (document !== undefined)
      put = {
        documentId: document,
        version: await documents.correct(caller, document, checked(correctDocumentRequest, { reason }), handed),
      }
    else {
      const request = checked(registerDocumentRequest, { ...facts, kind: readKind(kind ?? '').kind })
      put = { documentId: await documents.register(caller, request, handed), version: 1 }
    }
    terminal.say(json ? JSON.stringify(put, undefined, 2) : terminal.words.documents.put(put.documentId, put.version))
  })
  terminal.end(exit.fine)
}

/** The newest version that was confirmed, or else the newest, unless one is named. */
async function get(
  documentId: string,
  { documentVersion, output, ...place }: GetOptions,
  terminal: Terminal,
): Promise<void> {
  const asked = documentVersion === undefined ? undefined : numberIn('--document-version', documentVersion)
  await atConsole(place, async ({ documents }, caller) => {
    const { versions } = await documents.read(caller, documentId)
    const there = versions.filter(({ withdrawnAt }) => withdrawnAt === undefined)
    const newest = there.find(({ confirmedAt }) => confirmedAt !== undefined) ?? there[0]
    const wanted = asked ?? newest?.version
    if (wanted === undefined) throw new Refusal('not-found', { id: documentId })
    const { content } = await documents.openVersion(caller, documentId, wanted)
    await writeNew(output, [await buffer(content)])
    const confirmed = versions.some((one) => one.version === wanted && one.confirmedAt !== undefined)
    terminal.note(terminal.words.documents.got(output, wanted, confirmed))
  })
  terminal.end(exit.fine)
}

async function search(words: readonly string[], chosen: SearchOptions, terminal: Terminal): Promise<void> {
  const { patient, kind, from, to, page, json, ...place } = chosen
  const request = checked(searchDocumentsRequest, {
    ...{ words: words.join(' ') || undefined, patient, kind: kind === undefined ? undefined : readKind(kind).kind },
    ...{ from: from === undefined ? undefined : readDay(from), to: to === undefined ? undefined : readDay(to) },
    page: page === undefined ? undefined : numberIn('--page', page),
  })
  const { say, note, language, end } = terminal
  await atConsole(place, async ({ documents }, caller) => {
    const found = await documents.search(caller, request)
    if (json) say(JSON.stringify(found, undefined, 2))
    else for (const one of found.documents) say(terminal.words.documents.found(one, readKind(one.kind)[language]))
    if (!json && found.more) note(terminal.words.documents.more(found.page + 1))
    end(found.documents.length > 0 ? exit.fine : exit.findings)
  })
}

function numberIn(option: string, text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new Refusal('malformed', { id: `${option} ${text}` })
  return Number(text)
}

/** Held against the shape that the HTTP interface holds it against. */
function checked<S extends z.ZodType>(shape: S, facts: object): z.infer<S> {
  const { data, error } = shape.safeParse(facts)
  if (error)
    throw new Refusal('malformed', { issues: error.issues.map(({ path, code }) => ({ path: path.join('.'), code })) })
  return data
}
