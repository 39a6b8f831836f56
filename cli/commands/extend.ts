import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { Refusal, systemClock } from '#shared'
import { type ExtendedLevel, extendFile, noTrust, openStampPool, readTrust } from '#signature'
import { exit } from '../exit.ts'
import { gatherOf, type OnlineOptions, withOnline } from '../online.ts'
import { readDocument } from '../read-input.ts'
import type { Terminal } from '../terminal.ts'
import { writeNew } from '../write-new.ts'

interface Options extends OnlineOptions {
  readonly level: string
  readonly trust?: string
  readonly tsa?: readonly string[]
  readonly content?: string
  readonly output: string
}

const levels: readonly ExtendedLevel[] = ['B-T', 'B-LT', 'B-LTA']

/** `omamori extend FILE`: what a signature needs to outlive its certificate, added without anybody's key. */
export function addExtend(program: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  const command = program
    .command('extend')
    .description(commands.extend)
    .argument('<file>', options.signedFile)
    .requiredOption('--level <level>', options.level)
    .option('--trust <folder>', options.trust)
    .option('--tsa <url...>', options.tsa)
    .option('--content <file>', options.signedContent)
  withOnline(command, terminal)
    .requiredOption('--output <file>', options.signedOutput)
    .addHelpText(
      'after',
      `\n${example}: omamori extend 紹介状-署名.pdf --level B-LT --trust trust --output 紹介状-保管.pdf`,
    )
    .action((file: string, chosen: Options) => extend(file, chosen, terminal))
}

async function extend(
  file: string,
  { level: wanted, trust, tsa = [], content, output, ...online }: Options,
  terminal: Terminal,
): Promise<void> {
  const level = levels.find((one) => one === wanted)
  if (level === undefined) throw new Refusal('malformed', { id: wanted, needs: levels.join(' | ') })
  if (existsSync(output)) throw new Refusal('already-exists', { file: output })
  const trusted = trust === undefined ? noTrust : await readTrust(trust)
  const pool = tsa.length === 0 ? null : openStampPool({ addresses: tsa, trust: trusted })
  const extended = await extendFile(await readDocument(file), {
    level,
    trust: trusted,
    at: Date.parse(systemClock.now()),
    stamp: pool?.stamp ?? null,
    content: content === undefined ? null : await readDocument(content),
    ...(await gatherOf(online)),
  })
  await writeNew(output, [extended])
  terminal.say(terminal.words.extended(output, level))
  for (const stamped of pool?.stamped ?? []) terminal.say(terminal.words.stamped(stamped))
  terminal.end(exit.fine)
}
