import { Command, CommanderError } from 'commander'
import packageFile from '../package.json' with { type: 'json' }
import { addArchive } from './commands/archive.ts'
import { addAssess } from './commands/assess.ts'
import { addBackup } from './commands/backup.ts'
import { addCards } from './commands/cards.ts'
import { addCert } from './commands/cert.ts'
import { addChecklist } from './commands/checklist.ts'
import { addDiagram } from './commands/diagram.ts'
import { addExport } from './commands/export.ts'
import { addExtend } from './commands/extend.ts'
import { addGuideline } from './commands/guideline.ts'
import { addImport } from './commands/import.ts'
import { addInspection } from './commands/inspection.ts'
import { addKeys } from './commands/keys.ts'
import { addLedger } from './commands/ledger.ts'
import { addLogReview } from './commands/log-review.ts'
import { addMail } from './commands/mail.ts'
import { addRenew } from './commands/renew.ts'
import { addReport } from './commands/report.ts'
import { addServe } from './commands/serve.ts'
import { addSign } from './commands/sign.ts'
import { addSnapshot } from './commands/snapshot.ts'
import { addSupplier } from './commands/supplier.ts'
import { addTask } from './commands/task.ts'
import { addTimetable } from './commands/timetable.ts'
import { addUser } from './commands/user.ts'
import { addVerify } from './commands/verify.ts'
import { addWitness } from './commands/witness.ts'
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
    if (error instanceof CommanderError) sayUsage(error, terminal)
    else sayFailure(error, terminal)
  }
}

function makeProgram(terminal: Terminal): Command {
  const { words } = terminal
  const program = new Command('omamori')
    .description(words.program)
    .version(packageFile.version, '-V, --version', words.version)
  const add = [
    addServe,
    addAssess,
    addDiagram,
    addChecklist,
    addImport,
    addExport,
    addGuideline,
    addSnapshot,
    addTask,
    addReport,
    addInspection,
    addSupplier,
    addLogReview,
    addArchive,
    addBackup,
    addVerify,
    addSign,
    addExtend,
    addRenew,
    addCards,
    addCert,
    addLedger,
    addWitness,
    addTimetable,
    addMail,
    addUser,
    addKeys,
  ]
  for (const addCommand of add) addCommand(program, terminal)
  for (const command of everyCommand(program)) {
    command
      .option('--lang <ja|en>', words.options.lang)
      .helpOption('-h, --help', words.help)
      .helpCommand(false)
      .configureHelp({ styleTitle: (title) => words.titles[title as keyof typeof words.titles] ?? title })
      // Its own words are English; ours are said in `sayUsage`.
      .configureOutput({ outputError: () => {} })
      .exitOverride()
  }
  return program
}

/** What was wrong with the words on the command line; asking for help or the version is nothing wrong. */
function sayUsage({ code, message, exitCode }: CommanderError, { words, note, end }: Terminal): void {
  const [, named] = /'([^']+)'/.exec(message) ?? []
  if (exitCode !== 0 && named !== undefined) {
    note(`${words.usage[code as keyof typeof words.usage] ?? words.usage.other}: ${named}`)
  }
  if (exitCode !== 0) note(words.usage.hint)
  end(exitCode === 0 ? exit.fine : exit.usage)
}

function everyCommand(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(everyCommand)]
}
