import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { Refusal, systemClock } from '#shared'
import { type Authorisation, openStampPool, signFile, withSigningKey } from '#signature'
import { exit } from '../exit.ts'
import { type KeyOptions, keySourceOf, withKey } from '../key-source.ts'
import { readDocument } from '../read-input.ts'
import type { Terminal } from '../terminal.ts'
import { writeNew } from '../write-new.ts'

interface Options extends KeyOptions {
  readonly tsa?: readonly string[]
  readonly output: string
  readonly json?: boolean
}

/** `omamori sign FILE`: a PDF or an XML file with its signature inside, or the signature of any other file beside it. */
export function addSign(program: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  const command = program.command('sign').description(commands.sign).argument('<file>', options.fileToSign)
  withKey(command, terminal)
    .option('--tsa <url...>', options.tsa)
    .requiredOption('--output <file>', options.signedOutput)
    .option('--json', options.json)
    .addHelpText(
      'after',
      `\n${example}: omamori sign 紹介状.pdf --token HpkiSigP11_MPKCS11H.dll --output 紹介状-署名.pdf`,
    )
    .action((file: string, chosen: Options) => sign(file, chosen, terminal))
}

async function sign(file: string, chosen: Options, terminal: Terminal): Promise<void> {
  const { tsa = [], output, json } = chosen
  const evidence = `${output}.authorisation.json`
  // What is there may be the only signed copy.
  for (const there of [output, ...(chosen.remote === undefined ? [] : [evidence])])
    if (existsSync(there)) throw new Refusal('already-exists', { file: there })
  const bytes = await readDocument(file)
  const authorisations: Authorisation[] = []
  const source = await keySourceOf(chosen, terminal, (one) => void authorisations.push(one))
  const at = Date.parse(systemClock.now())
  const pool = tsa.length === 0 ? null : openStampPool({ addresses: tsa, trust: null })
  const signed = await withSigningKey(source, at, (key) => signFile(bytes, { key, at, stamp: pool?.stamp ?? null }))
  await writeNew(output, signed.parts)
  const authorisation = authorisations.length === 0 ? null : evidence
  if (authorisation !== null) await writeNew(evidence, [Buffer.from(JSON.stringify({ authorisations }, undefined, 2))])
  const { format, level, withoutStamp } = signed
  const stamped = pool?.stamped[0] ?? null
  if (json) terminal.say(JSON.stringify({ output, format, level, withoutStamp, stamped, authorisation }, undefined, 2))
  else {
    terminal.say(terminal.words.signed(output, level))
    if (authorisation !== null) terminal.say(terminal.words.authorisationKept(authorisation))
    if (stamped !== null) terminal.say(terminal.words.stamped(stamped))
    if (withoutStamp !== null) terminal.say(terminal.words.signedWithoutStamp(withoutStamp))
  }
  terminal.end(withoutStamp === null ? exit.fine : exit.findings)
}
