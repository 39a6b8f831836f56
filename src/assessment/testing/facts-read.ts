import type { Facility } from '#registry/contract'
import type { Day } from '#shared'
import type { Rule } from '../rules/rule.ts'

/** Every fact of a facility that a rule looked at, by its path; items are named by their id. What is absent is no fact. */
export function factsRead(rule: Rule | undefined, facility: Facility, on: Day): readonly (readonly string[])[] {
  const read = new Map<string, readonly string[]>()
  const watched = watch(facility, [], (path) => read.set(path.join('.'), path))
  rule?.(watched as Facility, on)
  return [...read.values()]
}

function watch(value: unknown, at: readonly string[], note: (path: readonly string[]) => void): unknown {
  if (typeof value !== 'object' || value === null) return value
  return new Proxy(value, {
    get(target, key, receiver) {
      const child: unknown = Reflect.get(target, key, receiver)
      if (typeof key !== 'string' || typeof child === 'function' || !Object.hasOwn(target, key)) return child
      const step = Array.isArray(target) ? (idOf(child) ?? key) : key
      if (['id', 'name', 'length', 'format', 'asOf', 'profile'].includes(step)) return watch(child, [...at, step], note)
      const path = [...at, step]
      // The words of a list, such as the factors of a system, are one fact together.
      const isWord = Array.isArray(target) && typeof child !== 'object'
      if (child !== undefined && !isWord) note(path)
      return watch(child, path, note)
    },
  })
}

function idOf(child: unknown): string | undefined {
  return typeof child === 'object' && child !== null ? (child as { readonly id?: string }).id : undefined
}
