import { type Command, Option } from 'commander'
import { Refusal } from '#shared'
import type { KeySource } from '#signature'
import { askSecret } from './ask-secret.ts'
import { readInput } from './read-input.ts'
import type { Terminal } from './terminal.ts'

export interface KeyOptions {
  readonly key?: string
  readonly token?: string
  readonly slot?: string
  readonly certificate?: string
  readonly passwordFile?: string
  readonly lastTry?: boolean
}

/** Where the signing key is: exactly one place. */
export function withKey(command: Command, { words: { options } }: Terminal): Command {
  return command
    .addOption(new Option('--key <file>', options.signingKey).conflicts(['token', 'slot', 'lastTry']))
    .option('--token <module>', options.tokenModule)
    .option('--slot <card>', options.tokenSlot)
    .option('--certificate <fingerprint>', options.certificate)
    .option('--password-file <file>', options.keyPasswordFile)
    .option('--last-try', options.lastTry)
}

export async function keySourceOf(chosen: KeyOptions, { words }: Terminal): Promise<KeySource> {
  const { key, token, passwordFile: file } = chosen
  const fingerprint = chosen.certificate?.replaceAll(/[\s:]/g, '').toLowerCase() ?? null
  const asked = { file, option: '--password-file' }
  if (key !== undefined) {
    const secret = () => askSecret({ ...asked, variable: 'OMAMORI_KEY_PASSWORD', question: words.askPassword })
    return { kind: 'file', file: key, bytes: await readInput(key), fingerprint, secret }
  }
  if (token === undefined) throw new Refusal('malformed', { needs: '--key / --token' })
  const { slot = null, lastTry = false } = chosen
  const secret = () => askSecret({ ...asked, variable: 'OMAMORI_TOKEN_PIN', question: words.askPin })
  return { kind: 'token', module: token, slot, fingerprint, lastTry, secret }
}
