import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import type { ChargesView, DirectorPageView } from '#assessment'
import { makeEmergencyCard } from '#incident'
import { dayOf } from '#shared'
import { exit } from '../exit.ts'
import { atConsole, type DataOptions, withData } from '../open-data.ts'
import type { Terminal } from '../terminal.ts'

interface Options extends DataOptions {
  readonly json?: boolean
  readonly pdf?: string
}

/** `omamori report director|charges|card`: the director's page, each person's own sheet, and the emergency card. Only looks, so it may run beside the server. */
export function addReport(program: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  const report = program.command('report').description(commands.report)
  withData(report.command('director'), terminal)
    .description(commands['report director'])
    .option('--pdf <file>', options.directorPdf)
    .option('--json', options.json)
    .addHelpText('after', `\n${example}: omamori report director --data ~/omamori-data --pdf director.pdf`)
    .action((chosen: Options) => director(chosen, terminal))
  withData(report.command('charges'), terminal)
    .description(commands['report charges'])
    .option('--person <id>', options.person)
    .option('--pdf <file>', options.chargesPdf)
    .option('--json', options.json)
    .addHelpText('after', `\n${example}: omamori report charges --data ~/omamori-data --person p-01 --pdf charges.pdf`)
    .action((chosen: Options & { readonly person?: string }) => charges(chosen, terminal))
  withData(report.command('card'), terminal)
    .description(commands['report card'])
    .requiredOption('--pdf <file>', options.cardPdf)
    .addHelpText('after', `\n${example}: omamori report card --data ~/omamori-data --pdf card.pdf`)
    .action((chosen: DataOptions & { readonly pdf: string }) => card(chosen, terminal))
}

/** Ends with 1 while something falls short, is overdue or waits for the director. */
async function director({ json, pdf, ...place }: Options, terminal: Terminal): Promise<void> {
  const { say, note, end, language, words } = terminal
  await atConsole(
    place,
    async ({ reports }, caller) => {
      const page = await reports.readDirectorPage(caller, language)
      if (json) say(JSON.stringify(page, undefined, 2))
      else for (const line of linesOf(page, terminal)) say(line)
      if (pdf !== undefined) {
        await writeFile(pdf, (await reports.makeDirectorPage(caller, language)).paper)
        note(words.wrote(pdf))
      }
      const { C } = page.counts
      const isFine = C['not-met'] + C.unknown + page.overdue.length + page.decide.tasks === 0
      end(isFine ? exit.fine : exit.findings)
    },
    true,
  )
}

/** Without `--person` everybody who has something to look after. Ends with 1 while something of theirs falls short or is late. */
async function charges(
  { json, pdf, person, ...place }: Options & { readonly person?: string },
  terminal: Terminal,
): Promise<void> {
  const { say, note, end, language, words } = terminal
  await atConsole(
    place,
    async ({ reports }, caller) => {
      const wanted = person === undefined ? ({ whose: 'all' } as const) : { personId: person }
      const view = await reports.readCharges(caller, wanted, language)
      if (json) say(JSON.stringify(view, undefined, 2))
      else if (view.charges.length === 0) say(words.nothingFound)
      else for (const charge of view.charges) say(lineOf(charge, terminal))
      if (pdf !== undefined) {
        await writeFile(pdf, (await reports.makeCharges(caller, wanted, language)).paper)
        note(words.wrote(pdf))
      }
      const short = view.charges.some(({ notMet, tasks }) => notMet.length > 0 || tasks.some((one) => one.daysLate > 0))
      end(short ? exit.findings : exit.fine)
    },
    true,
  )
}

/** 緊急連絡カード — to pin up before anything happens. */
async function card({ pdf, ...place }: DataOptions & { readonly pdf: string }, terminal: Terminal): Promise<void> {
  const { note, end, language, words } = terminal
  await atConsole(
    place,
    async ({ registry, clock }, caller) => {
      await writeFile(pdf, await makeEmergencyCard(await registry.loadFacility(caller), dayOf(clock.now()), language))
      note(words.wrote(pdf))
    },
    true,
  )
  end(exit.fine)
}

function linesOf({ facility, sample, on, verdict, counts, ...page }: DirectorPageView, { words }: Terminal) {
  const { met, 'not-met': notMet, unknown, 'not-applicable': apart } = counts.C
  const { decide, money, overdue, questions } = page
  return [
    `${facility}${sample ? words.sampleMark : ''}  ${on}`,
    verdict.sentence,
    `● ${met}  ▲ ${notMet}  ？ ${unknown}  － ${apart}`,
    words.director.waiting(decide.tasks, decide.cost),
    words.director.money(money.undecided, money.decided, money.unsaid),
    words.director.overdue(overdue.length),
    words.director.questions(questions.reduce((sum, { open }) => sum + open, 0)),
  ]
}

function lineOf({ person, counts, tasks }: ChargesView['charges'][number], { words }: Terminal): string {
  const late = tasks.filter(({ daysLate }) => daysLate > 0).length
  return `${person.id}  ${person.name}  ▲ ${counts['not-met']}  ？ ${counts.unknown}  ${words.director.tasks(tasks.length, late)}`
}
