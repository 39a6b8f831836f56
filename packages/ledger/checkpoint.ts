import { type Checkpoint, formatCheckpoint, parseCheckpoint } from './checkpoint-text.ts'
import { LedgerError } from './error.ts'
import { type NoteSigner, openNote, signNote } from './note.ts'
import type { VerifierKey } from './note-key.ts'

export { type Checkpoint, formatCheckpoint, parseCheckpoint } from './checkpoint-text.ts'

export function signCheckpoint(checkpoint: Checkpoint, signer: NoteSigner): string {
  return signNote(formatCheckpoint(checkpoint), [signer])
}

/** The checkpoint in a note signed by the key, which must bear the name of the log. */
export function openCheckpoint(note: string, key: VerifierKey): Checkpoint {
  const checkpoint = parseCheckpoint(openNote(note, [key]))
  if (checkpoint.origin === key.name) return checkpoint
  throw new LedgerError('checkpoint-malformed', {
    problem: 'another origin',
    expected: key.name,
    got: checkpoint.origin,
  })
}
