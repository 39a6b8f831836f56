import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { evidenceWords } from '#federation'
import { serveWitness, WITNESS_PORT, workInBackground } from '../../server/index.ts'
import { exit } from '../exit.ts'
import { atConsole, type DataOptions, withData } from '../open-data.ts'
import { readInput } from '../read-input.ts'
import { portOf } from '../read-port.ts'
import type { Terminal } from '../terminal.ts'
import { untilStopped } from '../until-stopped.ts'

interface Listed extends DataOptions {
  readonly json?: boolean
}

/** `omamori witness …`: this installation as the witness of others' journals. */
export function addWitness(program: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  const witness = program.command('witness').description(commands.witness)
  const add = (name: string, described: string, rest: string) =>
    withData(witness.command(name), terminal)
      .description(described)
      .addHelpText('after', `\n${example}: omamori witness ${name.split(' ')[0]} --data ~/omamori-data${rest}`)
  add('serve', commands['witness serve'], ' --host 192.0.2.10 --port 8421')
    .option('--port <port>', options.port, String(WITNESS_PORT))
    .option('--host <address>', options.host, 'localhost')
    .action((chosen: DataOptions & { readonly port: string; readonly host: string }) => serve(chosen, terminal))
  add('key', commands['witness key'], '').action((chosen: DataOptions) => key(chosen, terminal))
  add('add <key>', commands['witness add'], ' --label みほん診療所 omamori/…/2026+1a2b3c4d+AbCd…')
    .requiredOption('--label <words>', options.label)
    .action((text: string, chosen: DataOptions & { readonly label: string }) => watch(text, chosen, terminal))
  add('remove <log>', commands['witness remove'], ' omamori/…/2026').action((log: string, chosen: DataOptions) =>
    unwatch(log, chosen, terminal),
  )
  add('list', commands['witness list'], ' --json')
    .option('--json', options.json)
    .action((chosen: Listed) => list(chosen, terminal))
  add('sign <file>', commands['witness sign'], ' --out 連署.txt 立会いの依頼.txt')
    .requiredOption('--out <file>', options.output)
    .action((file: string, chosen: DataOptions & { readonly out: string }) => sign(file, chosen, terminal))
  add('evidence', commands['witness evidence'], ' --out 証拠')
    .requiredOption('--out <folder>', options.evidenceFolder)
    .action((chosen: DataOptions & { readonly out: string }) => evidence(chosen, terminal))
}

async function serve(
  { port, host, ...place }: DataOptions & { readonly port: string; readonly host: string },
  { say, words }: Terminal,
): Promise<void> {
  await atConsole(place, async (platform) => {
    const door = await serveWitness({ platform, host, port: portOf(port) ?? WITNESS_PORT })
    const stopWorking = workInBackground(platform)
    say(words.witness.opened(`http://${host}:${door.port}`))
    say(words.stopHint)
    await untilStopped()
    say(words.stopping)
    await stopWorking()
    await door.close()
  })
}

async function key(place: DataOptions, { say, end }: Terminal): Promise<void> {
  await atConsole(place, async ({ federation }, caller) => say((await federation.makeKeys(caller)).join('\n')))
  end(exit.fine)
}

async function watch(
  text: string,
  { label, ...place }: DataOptions & { readonly label: string },
  { say, end, words }: Terminal,
): Promise<void> {
  await atConsole(place, async ({ federation }, caller) => {
    say(words.witness.watched(await federation.watchLog(caller, { label, key: text })))
  })
  end(exit.fine)
}

async function unwatch(log: string, place: DataOptions, { say, end, words }: Terminal): Promise<void> {
  await atConsole(place, async ({ federation }, caller) => federation.unwatchLog(caller, log))
  say(words.witness.unwatched(log))
  end(exit.fine)
}

/** Only looks. Ends with 1 while there is evidence of a split view. */
async function list({ json, ...place }: Listed, { say, end, words, language }: Terminal): Promise<void> {
  const onlyReading = true
  await atConsole(
    place,
    async ({ federation }, caller) => {
      const { watched, evidence: found, ownKeys } = await federation.readWitnessing(caller)
      if (json) say(JSON.stringify({ ownKeys, watched, evidence: found }, undefined, 2))
      else {
        if (watched.length === 0) say(words.nothingFound)
        for (const one of watched) say(words.witness.log(one))
        for (const one of found) say(`! ${one.label}  ${one.foundAt}  ${evidenceWords[one.kind][language]}`)
      }
      end(found.length === 0 ? exit.fine : exit.findings)
    },
    onlyReading,
  )
}

async function sign(
  file: string,
  { out, ...place }: DataOptions & { readonly out: string },
  { say, end, words }: Terminal,
): Promise<void> {
  const body = Buffer.from(await readInput(file)).toString()
  await atConsole(place, async ({ federation }, caller) => {
    const { status, body: answer } = await federation.signSubmission(caller, body)
    if (status === 200) await writeFile(out, answer)
    say(status === 200 ? words.wrote(out) : words.witness.notSigned(status, answer.trim()))
    end(status === 200 ? exit.fine : exit.findings)
  })
}

async function evidence(
  { out, ...place }: DataOptions & { readonly out: string },
  { say, end, words }: Terminal,
): Promise<void> {
  const onlyReading = true
  await atConsole(
    place,
    async ({ federation }, caller) => {
      const files = await federation.readEvidence(caller)
      await mkdir(out, { recursive: true })
      for (const { evidenceId, ...file } of files) {
        const path = join(out, `${evidenceId}.json`)
        await writeFile(path, `${JSON.stringify(file, undefined, 2)}\n`)
        say(words.wrote(path))
      }
      if (files.length === 0) say(words.nothingFound)
    },
    onlyReading,
  )
  end(exit.fine)
}
