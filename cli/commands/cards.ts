import type { Command } from 'commander'
import { dayOf } from '#shared'
import { type CardView, showCards } from '#signature'
import { exit } from '../exit.ts'
import type { Terminal } from '../terminal.ts'

/** `omamori cards MODULE`: which cards are there, and which of their certificates is for signing. No PIN is asked for. */
export function addCards(program: Command, terminal: Terminal): void {
  const { options, commands, example } = terminal.words
  program
    .command('cards')
    .description(commands.cards)
    .argument('<module>', options.tokenModule)
    .option('--json', options.json)
    .addHelpText('after', `\n${example}: omamori cards HpkiSigP11_MPKCS11H.dll`)
    .action(async (module: string, { json }: { json?: boolean }) => {
      const cards = await showCards(module)
      if (json) terminal.say(JSON.stringify({ cards }, undefined, 2))
      else
        terminal.say(
          cards.length === 0 ? terminal.words.noCards : cards.flatMap((card) => linesOf(card, terminal)).join('\n'),
        )
      terminal.end(cards.length === 0 ? exit.findings : exit.fine)
    })
}

function linesOf({ label, serialNumber, pin, certificates }: CardView, { words }: Terminal): readonly string[] {
  const told = certificates.map(
    ({ fingerprint, subject, notAfter, forSigning }) =>
      `  ${forSigning ? words.forSigning : words.notForSigning}  ${subject}  ${words.until(dayOf(notAfter))}\n    ${fingerprint}`,
  )
  return [`${label}  ${serialNumber}  ${words.pinStates[pin]}`, ...told]
}
