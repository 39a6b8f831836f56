import type { Readable } from 'node:stream'
import type { LookContext } from '../look.ts'
import { type EngineAnswer, type EngineCall, lastWords, runEngine, streamEngine } from '../run-engine.ts'
import { Hindered } from '../watch.ts'

/** Nothing is written at the repository: no lock; and no cache, so that what is read is what lies there. */
function call({ path, secret = '' }: LookContext, words: readonly string[]): EngineCall {
  return {
    program: 'restic',
    words: ['--repo', path, '--no-lock', '--no-cache', ...words],
    variables: { RESTIC_PASSWORD: secret },
  }
}

export function callRestic(context: LookContext, words: readonly string[], enough?: RegExp): Promise<EngineAnswer> {
  const asked = { ...call(context, words), ...(enough ? { enough } : {}) }
  return runEngine(asked, context.environment, context.watch)
}

export function streamRestic(context: LookContext, words: readonly string[], read: (from: Readable) => Promise<void>) {
  return streamEngine(call(context, words), context.environment, context.watch, read)
}

/** What restic's complaint means. */
export function troubleOfRestic(stderr: string, secret?: string): Hindered {
  const said = lastWords(stderr, secret)
  if (/wrong password|no key found/i.test(stderr)) return new Hindered('wrong-password')
  if (/unsupported repository version|unsupported.*version/i.test(stderr))
    return new Hindered('engine-version', { found: said, needs: 'restic' })
  if (/permission denied/i.test(stderr)) return new Hindered('not-permitted', { said })
  if (/config file does not exist|repository does not exist|is there a repository|config.*no such file/i.test(stderr)) {
    return new Hindered('not-a-place', { said })
  }
  if (
    /ciphertext verification|invalid data|hash mismatch|unexpected EOF|does not match|not found in (the )?index/i.test(
      stderr,
    )
  ) {
    return new Hindered('damaged', { said })
  }
  return new Hindered('engine-failed', { said })
}
