import { Refusal } from '#shared'
import { askSecret } from '../ask-secret.ts'
import { exit } from '../exit.ts'
import { atConsole, type DataOptions } from '../open-data.ts'
import type { Terminal } from '../terminal.ts'

export interface EmergencyOptions extends Partial<DataOptions> {
  readonly output?: string
  readonly patient?: readonly string[]
  readonly days?: string
  readonly all?: boolean
  readonly packagePassphraseFile?: string
}

/** Ten years and some; beyond, one says all. */
const MOST_DAYS = 4_000

/** `omamori export --emergency`: copies of documents that any browser opens without us. Ends with findings where one could not be read. */
export async function exportEmergency(chosen: EmergencyOptions, terminal: Terminal): Promise<void> {
  const { output, data, packagePassphraseFile, ...place } = chosen
  if (data === undefined) throw new Refusal('malformed', { needs: '--data' })
  if (output === undefined) throw new Refusal('malformed', { needs: '--output' })
  const choice = choiceOf(chosen)
  const passphrase = await askTwice(packagePassphraseFile, terminal)
  const { words, say, note, progress, end } = terminal
  await atConsole({ data, ...place }, async ({ emergency }, caller) => {
    const told = (done: number, of: number) => progress(words.emergency.progress(done, of))
    const made = await emergency.exportPackage(caller, { folder: output, choice, passphrase }, told)
    progress('')
    say(words.emergency.made(made.folder, made.documents))
    if (made.leftOut > 0) note(words.emergency.leftOut(made.leftOut))
    end(made.leftOut > 0 ? exit.findings : exit.fine)
  })
}

/** Exactly one way to choose, so that nobody thinks that they took everything. */
export function choiceOf({ patient, days, all }: EmergencyOptions) {
  const ways = [patient, days, all].filter((one) => one !== undefined)
  if (ways.length !== 1) throw new Refusal('malformed', { needs: '--all | --days | --patient' })
  if (patient) return { kind: 'patients', patients: [...new Set(patient)] } as const
  if (days === undefined) return { kind: 'all' } as const
  if (!/^[1-9]\d{0,3}$/.test(days) || Number(days) > MOST_DAYS)
    throw new Refusal('malformed', { id: `--days ${days}`, limit: MOST_DAYS })
  return { kind: 'days', days: Number(days) } as const
}

/** A slip of the finger would close the package for ever. */
export async function askTwice(file: string | undefined, { words }: Terminal): Promise<string> {
  const variable = 'OMAMORI_EMERGENCY_PASSPHRASE'
  const ask = (question: string) => askSecret({ file, variable, question, option: '--package-passphrase-file' })
  const passphrase = await ask(words.emergency.ask)
  const isTyped = file === undefined && process.env[variable] === undefined
  if (isTyped && (await ask(words.emergency.askAgain)) !== passphrase)
    throw new Refusal('malformed', { reason: 'emergency-passphrase-differs' })
  return passphrase
}
