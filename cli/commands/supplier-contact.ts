import type { Command } from 'commander'
import { Refusal } from '#shared'
import { remindRequest } from '#supplier'
import { exit } from '../exit.ts'
import { atConsole, type DataOptions, withData } from '../open-data.ts'
import { readDay } from '../read-day.ts'
import type { Terminal } from '../terminal.ts'

interface Json extends DataOptions {
  readonly json?: boolean
}

interface Remind extends Json {
  readonly sheet: string
  readonly way: string
  readonly on?: string
}

/** `omamori supplier remind|link|unlink`: that a supplier was reminded, and the link by which it answers. */
export function addSupplierContact(supplier: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  withData(supplier.command('remind'), terminal)
    .description(commands['supplier remind'])
    .requiredOption('--sheet <number>', options.sheet)
    .requiredOption('--way <way>', options.way)
    .option('--on <day>', options.remindedOn)
    .option('--json', options.json)
    .addHelpText(
      'after',
      `\n${example}: omamori supplier remind --data ~/omamori-data --sheet 1 --way phone --on R8.12.1`,
    )
    .action((chosen: Remind) => remind(chosen, terminal))
  withData(supplier.command('link'), terminal)
    .description(commands['supplier link'])
    .requiredOption('--supplier <id>', options.supplier)
    .option('--json', options.json)
    .addHelpText('after', `\n${example}: omamori supplier link --data ~/omamori-data --supplier supplier-01`)
    .action((chosen: Json & { readonly supplier: string }) => link(chosen, terminal))
  withData(supplier.command('unlink'), terminal)
    .description(commands['supplier unlink'])
    .requiredOption('--link <id>', options.supplierLink)
    .addHelpText('after', `\n${example}: omamori supplier unlink --data ~/omamori-data --link 0b5c1c1e`)
    .action((chosen: DataOptions & { readonly link: string }) => unlink(chosen, terminal))
}

/** Keeps that somebody called or wrote; nothing is sent from here. */
async function remind({ sheet, way, on, json, ...place }: Remind, terminal: Terminal): Promise<void> {
  const { say, words, end } = terminal
  const request = remindRequest.safeParse({ remindedOn: readDay(on), way })
  if (!request.success) throw new Refusal('malformed', { issues: [{ path: '--way', code: 'unclear' }] })
  await atConsole(place, async ({ suppliers }, caller) => {
    const sheetId = await suppliers.findSheet(caller, Number(sheet))
    await suppliers.remind(caller, sheetId, request.data)
    const view = await suppliers.readSheet(caller, sheetId)
    say(json ? JSON.stringify(view, undefined, 2) : words.sheet(view))
  })
  end(exit.fine)
}

/** Says the end of the address once: which name the facility's machine has towards suppliers, only the facility knows. */
async function link(
  { supplier, json, ...place }: Json & { readonly supplier: string },
  { say, words, end }: Terminal,
): Promise<void> {
  await atConsole(place, async ({ suppliers }, caller) => {
    const issued = await suppliers.issueLink(caller, supplier)
    const path = `/answer#${issued.token}`
    say(json ? JSON.stringify({ ...issued, path }, undefined, 2) : words.supplierLink(issued, path))
  })
  end(exit.fine)
}

/** People name a link by the beginning of its id, as the list shows it; it has to be the only one. */
async function unlink(
  { link: named, ...place }: DataOptions & { readonly link: string },
  { say, words, end }: Terminal,
): Promise<void> {
  await atConsole(place, async ({ suppliers }, caller) => {
    const { suppliers: all } = await suppliers.readSuppliers(caller)
    const found = all.flatMap(({ name, links }) => links.map(({ linkId }) => ({ name, linkId })))
    const [one, ...others] = found.filter(({ linkId }) => linkId.startsWith(named))
    if (!one || others.length > 0) throw new Refusal('not-found', { id: named })
    await suppliers.revokeLink(caller, one.linkId)
    say(words.supplierUnlinked(one.name))
  })
  end(exit.fine)
}
