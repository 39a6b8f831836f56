import { loadEdition } from '@omamori/guideline'
import { expect, test } from 'vitest'
import type { ActionCode, Finding, FindingCode, Reason } from '../contract.ts'
import { assess } from '../judge.ts'
import { present } from '../present.ts'
import { presentedAssessmentSchema } from '../presented-schema.ts'
import { factPaths, withFact, without } from '../testing/change.ts'
import { compliantFacility, ON } from '../testing/compliant-facility.ts'
import { en } from './en.ts'
import { ja } from './ja.ts'
import { sayAction, sayContradiction, sayDecision, sayFinding, sayReason } from './say.ts'

const edition = loadEdition()
const judged = (facility = compliantFacility, on = ON) =>
  assess({ edition, facility, attestations: [], exemptions: [], on })

const about = { kind: 'system', id: 'emr', name: '電子カルテ', field: 'passwordPolicy.minLength' }

test('a weak password is said with its figures, in both languages', () => {
  const finding: Finding = {
    state: 'not-met',
    code: 'password-weak',
    about,
    facts: { minLength: 8, factors: 'knowledge', maxAgeDays: 'never', mixedCharacters: true },
  }
  expect(sayFinding(finding, 'ja')).toBe('「電子カルテ」は、8文字・一要素・変更なしのパスワードを許しています。')
  expect(sayFinding(finding, 'en')).toBe(
    '“電子カルテ” allows passwords of 8 characters, as the only factor, never changed.',
  )
})

test('what a supplier can mend is asked of the supplier by name', () => {
  const action = {
    code: 'password-weak',
    facts: { name: '電子カルテ', kind: 'system', supplier: 'みほん保守' },
  } as const
  expect(sayAction(action, 'ja')).toBe(
    '「みほん保守」に、「電子カルテ」のパスワードを13文字以上にできるか問い合わせてください。',
  )
})

test('the same step is a request to whoever does it, and a decision to the director', () => {
  const action = { code: 'owner-none', facts: { name: '予約', kind: 'system' } } as const
  expect([sayAction(action, 'ja'), sayDecision(action, 'ja')]).toEqual([
    '「予約」の責任者を決めてください。',
    '「予約」の責任者を決める',
  ])
  expect([sayAction(action, 'en'), sayDecision(action, 'en')]).toEqual([
    'Name a responsible person for “予約”.',
    'Name a responsible person for “予約”',
  ])
})

test('English writes days out and counts one as one', () => {
  const overdue: Finding = {
    state: 'not-met',
    code: 'review-overdue',
    about: { kind: 'system', id: 'emr', name: 'EMR', field: 'log.reviewedOn' },
    facts: { day: '2026-08-03', ageDays: 1, limitDays: 30 },
  }
  expect(sayFinding(overdue, 'en')).toBe(
    "“EMR”: “Access log › Log looked at on” is 3 August 2026 (1 day ago), beyond the facility's 30 days.",
  )
  const accounts = (count: number): Finding => ({ ...overdue, code: 'leaver-accounts', facts: { count } })
  expect([1, 3].map((count) => sayFinding(accounts(count), 'en'))).toEqual([
    'In “EMR”, 1 account of people who left or moved is still active.',
    'In “EMR”, 3 accounts of people who left or moved are still active.',
  ])
})

test('what only the supplier knows of itself is asked without saying its name twice', () => {
  const about = { kind: 'supplier', name: 'みほん保守', supplier: 'みほん保守', field: 'maintenance.operationsLogged' }
  expect(sayAction({ code: 'ask-supplier', facts: about }, 'ja')).toBe(
    '「みほん保守」に、「保守の操作の詳しいログ」について問い合わせてください。',
  )
  expect(sayAction({ code: 'ask-supplier', facts: about }, 'en')).toBe(
    'Ask “みほん保守” about this: “Detailed log of operations”.',
  )
})

test('a limit that the facility has not set is named', () => {
  const finding: Finding = { state: 'unknown', code: 'limit-missing', about, facts: { limit: 'logReviewDays' } }
  expect(sayFinding(finding, 'ja')).toBe('当院の期限（「アクセスログを確かめる間隔」）が決まっていません。')
})

test('both languages have a sentence for every code, and it is not the other language', () => {
  expect(Object.keys(en.findings).sort()).toEqual(Object.keys(ja.findings).sort())
  expect(Object.keys(en.actions).sort()).toEqual(Object.keys(ja.actions).sort())
  const facts = { subject: 'system', threat: 'paper', option: 'a', limit: 'logReviewDays', day: ON, ageDays: 3 }
  const thing = { kind: 'system', id: 'emr', name: 'EMR', field: 'ownerId' }
  for (const code of Object.keys(ja.findings) as FindingCode[]) {
    expect(sayFinding({ code, facts, about: thing }, 'ja')).toMatch(/。$/)
    expect(sayFinding({ code, facts, about: thing }, 'en')).toMatch(/^[^\p{Script=Han}\p{Script=Hiragana}]+\.$/u)
  }
  for (const code of Object.keys(ja.actions) as ActionCode[]) {
    const action = { code, facts: { ...facts, kind: 'system', name: 'EMR', field: 'ownerId', supplier: 'S' } }
    expect(sayAction(action, 'ja')).toMatch(/ください。$/)
    expect(sayDecision(action, 'ja')).not.toMatch(/ください|。$/)
    expect(sayAction(action, 'en')).toMatch(/^[^\p{Script=Han}\p{Script=Hiragana}]+\.$/u)
  }
  for (const reason of Object.keys(ja.reasons) as Reason[]) {
    expect(sayReason(reason, 'ja')).toMatch(/。$/)
    expect(sayReason(reason, 'en')).toMatch(/^[^\p{Script=Han}\p{Script=Hiragana}]+\.$/u)
  }
})

test('a contradiction names the question and the thing that speaks against the answer', () => {
  const said = sayContradiction({ fact: 'usesWirelessLan', about }, '無線LANを使っていますか。', 'ja')
  expect(said).toContain('「無線LANを使っていますか。」')
  expect(said).toContain('「電子カルテ」')
})

test('no sentence made from a real facility has a hole in it', () => {
  const facilities = [
    compliantFacility,
    ...factPaths(compliantFacility).map((path) => without(compliantFacility, path)),
    withFact(compliantFacility, ['practices', 'usesWirelessLan'], false),
  ]
  for (const facility of facilities.filter((_, index) => index % 7 === 0)) {
    for (const language of ['ja', 'en'] as const) {
      const shown = present(judged(facility), edition, language)
      const sentences = [
        ...shown.requirements.flatMap(({ findings }) => findings.map(({ sentence }) => sentence)),
        ...shown.gaps.flatMap(({ sentence, action }) => [sentence, action.sentence]),
      ]
      expect(sentences.filter((sentence) => /「」|“”|undefined|\( |（）|^$/.test(sentence))).toEqual([])
    }
  }
})

test('the public form follows its schema, in both languages, and counts what it lists', () => {
  for (const language of ['ja', 'en'] as const) {
    const shown = present(judged(), edition, language)
    expect(presentedAssessmentSchema.parse(JSON.parse(JSON.stringify(shown)))).toBeTruthy()
    const met = shown.requirements.filter(({ state }) => state === 'met').length
    expect(met).toBe(shown.counts.C.met + shown.counts.D.met)
  }
})

test('an answer that the registry contradicts is shown with its question', () => {
  const facility = withFact(compliantFacility, ['practices', 'usesWirelessLan'], false)
  const { contradictions, requirements } = present(judged(facility), edition, 'ja')
  expect(contradictions).toMatchObject([{ fact: 'usesWirelessLan', about: { id: 'wifi' } }])
  expect(requirements.find(({ id }) => id === '6.5.C-15-3')?.state).toBe('met')
})
