import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { consoleCaller } from '#access'
import { openSample, type Platform } from '#platform'
import type { SampleName } from '#registry'
import { Refusal } from '#shared'
import {
  type SampleEntry,
  type Served,
  sayQuarantine,
  serve,
  serveWitness,
  workInBackground,
} from '../../server/index.ts'
import { buildWebIfNeeded } from '../../tools/build-web.ts'
import { type DataOptions, openData, withData } from '../open-data.ts'
import { portOf } from '../read-port.ts'
import { sampleOf } from '../read-sample.ts'
import type { Terminal } from '../terminal.ts'
import { untilStopped } from '../until-stopped.ts'

interface Options extends Partial<DataOptions> {
  /** `true` where `--sample` stands alone. */
  readonly sample?: true | string
  readonly port?: string
  readonly host: string
  readonly name?: readonly string[]
  readonly behindTls?: boolean
  readonly witnessPort?: string
  readonly witnessHost: string
}

const dataFolder = join(fileURLToPath(new URL('../..', import.meta.url)), 'data')
const sampleFolders: Readonly<Record<SampleName, string>> = { clinic: 'sample', hospital: 'sample-hospital' }

/** `omamori serve`: opens the screens on this machine; `--sample` opens a sample facility in a folder of its own. */
export function addServe(program: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  withData(program.command('serve'), terminal, false)
    .description(commands.serve)
    .option('--sample [facility]', options.sample)
    .option('--port <port>', options.port)
    .option('--host <address>', options.host, 'localhost')
    .option('--name <name...>', options.name)
    .option('--behind-tls', options.behindTls)
    .option('--witness-port <port>', options.witnessPort)
    .option('--witness-host <address>', options.witnessHost, 'localhost')
    .addHelpText(
      'after',
      `\n${example}: omamori serve --data ~/omamori-data\n    omamori serve --sample\n    omamori serve --sample hospital`,
    )
    .action((chosen: Options) => open(chosen, terminal))
}

async function open(chosen: Options, terminal: Terminal): Promise<void> {
  const { words } = terminal
  const wanted = sampleOf(chosen.sample)
  const data = chosen.data ?? (wanted && join(dataFolder, sampleFolders[wanted]))
  if (data === undefined) throw new Refusal('malformed', { needs: '--data | --sample' })
  const port = portOf(chosen.port)
  await buildWebIfNeeded(terminal.say)
  const platform = await openData({ ...chosen, data })
  try {
    const sample = wanted ? await openSample(platform, wanted) : undefined
    const setupCode = sample ? undefined : await announceFirstRun(platform, terminal)
    const { host, name, behindTls } = chosen
    const served = await serve({ platform, host, port, names: name, tls: behindTls, setupCode, sample })
    announce(served, sample, terminal)
    const door = await alsoWitness(platform, chosen, terminal)
    const stopWorking = workInBackground(platform)
    await announceQuarantine(platform, terminal)
    await untilStopped()
    terminal.say(words.stopping)
    await stopWorking()
    await door?.close()
    await served.close()
  } finally {
    await platform.close()
  }
}

/** The witness's door beside the screens, where somebody asked for it: a running installation holds its data alone. */
async function alsoWitness(
  platform: Platform,
  { witnessPort, witnessHost: host }: Options,
  { say, words }: Terminal,
): Promise<{ close(): Promise<void> } | undefined> {
  const port = portOf(witnessPort)
  if (port === undefined) return undefined
  const door = await serveWitness({ platform, host, port })
  say(words.witness.opened(`http://${host}:${door.port}`))
  return door
}

/** A new installation says its one-time code and its recovery code, here and nowhere else. */
async function announceFirstRun(platform: Platform, { say, words }: Terminal): Promise<() => string | undefined> {
  if (platform.recoveryCode !== undefined) say(words.recoverySheet(platform.recoveryCode))
  if (await platform.access.isSetUp()) return () => undefined
  const { code } = await platform.access.issueSetUpCode()
  say(words.setupCode(code))
  return () => code
}

function announce({ address }: Served, sample: SampleEntry | undefined, { say, words }: Terminal): void {
  if (sample) say(words.sampleNotice)
  say(words.opened(address))
  say(words.stopHint)
}

/** Whoever starts it reads it first: nothing will be written until somebody decides. */
async function announceQuarantine({ facilities, journal }: Platform, { note, language }: Terminal): Promise<void> {
  for (const { facilityId } of await facilities()) {
    const doubt = journal.quarantine(consoleCaller(facilityId))
    if (!doubt) continue
    const { title, detail } = sayQuarantine(doubt.reason, language)
    note(`${title}\n${detail}`)
  }
}
