import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { alarmWords, codeWords, type MailView, type TestOutcome, type TlsMode, tlsModes } from '#outbox'
import { Refusal } from '#shared'
import { exit } from '../exit.ts'
import { atConsole, type DataOptions, withData } from '../open-data.ts'
import type { Terminal } from '../terminal.ts'

interface Listed extends DataOptions {
  readonly json?: boolean
}

interface Named extends DataOptions {
  readonly host: string
  readonly port?: string
  readonly tls: string
  readonly user?: string
  readonly passwordFile?: string
  readonly sender: string
  readonly to: readonly string[]
}

/** `omamori mail show | server | drop | test | again`: through which server alarms go out, and to whom. */
export function addMail(program: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  const mail = program.command('mail').description(commands.mail)
  const add = (name: keyof typeof commands & `mail ${string}`, rest = '') =>
    withData(mail.command(name.slice('mail '.length)), terminal)
      .description(commands[name])
      .addHelpText('after', `\n${example}: omamori ${name} --data ~/omamori-data${rest}`)
  add('mail show', ' --json')
    .option('--json', options.json)
    .action((chosen: Listed) => show(chosen, terminal))
  add(
    'mail server',
    ' --host mail.example.jp --sender omamori@example.jp --to mihon@example.jp --user omamori --password-file secret.txt',
  )
    .requiredOption('--host <name>', options.mailHost)
    .option('--port <port>', options.mailPort)
    .option('--tls <mode>', options.mailTls, 'starttls')
    .option('--user <name>', options.mailUser)
    .option('--password-file <file>', options.mailPasswordFile)
    .requiredOption('--sender <address>', options.mailSender)
    .requiredOption('--to <address...>', options.mailTo)
    .action((chosen: Named) => name(chosen, terminal))
  add('mail drop').action((chosen: DataOptions) => drop(chosen, terminal))
  add('mail test', ' --json')
    .option('--json', options.json)
    .action((chosen: Listed) => test(chosen, terminal))
  add('mail again', ' 3f2a9c10')
    .argument('<id>', options.mailId)
    .option('--json', options.json)
    .action((id: string, chosen: Listed) => again(id, chosen, terminal))
}

/** Only looks. Ends with 1 while an alarm stands, or a mail was given up. */
async function show({ json, ...place }: Listed, { say, end, words, language }: Terminal): Promise<void> {
  const onlyReading = true
  await atConsole(
    place,
    async ({ outbox }, caller) => {
      const view = await outbox.readOutbox(caller)
      if (json) say(JSON.stringify(view, undefined, 2))
      else {
        const { server } = view
        say(server ? words.mail.server(server) : words.mail.noServer)
        for (const { kind, since } of view.alarms) say(`! ${since}  ${alarmWords[kind][language]}`)
        for (const one of view.mails) say(lineOf(one, words.mail.states, language))
      }
      const isFine = view.alarms.length === 0 && view.mails.every(({ state }) => state !== 'failed')
      end(isFine ? exit.fine : exit.findings)
    },
    onlyReading,
  )
}

function lineOf(
  { mailId, madeAt, state, recipient, subject, code }: MailView,
  states: Terminal['words']['mail']['states'],
  language: Terminal['language'],
): string {
  const why = code === undefined ? '' : `  ${codeWords[code][language]}`
  return `${mailId.slice(0, 8)}  ${madeAt}  ${states[state]}  ${recipient}  ${subject}${why}`
}

/** The password comes from a file: what stands on the command line, everybody on the machine can read. */
async function name(
  { host, port, tls, user, passwordFile, sender, to, ...place }: Named,
  { say, end, words }: Terminal,
): Promise<void> {
  const mode = tlsModes.find((one) => one === tls)
  if (!mode) throw new Refusal('malformed', { tls, known: tlsModes })
  const password = passwordFile === undefined ? undefined : (await readFile(passwordFile, 'utf8')).trim()
  const request = {
    ...{ host, port: portFor(mode, port), tls: mode, sender, recipients: [...to] },
    ...(user === undefined ? {} : { loginName: user }),
    ...(password === undefined ? {} : { password }),
  }
  await atConsole(place, async ({ outbox }, caller) => outbox.nameServer(caller, request))
  say(words.mail.named)
  end(exit.fine)
}

function portFor(tls: TlsMode, port: string | undefined): number {
  const usual = { starttls: 587, implicit: 465, none: 25 }[tls]
  const wanted = port === undefined ? usual : Number(port)
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65_535) throw new Refusal('malformed', { port })
  return wanted
}

async function drop(place: DataOptions, { say, end, words }: Terminal): Promise<void> {
  await atConsole(place, async ({ outbox }, caller) => outbox.dropServer(caller))
  say(words.mail.dropped)
  end(exit.fine)
}

/** Ends with 1 unless every address got its mail. */
async function test({ json, ...place }: Listed, terminal: Terminal): Promise<void> {
  await atConsole(place, async ({ outbox }, caller) => showOutcomes(await outbox.sendTest(caller), json, terminal))
}

/** Ends with 1 unless the server took it. */
async function again(id: string, { json, ...place }: Listed, terminal: Terminal): Promise<void> {
  await atConsole(place, async ({ outbox }, caller) => {
    const [found, ...more] = (await outbox.readOutbox(caller)).mails.filter(({ mailId }) => mailId.startsWith(id))
    if (!found || more.length > 0) throw new Refusal('not-found', { id })
    showOutcomes(await outbox.sendAgain(caller, found.mailId), json, terminal)
  })
}

function showOutcomes(
  outcomes: readonly TestOutcome[],
  json: boolean | undefined,
  { say, end, words, language }: Terminal,
): void {
  if (json) say(JSON.stringify(outcomes, undefined, 2))
  for (const { recipient, isSent, code, answer = '' } of json ? [] : outcomes) {
    say(`${recipient}  ${isSent || code === undefined ? words.mail.states.sent : codeWords[code][language]}  ${answer}`)
  }
  end(outcomes.every(({ isSent }) => isSent) ? exit.fine : exit.findings)
}
