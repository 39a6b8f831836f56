import type { Practices } from './queries.ts'
import type { AnyOf, Choice, Question } from './questions.ts'

/** はい・いいえ・わからない. What nobody knows stays absent, and is later judged as unknown. */
export type Reply = 'yes' | 'no' | 'unknown'
export type Answer = Readonly<Record<string, Reply>>

const isShown = (choice: Choice, answer: Answer) => !choice.under || answer[choice.under] === 'yes'

/** The choices that make sense beside the ones already taken. */
export function shownChoices(question: Question, answer: Answer): readonly Choice[] {
  return question.choices.filter((choice) => isShown(choice, answer))
}

/** What an answer writes: null takes a fact back that nobody knows any more. */
export type Patch = Readonly<Record<string, boolean | null>>

/** The facts of this question, and of no other. */
export function learntBy(question: Question, answer: Answer): Patch {
  const open = [...factsOf(question)].map((fact): [string, null] => [fact, null])
  const learnt = [
    ...question.choices.flatMap((choice) => learntFrom(choice, answer)),
    ...(question.anyOf ?? []).flatMap((group) => learntFromAny(group, answer)),
  ]
  return Object.fromEntries([...open, ...learnt])
}

/** What was answered before, as the boxes show it; a fact left open among answered ones was answered "unknown". */
export function answerFrom(question: Question, practices: Practices): Answer {
  const answered = [...factsOf(question)].some((fact) => fact in practices)
  return Object.fromEntries(
    question.choices.flatMap(({ key, facts = [], under }): readonly [string, Reply][] => {
      const [fact] = facts
      if (fact === undefined) return []
      const known = practices[fact]?.answer
      if (known !== undefined) return [[key, known ? 'yes' : 'no']]
      return [[key, answered && !under ? 'unknown' : 'no']]
    }),
  )
}

function learntFrom(choice: Choice, answer: Answer): readonly [string, boolean][] {
  const { facts = [], implies = [], closes = [] } = choice
  // What is hidden under a choice was settled by that choice: `closes` said no, or nobody knows.
  if (!isShown(choice, answer)) return []
  const say = (names: readonly string[], value: boolean): [string, boolean][] => names.map((name) => [name, value])
  switch (answer[choice.key] ?? 'no') {
    case 'yes':
      return say([...facts, ...implies], true)
    case 'no':
      return say([...facts, ...closes], false)
    case 'unknown':
      return []
  }
}

function learntFromAny({ fact, of, closes = [] }: AnyOf, answer: Answer): readonly [string, boolean][] {
  const replies = of.map((key) => answer[key] ?? 'no')
  if (replies.includes('yes')) return [[fact, true]]
  if (replies.includes('unknown')) return []
  return [fact, ...closes].map((name) => [name, false])
}

function factsOf({ choices, anyOf = [] }: Question): ReadonlySet<string> {
  const own = choices.flatMap(({ facts = [], implies = [], closes = [] }) => [...facts, ...implies, ...closes])
  return new Set([...own, ...anyOf.flatMap(({ fact, closes = [] }) => [fact, ...closes])])
}
