import type { Command } from 'commander'
import { createAccountRequest, type Role, roles } from '#access'
import { Refusal } from '#shared'
import { exit } from '../exit.ts'
import { atConsole, type DataOptions, withData } from '../open-data.ts'
import type { Terminal } from '../terminal.ts'

interface Invitation extends DataOptions {
  readonly login: string
  readonly name: string
  readonly role: readonly string[]
}

interface Reset extends DataOptions {
  readonly login: string
  readonly checked: string
}

/** `omamori user list | invite | reset`: accounts, from the machine that holds the data. */
export function addUser(program: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  const user = program.command('user').description(commands.user)
  withData(user.command('list'), terminal)
    .description(commands['user list'])
    .option('--json', options.json)
    .addHelpText('after', `\n${example}: omamori user list --data ~/omamori-data`)
    .action((chosen: DataOptions & { json?: boolean }) => list(chosen, terminal))
  withData(user.command('invite'), terminal)
    .description(commands['user invite'])
    .requiredOption('--login <name>', options.login)
    .requiredOption('--name <name>', options.displayName)
    .requiredOption('--role <role...>', `${options.role} (${Object.keys(roles).join(', ')})`)
    .addHelpText(
      'after',
      `\n${example}: omamori user invite --data ~/omamori-data --login taro --name "見本 太郎" --role staff`,
    )
    .action((chosen: Invitation) => invite(chosen, terminal))
  withData(user.command('reset'), terminal)
    .description(commands['user reset'])
    .requiredOption('--login <name>', options.login)
    .requiredOption('--checked <text>', options.checked)
    .addHelpText(
      'after',
      `\n${example}: omamori user reset --data ~/omamori-data --login taro --checked "運転免許証を見た"`,
    )
    .action((chosen: Reset) => reset(chosen, terminal))
}

async function list({ json, ...place }: DataOptions & { json?: boolean }, terminal: Terminal): Promise<void> {
  await atConsole(place, async ({ access }, caller) => {
    const accounts = await access.readAccounts(caller)
    if (json) return terminal.say(JSON.stringify(accounts, undefined, 2))
    for (const { loginName, displayName, state, roles: held } of accounts) {
      terminal.say(
        `${loginName}\t${displayName}\t${state}\t${held.map((role) => roles[role][terminal.language]).join('・')}`,
      )
    }
  })
  terminal.end(exit.fine)
}

async function invite({ login, name, role, ...place }: Invitation, terminal: Terminal): Promise<void> {
  const wanted = createAccountRequest.safeParse({ loginName: login, displayName: name, roles: role as readonly Role[] })
  if (!wanted.success) throw new Refusal('malformed', { id: optionOf(wanted.error.issues[0]?.path[0]) })
  await atConsole(place, async ({ access }, caller) => {
    const { invitation } = await access.createAccount(caller, wanted.data)
    terminal.say(terminal.words.invitation(invitation.code, invitation.expiresAt))
  })
  terminal.end(exit.fine)
}

/** The option with which a field of the request is given. */
function optionOf(field: unknown): string {
  return field === 'loginName' ? '--login' : field === 'displayName' ? '--name' : '--role'
}

async function reset({ login, checked, ...place }: Reset, terminal: Terminal): Promise<void> {
  await atConsole(place, async ({ access }, caller) => {
    const account = (await access.readAccounts(caller)).find(({ loginName }) => loginName === login)
    if (!account) throw new Refusal('not-found', { id: login })
    const request = { accountId: account.accountId, identityCheckedBy: checked, removeFactors: false }
    const { code, expiresAt } = await access.resetAccount(caller, request)
    terminal.say(terminal.words.invitation(code, expiresAt))
  })
  terminal.end(exit.fine)
}
