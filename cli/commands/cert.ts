import type { Command } from 'commander'
import { systemClock } from '#shared'
import { certificateLines, certificatesIn, certificatesOfSigners, type ShownCertificate } from '#signature'
import { exit } from '../exit.ts'
import { readInput } from '../read-input.ts'
import type { Terminal } from '../terminal.ts'

interface Options {
  readonly signers?: boolean
  readonly json?: boolean
}

/** `omamori cert show FILE…`: what a certificate says, with its fingerprint to compare; nothing is verified or fetched. */
export function addCert(program: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  const cert = program.command('cert').description(commands.cert)
  cert
    .command('show')
    .description(commands['cert show'])
    .argument('<file...>', options.certificateFile)
    .option('--signers', options.signers)
    .option('--json', options.json)
    .addHelpText('after', `\n${example}: omamori cert show ルート証明書.cer`)
    .action((files: readonly string[], chosen: Options) => show(files, chosen, terminal))
}

async function show(files: readonly string[], { signers, json }: Options, terminal: Terminal): Promise<void> {
  const at = Date.parse(systemClock.now())
  const read = signers ? certificatesOfSigners : certificatesIn
  const certificates: ({ readonly file: string } & ShownCertificate)[] = []
  for (const file of files)
    for (const shown of await read(await readInput(file), file, at)) certificates.push({ file, ...shown })
  if (json) terminal.say(JSON.stringify({ certificates }, undefined, 2))
  else
    for (const { file, ...shown } of certificates)
      terminal.say([file, ...certificateLines(shown, terminal.language)].join('\n'))
  terminal.end(exit.fine)
}
