import type { Command } from 'commander'
import { Refusal, systemClock } from '#shared'
import { type FileRenewal, openStampPool, readTrust, renewalLines, renewFolder } from '#signature'
import { exit } from '../exit.ts'
import { gatherOf, type OnlineOptions, withOnline } from '../online.ts'
import type { Terminal } from '../terminal.ts'

interface Options extends OnlineOptions {
  readonly within: string
  readonly trust: string
  readonly tsa: readonly string[]
  readonly json?: boolean
}

/** `omamori renew FOLDER`: a further time stamp for what holds only for so many days more; for a timetable to call. */
export function addRenew(program: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  const command = program
    .command('renew')
    .description(commands.renew)
    .argument('<folder>', options.renewedFolder)
    .requiredOption('--within <days>', options.within)
    .requiredOption('--trust <folder>', options.trust)
    .requiredOption('--tsa <url...>', options.tsa)
  withOnline(command, terminal)
    .option('--json', options.json)
    .addHelpText(
      'after',
      `\n${example}: omamori renew 保管 --within 90 --trust trust --tsa https://tsa.example/ --online`,
    )
    .action((folder: string, chosen: Options) => renew(folder, chosen, terminal))
}

/** Ten years: whoever wants more is renewing everything at each call. */
const mostDays = 3_650

async function renew(folder: string, { within, trust: from, tsa, json, ...online }: Options, terminal: Terminal) {
  const withinDays = /^\d{1,4}$/.test(within) ? Number(within) : Number.NaN
  if (!(withinDays <= mostDays)) throw new Refusal('malformed', { reason: 'not-days', id: within })
  const trust = await readTrust(from)
  const { stamp, stamped } = openStampPool({ addresses: tsa, trust })
  const order = { trust, stamp, withinDays, clock: systemClock, ...(await gatherOf(online)) }
  const files: FileRenewal[] = []
  for await (const renewal of renewFolder(folder, order)) {
    files.push(renewal)
    if (!json) for (const line of renewalLines(renewal, terminal.language)) terminal.say(line)
  }
  if (json) terminal.say(JSON.stringify({ files, stamped }, undefined, 2))
  terminal.end(files.every(({ outcome }) => fine.has(outcome)) ? exit.fine : exit.findings)
}

const fine: ReadonlySet<FileRenewal['outcome']> = new Set(['renewed', 'not-due', 'unsigned'])
