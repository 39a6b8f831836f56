import { fieldsOf } from './expected-at.ts'
import { type AnyKind, itemKinds } from './facility/facility.ts'
import type { Field, Words } from './facility/field.ts'

/** A field with the words of the groups it lies in. */
export interface FieldPlace extends Pick<Field<unknown>, 'words' | 'help' | 'shape' | 'schema'> {
  readonly within: readonly Words[]
}

/** The field a fact reference such as `passwordPolicy.minLength` means, or undefined when the kind has none. */
export function fieldAt(kind: string, path: string): FieldPlace | undefined {
  if (!Object.hasOwn(itemKinds, kind)) return undefined
  let fields = fieldsOf(itemKinds[kind as keyof typeof itemKinds] as AnyKind)
  const within: Words[] = []
  const steps = path.split('.')
  for (const [index, step] of steps.entries()) {
    const field = Object.hasOwn(fields, step) ? fields[step] : undefined
    if (!field) return undefined
    const { words, help, shape, schema } = field
    if (index === steps.length - 1) return { words, help, shape, schema, within }
    if (shape.type !== 'group') return undefined
    within.push(words)
    fields = shape.fields
  }
  return undefined
}

/** 「パスワードの決まり › 最小の文字数」; the path itself when it is not known. */
export function sayField(kind: string, path: string, language: 'ja' | 'en'): string {
  const place = fieldAt(kind, path)
  return place ? [...place.within, place.words].map((words) => words[language]).join(' › ') : path
}
