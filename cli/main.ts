import { Command, CommanderError } from 'commander'
import packageFile from '../package.json' with { type: 'json' }
import { addAssess } from './commands/assess.ts'
import { addExport } from './commands/export.ts'
import { addGuideline } from './commands/guideline.ts'
import { addImport } from './commands/import.ts'
import { addKeys } from './commands/keys.ts'
import { addLedger } from './commands/ledger.ts'
import { addServe } from './commands/serve.ts'
import { addUser } from './commands/user.ts'
import { exit } from './exit.ts'
import { languageOf } from './language.ts'
import { sayFailure } from './say-failure.ts'
import { openTerminal, type Terminal } from './terminal.ts'

/** The command line. Ends with 0 fine, 1 findings, 2 usage, 3 fault; never with a stack trace. */
export async function main(argv: readonly string[]): Promise<void> {
  const terminal = openTerminal(languageOf(argv))
  try {
    await makeProgram(terminal).parseAsync([...argv], { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? exit.fine : exit.usage
    else sayFailure(error, terminal)
  }
}

function makeProgram(terminal: Terminal): Command {
  const program = new Command('omamori')
    .description(terminal.words.program)
    .version(packageFile.version)
    .exitOverride()
    .showHelpAfterError()
  const add = [addServe, addAssess, addImport, addExport, addGuideline, addLedger, addUser, addKeys]
  for (const addCommand of add) addCommand(program, terminal)
  for (const command of everyCommand(program))
    command.option('--lang <ja|en>', terminal.words.options.lang).exitOverride()
  return program
}

function everyCommand(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(everyCommand)]
}
