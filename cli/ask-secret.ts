import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { Refusal } from '#shared'

interface Asked {
  /** A file with the secret on one line. */
  readonly file: string | undefined
  /** The environment variable that may hold it. */
  readonly variable: string
  readonly question: string
  /** The option that is missing where nobody can be asked. */
  readonly option: string
}

/** 合い言葉 — from a file, the environment or the person, and never from the command line: everybody on the machine can read that. */
export async function askSecret({ file, variable, question, option }: Asked): Promise<string> {
  if (file !== undefined) {
    const text = await readFile(file, 'utf8').catch(() => undefined)
    if (text === undefined) throw new Refusal('not-found', { file })
    return text.replace(/\r?\n$/, '')
  }
  const given = process.env[variable]
  if (given !== undefined) return given
  if (!process.stdin.isTTY) throw new Refusal('malformed', { needs: `${option} / ${variable}` })
  return askUnseen(question)
}

async function askUnseen(question: string): Promise<string> {
  const output = new Writable({ write: (_chunk, _encoding, done) => done() })
  const line = createInterface({ input: process.stdin, output, terminal: true })
  line.once('SIGINT', () => process.exit(130))
  process.stderr.write(question)
  try {
    return await line.question('')
  } finally {
    line.close()
    process.stderr.write('\n')
  }
}
