import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { Malformed, readPkcs12, type SigningKey, SigningKeyError } from '@omamori/signature'
import type { Command } from 'commander'
import { Refusal, systemClock } from '#shared'
import { signFile, stampOver } from '#signature'
import { exit } from '../exit.ts'
import { readInput } from '../read-input.ts'
import type { Terminal } from '../terminal.ts'

interface Options {
  readonly key: string
  readonly passwordFile: string
  readonly tsa?: readonly string[]
  readonly output: string
  readonly json?: boolean
}

/** `omamori sign FILE`: a PDF or an XML file with its signature inside, or the signature of any other file beside it. */
export function addSign(program: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  program
    .command('sign')
    .description(commands.sign)
    .argument('<file>', options.fileToSign)
    .requiredOption('--key <file>', options.signingKey)
    .requiredOption('--password-file <file>', options.keyPasswordFile)
    .option('--tsa <url...>', options.tsa)
    .requiredOption('--output <file>', options.signedOutput)
    .option('--json', options.json)
    .addHelpText(
      'after',
      `\n${example}: omamori sign 紹介状.pdf --key card.p12 --password-file password.txt --output 紹介状-署名.pdf`,
    )
    .action((file: string, chosen: Options) => sign(file, chosen, terminal))
}

async function sign(
  file: string,
  { key, passwordFile, tsa = [], output, json }: Options,
  terminal: Terminal,
): Promise<void> {
  // What is there may be the only signed copy.
  if (existsSync(output)) throw new Refusal('already-exists', { file: output })
  const bytes = await readInput(file)
  const password = (await readFile(passwordFile, 'utf8').catch(() => missing(passwordFile))).replace(/\r?\n$/, '')
  const order = {
    key: keyFrom(await readInput(key), password, key),
    at: Date.parse(systemClock.now()),
    stamp: tsa.length === 0 ? null : stampOver(tsa),
  }
  const signed = await signFile(bytes, order)
  await writeFile(output, signed.bytes, { flag: 'wx' })
  const { format, level, withoutStamp } = signed
  if (json) terminal.say(JSON.stringify({ output, format, level, withoutStamp }, undefined, 2))
  else {
    terminal.say(terminal.words.signed(output, level))
    if (withoutStamp !== null) terminal.say(terminal.words.signedWithoutStamp(withoutStamp))
  }
  terminal.end(withoutStamp === null ? exit.fine : exit.findings)
}

function missing(file: string): never {
  throw new Refusal('not-found', { file })
}

/** Whatever is wrong with the key, nothing was signed. */
function keyFrom(bytes: Uint8Array, password: string, file: string): SigningKey {
  try {
    return readPkcs12(bytes, password)
  } catch (error) {
    if (error instanceof SigningKeyError) throw new Refusal('malformed', { file, reason: error.code }, { cause: error })
    if (error instanceof Malformed) throw new Refusal('malformed', { file, reason: error.reason }, { cause: error })
    throw error
  }
}
