import type { Readable } from 'node:stream'
import type { LookContext } from '../look.ts'
import { type EngineAnswer, type EngineCall, lastWords, runEngine, streamEngine } from '../run-engine.ts'
import { Hindered } from '../watch.ts'

/** Borg's own files stay in the scratch folder, and no lock is taken, so that a medium that is read only can be looked at. */
function call(
  { path, secret = '', place, environment }: LookContext,
  words: readonly string[],
  archive?: string,
): EngineCall {
  const [command = '', ...rest] = words
  const repository = archive === undefined ? path : `${path}::${archive}`
  return {
    program: 'borg',
    words: [command, '--bypass-lock', ...rest, repository, ...(command === 'export-tar' ? ['-'] : [])],
    variables: {
      BORG_PASSPHRASE: secret,
      BORG_BASE_DIR: environment.scratch,
      BORG_UNKNOWN_UNENCRYPTED_REPO_ACCESS_IS_OK: 'yes',
      BORG_RELOCATED_REPO_ACCESS_IS_OK: 'yes',
      BORG_CHECK_I_KNOW_WHAT_I_AM_DOING: 'NO',
      ...(place.keyFile === undefined ? {} : { BORG_KEY_FILE: place.keyFile }),
    },
  }
}

export function callBorg(context: LookContext, words: readonly string[]): Promise<EngineAnswer> {
  return runEngine(call(context, words), context.environment, context.watch)
}

export function streamBorg(
  context: LookContext,
  words: readonly string[],
  archive: string,
  read: (from: Readable) => Promise<void>,
) {
  return streamEngine(call(context, words, archive), context.environment, context.watch, read)
}

/** What Borg's complaint means. */
export function troubleOfBorg(stderr: string, secret?: string): Hindered {
  const said = lastWords(stderr, secret)
  if (/passphrase.*incorrect|no key file|key file.*not found/i.test(stderr)) return new Hindered('wrong-password')
  if (/does not exist|not a valid repository|no such repository/i.test(stderr))
    return new Hindered('not-a-place', { said })
  if (/unsupported|unknown feature|newer version/i.test(stderr))
    return new Hindered('engine-version', { found: said, needs: 'borg' })
  if (/permission denied/i.test(stderr)) return new Hindered('not-permitted', { said })
  if (/integrity|corrupt|checksum|manifest|Traceback|no key|invalid/i.test(stderr))
    return new Hindered('damaged', { said })
  return new Hindered('engine-failed', { said })
}
