import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { answerWords } from '#federation'
import { Refusal } from '#shared'
import { exit } from '../exit.ts'
import { atConsole, type DataOptions, withData } from '../open-data.ts'
import { readInput } from '../read-input.ts'
import type { Terminal } from '../terminal.ts'

interface Named extends DataOptions {
  readonly label: string
  readonly key: readonly string[]
  readonly url?: string
}

interface Submission extends DataOptions {
  readonly out: string
  readonly witness?: string
  readonly from?: string
}

/** `omamori ledger key|witnesses|name-witness|drop-witness|witness|submission|cosign`: who witnesses this journal. */
export function addLedgerWitness(ledger: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  const add = (name: string, described: string, rest: string) =>
    withData(ledger.command(name), terminal)
      .description(described)
      .addHelpText('after', `\n${example}: omamori ledger ${name.split(' ')[0]} --data ~/omamori-data${rest}`)
  add('key', commands['ledger key'], '').action((chosen: DataOptions) => key(chosen, terminal))
  add('witnesses', commands['ledger witnesses'], ' --json')
    .option('--json', options.json)
    .action((chosen: DataOptions & { readonly json?: boolean }) => list(chosen, terminal))
  add('name-witness', commands['ledger name-witness'], ' --label 例題市医師会 --url http://192.0.2.10:8421 --key …')
    .requiredOption('--label <words>', options.label)
    .requiredOption('--key <key...>', options.witnessKeys)
    .option('--url <address>', options.witnessUrl)
    .action((chosen: Named) => name(chosen, terminal))
  add('drop-witness <id>', commands['ledger drop-witness'], ' 3f2a9c10').action((id: string, chosen: DataOptions) =>
    drop(id, chosen, terminal),
  )
  add('witness', commands['ledger witness'], '').action((chosen: DataOptions) => ask(chosen, terminal))
  add('submission', commands['ledger submission'], ' --out 立会いの依頼.txt')
    .requiredOption('--out <file>', options.output)
    .option('--witness <id>', options.witnessId)
    .option('--from <size>', options.fromSize)
    .action((chosen: Submission) => submission(chosen, terminal))
  add('cosign <file>', commands['ledger cosign'], ' 連署.txt').action((file: string, chosen: DataOptions) =>
    cosign(file, chosen, terminal),
  )
}

/** Only looks, like the two after it: the key is handed to the witness. */
async function key(place: DataOptions, { say, end }: Terminal): Promise<void> {
  await atConsole(
    place,
    async ({ federation }, caller) => {
      const { log } = await federation.readWitnessing(caller)
      if (!log) throw new Refusal('not-found', { what: 'log' })
      say(log.verifierKey)
    },
    true,
  )
  end(exit.fine)
}

/** Ends with 1 while there is something to be alarmed at. */
async function list(
  { json, ...place }: DataOptions & { readonly json?: boolean },
  { say, end, words, language }: Terminal,
): Promise<void> {
  await atConsole(
    place,
    async ({ federation }, caller) => {
      const view = await federation.readWitnessing(caller)
      if (json) say(JSON.stringify(view, undefined, 2))
      else {
        say(words.witness.standing(view.witnessed, view.log?.durableSize ?? 0))
        for (const { witnessId, label, answer, cosignedAt = '－' } of view.witnesses) {
          const said = answer === undefined ? words.witness.notAsked : answerWords[answer][language]
          say(`${witnessId.slice(0, 8)}  ${label}  ${cosignedAt}  ${said}`)
        }
      }
      end(view.alarm ? exit.findings : exit.fine)
    },
    true,
  )
}

async function name({ label, key: keys, url, ...place }: Named, { say, end, words }: Terminal): Promise<void> {
  await atConsole(place, async ({ federation }, caller) => {
    const request = { label, keys: keys.join('\n'), ...(url === undefined ? {} : { url }) }
    say(words.witness.named((await federation.nameWitness(caller, request)).slice(0, 8)))
  })
  end(exit.fine)
}

async function drop(id: string, place: DataOptions, { say, end, words }: Terminal): Promise<void> {
  await atConsole(place, async ({ federation }, caller) => {
    await federation.dropWitness(caller, idOf(id, (await federation.readWitnessing(caller)).witnesses))
    say(words.witness.dropped)
  })
  end(exit.fine)
}

/** Ends with 1 unless every witness cosigned. */
async function ask(place: DataOptions, { say, end, words, language }: Terminal): Promise<void> {
  await atConsole(place, async ({ federation }, caller) => {
    const outcomes = await federation.askNow(caller)
    if (outcomes.length === 0) say(words.witness.nobody)
    for (const { label, answer } of outcomes) say(`${label}  ${answerWords[answer][language]}`)
    end(outcomes.some(({ answer }) => answer !== 'cosigned') ? exit.findings : exit.fine)
  })
}

/** Only looks: the witness that the file goes to may be on another machine. */
async function submission({ out, witness, from, ...place }: Submission, { say, end, words }: Terminal): Promise<void> {
  const size = from === undefined ? undefined : Number(from)
  if (size !== undefined && !Number.isSafeInteger(size)) throw new Refusal('malformed', { id: from })
  await atConsole(place, async ({ federation }, caller) => {
    const { witnesses } = await federation.readWitnessing(caller)
    const witnessId = witness === undefined ? undefined : idOf(witness, witnesses)
    await writeFile(out, await federation.writeSubmission(caller, { witnessId, from: size }))
  })
  say(words.wrote(out))
  end(exit.fine)
}

async function cosign(file: string, place: DataOptions, { say, end, words }: Terminal): Promise<void> {
  const note = Buffer.from(await readInput(file)).toString()
  await atConsole(place, async ({ federation }, caller) => {
    say(words.witness.cosigned((await federation.takeCosigned(caller, note)).join('、')))
  })
  end(exit.fine)
}

function idOf(start: string, witnesses: readonly { readonly witnessId: string }[]): string {
  const [found, ...more] = witnesses.filter(({ witnessId }) => witnessId.startsWith(start))
  if (!found || more.length > 0) throw new Refusal('not-found', { id: start })
  return found.witnessId
}
