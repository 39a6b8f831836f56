import { dirname, resolve } from 'node:path'
import { type Command, Option } from 'commander'
import { Refusal, systemClock } from '#shared'
import { type Authorisation, type KeySource, readRemoteSettings } from '#signature'
import { askSecret } from './ask-secret.ts'
import { readInput } from './read-input.ts'
import type { Terminal } from './terminal.ts'

export interface KeyOptions {
  readonly key?: string
  readonly token?: string
  readonly slot?: string
  readonly remote?: string
  readonly certificate?: string
  readonly passwordFile?: string
  readonly lastTry?: boolean
}

/** Where the signing key is: exactly one place. */
export function withKey(command: Command, { words: { options } }: Terminal): Command {
  return command
    .addOption(new Option('--key <file>', options.signingKey).conflicts(['token', 'remote', 'slot', 'lastTry']))
    .addOption(new Option('--token <module>', options.tokenModule).conflicts('remote'))
    .option('--slot <card>', options.tokenSlot)
    .addOption(
      new Option('--remote <file>', options.remoteSettings).conflicts([
        'slot',
        'lastTry',
        'certificate',
        'passwordFile',
      ]),
    )
    .option('--certificate <fingerprint>', options.certificate)
    .option('--password-file <file>', options.keyPasswordFile)
    .option('--last-try', options.lastTry)
}

export async function keySourceOf(
  chosen: KeyOptions,
  terminal: Terminal,
  keep: (authorisation: Authorisation) => void,
): Promise<KeySource> {
  const { key, token, remote, passwordFile: file } = chosen
  const { words } = terminal
  if (remote !== undefined) return remoteSourceOf(remote, terminal, keep)
  const fingerprint = chosen.certificate?.replaceAll(/[\s:]/g, '').toLowerCase() ?? null
  const asked = { file, option: '--password-file' }
  if (key !== undefined) {
    const secret = () => askSecret({ ...asked, variable: 'OMAMORI_KEY_PASSWORD', question: words.askPassword })
    return { kind: 'file', file: key, bytes: await readInput(key), fingerprint, secret }
  }
  if (token === undefined) throw new Refusal('malformed', { needs: '--key / --token / --remote' })
  const { slot = null, lastTry = false } = chosen
  const secret = () => askSecret({ ...asked, variable: 'OMAMORI_TOKEN_PIN', question: words.askPin })
  return { kind: 'token', module: token, slot, fingerprint, lastTry, secret }
}

/** What the service wants to know is asked for by its name for it: `OMAMORI_REMOTE_PIN`, `OMAMORI_REMOTE_OTP`, … */
async function remoteSourceOf(
  file: string,
  { words }: Terminal,
  keep: (authorisation: Authorisation) => void,
): Promise<KeySource> {
  const settings = readRemoteSettings(await readInput(file), file)
  const { address, credential = null, certificate: fingerprint = null, secretFiles = {} } = settings
  const secret = (name: string) => {
    const at = secretFiles[name]
    return askSecret({
      file: at === undefined ? undefined : resolve(dirname(file), at),
      variable: `OMAMORI_REMOTE_${name.toUpperCase().replaceAll('-', '_')}`,
      question: words.askRemote(name),
      option: `secretFiles.${name}`,
    })
  }
  let token: Promise<string> | undefined
  const accessToken = () => {
    token ??= secret('access-token')
    return token
  }
  return { kind: 'remote', address, credential, fingerprint, clock: systemClock, accessToken, secret, keep }
}
