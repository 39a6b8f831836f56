import { type Field, fieldsOf, fieldValue } from '../fields.ts'
import { at, resolve, type View } from '../pdf/objects.ts'
import { spend } from '../pdf/open.ts'
import { isArray, isDictionary, nameOf, type PdfDictionary, textOf } from '../pdf/value.ts'
import type { Change, ChangeKind } from './change.ts'

/** 変更の制限 — what those who signed allowed after them (ISO 32000-2 §12.8.2.2 and §12.8.2.4). */
export interface Restriction {
  /** 1: nothing; 2: filling and signing; 3: annotations too. Where nobody said so it is taken as 2. */
  readonly allowed: 1 | 2 | 3
  readonly locks: readonly Lock[]
}

interface Lock {
  readonly action: 'All' | 'Include' | 'Exclude'
  readonly fields: ReadonlySet<string>
}

/** Of all signatures that stood in this state of the file; the narrowest counts. */
export function restrictionOf(view: View): Restriction {
  const signed = fieldsOf(view).filter((field) => field.type === 'Sig' && fieldValue(field) !== null)
  const parameters = signed.flatMap((field) => [...transformsOf(view, field), ...lockOf(view, field)])
  const levels = parameters
    .map(({ method, dictionary }) => levelOf(view, method, dictionary))
    .filter((level) => level !== null)
  const locks = parameters.map(({ dictionary }) => readLock(view, dictionary)).filter((lock) => lock !== null)
  const least = Math.min(...levels)
  return { allowed: least === 1 || least === 3 ? least : 2, locks }
}

interface Parameters {
  readonly method: string
  readonly dictionary: PdfDictionary
}

function transformsOf(view: View, field: Field): readonly Parameters[] {
  const signature = resolve(view, fieldValue(field))
  const references = isDictionary(signature) ? at(view, signature, 'Reference') : null
  const items = isArray(references) ? references.items : []
  spend(view.file, items.length)
  return items.flatMap((item) => {
    const one = resolve(view, item)
    if (!isDictionary(one)) return []
    const parameters = at(view, one, 'TransformParams')
    const method = nameOf(at(view, one, 'TransformMethod')) ?? ''
    return isDictionary(parameters) ? [{ method, dictionary: parameters }] : []
  })
}

/** The field's own /Lock says the same before it is signed, and since PDF 2.0 also what the whole document allows. */
function lockOf(view: View, { dictionary }: Field): readonly Parameters[] {
  const lock = at(view, dictionary, 'Lock')
  return isDictionary(lock) ? [{ method: 'Lock', dictionary: lock }] : []
}

function levelOf(view: View, method: string, dictionary: PdfDictionary): number | null {
  const level = at(view, dictionary, 'P')
  if (method === 'DocMDP') return typeof level === 'number' ? level : 2
  return method === 'Lock' && typeof level === 'number' ? level : null
}

function readLock(view: View, dictionary: PdfDictionary): Lock | null {
  const action = nameOf(at(view, dictionary, 'Action'))
  if (action !== 'All' && action !== 'Include' && action !== 'Exclude') return null
  const fields = at(view, dictionary, 'Fields')
  const items = isArray(fields) ? fields.items : []
  spend(view.file, items.length)
  return { action, fields: new Set(items.map((item) => textOf(resolve(view, item)) ?? '')) }
}

/** A lock on a field is one on all below it. */
function isLocked({ locks }: Restriction, field: string): boolean {
  const parts = field.split('.')
  const above = parts.map((_, i) => parts.slice(0, i + 1).join('.'))
  return locks.some(({ action, fields }) => {
    const named = above.some((name) => fields.has(name))
    return action === 'All' || (action === 'Include' ? named : !named)
  })
}

const always: ReadonlySet<ChangeKind> = new Set([
  'validation-data-added',
  'document-time-stamp-added',
  'metadata-dates-changed',
])
/** What is read of the document is what was signed: only proof was added, or a signature that is shown nowhere. */
export const leavesContent = ({ kind, facts }: Change): boolean =>
  always.has(kind) || (kind === 'signature-added' && facts.shown === 0)

const ofFilling: ReadonlySet<ChangeKind> = new Set(['field-filled', 'signature-added'])
const ofAnnotating: ReadonlySet<ChangeKind> = new Set(['annotation-added', 'annotation-changed', 'annotation-removed'])

/** Whose meaning we cannot tell: neither what is shown nor what was locked, but not what was signed either. */
const unclear: ReadonlySet<ChangeKind> = new Set(['metadata-changed', 'structure-changed'])

export type Judgement = 'permitted' | 'unclear' | 'forbidden'

export function judge({ kind, facts }: Change, restriction: Restriction): Judgement {
  if (kind === 'document-time-stamp-added' && facts.shown !== 0) return 'forbidden'
  if (always.has(kind)) return 'permitted'
  if (restriction.allowed >= 2 && ofFilling.has(kind)) {
    return isLocked(restriction, String(facts.field)) ? 'forbidden' : 'permitted'
  }
  if (restriction.allowed === 3 && ofAnnotating.has(kind) && facts.type !== 'Widget') return 'permitted'
  return unclear.has(kind) && restriction.allowed > 1 ? 'unclear' : 'forbidden'
}
