import type { Language } from './language.ts'
import { en } from './words/en.ts'
import { ja } from './words/ja.ts'

/** What a command is handed: its words, and where to say them. */
export interface Terminal {
  readonly language: Language
  readonly words: typeof ja
  /** The answer itself. */
  say(text: string): void
  /** Everything beside the answer, so that `--json` can be piped. */
  note(text: string): void
  /** How far something is, in one line that the next takes the place of; only where somebody watches. Empty, it goes away. */
  progress(text: string): void
  /** The exit code of a command that came to its end: 0, or 1 with findings. */
  end(code: number): void
}

export function openTerminal(language: Language): Terminal {
  process.stdout.on('error', stopWhenNobodyReads)
  return {
    language,
    words: language === 'en' ? en : ja,
    say: (text) => void process.stdout.write(`${text}\n`),
    note: (text) => void process.stderr.write(`${text}\n`),
    progress: (text) => void (process.stderr.isTTY && process.stderr.write(`\r${text}\u001b[K`)),
    end: (code) => {
      process.exitCode = code
    },
  }
}

/** `omamori … | head` closes the pipe when it has read enough: that is an end, not a fault. */
function stopWhenNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
  process.exit()
}
