import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import type { DataIssue } from '@omamori/guideline'
import { type Issue, knowsIssue, sayIssue } from '#registry/contract'
import { Refusal } from '#shared'
import { signatureRefusals } from '#signature'
import { sayRefusal } from '../server/index.ts'
import { exit, exitOf } from './exit.ts'
import type { Terminal } from './terminal.ts'

// A screenful; the rest is counted.
const ISSUES_SHOWN = 20

/** What happened, what is safe, what to do; the exit code says of which sort it was. */
export function sayFailure(error: unknown, terminal: Terminal): void {
  if (error instanceof Refusal) sayRefused(error, terminal)
  else sayFault(error, terminal)
}

/** A fault is our mistake: the person gets a number, and a file that only they can read gets the cause. */
function sayFault(error: unknown, { words, note, end }: Terminal): void {
  const number = randomBytes(3).toString('hex').toUpperCase()
  const file = join(tmpdir(), `omamori-fault-${number}.log`)
  writeFileSync(file, inspect(error), { mode: 0o600 })
  note(words.fault(number, file))
  end(exit.fault)
}

function sayRefused(refusal: Refusal, terminal: Terminal): void {
  if (typeof refusal.facts.guideline === 'string') {
    sayUnusableData(refusal, terminal)
    return
  }
  const { title, detail } = sayRefusal(refusal, terminal.language)
  const issues = Array.isArray(refusal.facts.issues) ? (refusal.facts.issues as readonly Issue[]) : []
  const known =
    sayMissing(refusal, terminal) ??
    sayWrongFile(refusal, issues, terminal) ??
    sayOtherFacility(refusal, terminal) ??
    saySignature(refusal, terminal)
  terminal.note(known ?? `${title}${terminal.language === 'en' ? ' ' : ''}${detail}`)
  for (const issue of issues.slice(0, ISSUES_SHOWN)) terminal.note(`  ${sayPlace(issue, terminal)}`)
  if (issues.length > ISSUES_SHOWN) terminal.note(`  ${terminal.words.more(issues.length - ISSUES_SHOWN)}`)
  for (const key of ['file', 'limit', 'id'] as const) {
    const value = refusal.facts[key]
    if (known === undefined && (typeof value === 'string' || typeof value === 'number')) terminal.note(`  ${value}`)
  }
  terminal.end(exitOf[refusal.code])
}

/** About a signature: the sentence, and below it which file, and what was said of it. */
function saySignature({ facts }: Refusal, { language }: Terminal): string | undefined {
  const words = typeof facts.reason === 'string' ? signatureRefusals[facts.reason] : undefined
  const named = [facts.file, facts.id, facts.indication, facts.subIndication, facts.said].flat()
  return words && [words[language], ...named.flatMap((one) => (typeof one === 'string' ? [`  ${one}`] : []))].join('\n')
}

/** What is wrong at one place; of other rooms than the registry only the place is named. */
function sayPlace(issue: Issue, { language, words }: Terminal): string {
  return knowsIssue(issue) ? sayIssue(issue, language) : words.unusable(issue.path)
}

/** A folder of guideline data that would lose answers, or leads nowhere: nothing was opened. */
function sayUnusableData({ code, facts }: Refusal, { words, note, end }: Terminal): void {
  const issues = facts.guidelineIssues as readonly DataIssue[]
  note(words.unusableData(String(facts.guideline)))
  for (const issue of issues.slice(0, ISSUES_SHOWN)) note(`  ${words.dataIssue(issue)}`)
  if (issues.length > ISSUES_SHOWN) note(`  ${words.more(issues.length - ISSUES_SHOWN)}`)
  end(exitOf[code])
}

/** How many places of which file are to be put right. */
function sayWrongFile({ facts }: Refusal, issues: readonly Issue[], { words }: Terminal): string | undefined {
  if (typeof facts.file !== 'string' || issues.length === 0) return undefined
  // The reader stops listing at some number and says how many more there are.
  const count = issues.reduce((sum, { code, size = 1 }) => sum + (code === 'more-issues' ? size : 1), 0)
  return words.issues(count, facts.file)
}

/** A sample is never opened over something else. */
function sayOtherFacility({ facts }: Refusal, { words }: Terminal): string | undefined {
  if (facts.reason !== 'another-facility') return undefined
  return words.anotherFacility(String(facts.holds), String(facts.wanted))
}

/** On the command line we know what was looked for, and say so. */
function sayMissing({ code, facts }: Refusal, { words }: Terminal): string | undefined {
  if (typeof facts.needs === 'string' && code === 'malformed')
    return `${words.usage['commander.missingMandatoryOptionValue']}: ${facts.needs}`
  if (code !== 'not-found') return undefined
  if (facts.reason === 'no-facility') return words.noFacility
  if (typeof facts.data === 'string') return words.notFound.data(facts.data)
  if (typeof facts.file === 'string') return words.notFound.file(facts.file)
  return typeof facts.id === 'string' ? words.notFound.id(facts.id) : undefined
}
