import { type FactChange, sayField } from '#registry'
import type { Day } from '#shared'
import type { Language } from '../../contract.ts'
import { sayFinding, sayReason } from '../../words/say.ts'
import { sayDay } from '../../words/told.ts'
import type { Why } from '../why.ts'
import { sayValue } from './say-value.ts'

type QuestionOf = (fact: string) => string

/** One plain sentence for one reason. */
export function sayWhy(why: Why, language: Language, questionOf: QuestionOf): string {
  const ja = language === 'ja'
  switch (why.code) {
    case 'edition-changed':
      return ja
        ? `ガイドラインの版が ${why.before} から ${why.after} に変わりました。`
        : `The edition of the guideline changed from ${why.before} to ${why.after}.`
    case 'parts':
      return ja ? `中の項目 ${why.ids.join('、')} が変わりました。` : `Its parts ${why.ids.join(', ')} changed.`
    case 'found':
      return ja ? `いまの判定：${sayFinding(why.finding, language)}` : `Now: ${sayFinding(why.finding, language)}`
    case 'no-longer-found':
      return ja ? `前の判定：${sayFinding(why.finding, language)}` : `Then: ${sayFinding(why.finding, language)}`
    case 'fact':
      return sayFact(why.fact, language, questionOf)
    case 'attested':
      return ja
        ? `${why.by} が ${sayDay(why.on, language)} に申告しました。`
        : `${why.by} attested on ${sayDay(why.on, language)}.`
    case 'attestation-expired':
      return ja
        ? `${why.by} の申告の期限（${sayDay(why.on, language)}）が過ぎました。`
        : `What ${why.by} attested was valid until ${sayDay(why.on, language)}.`
    case 'attestation-withdrawn':
      return ja
        ? `${why.by} の申告（${sayDay(why.on, language)}）が取り下げられました。`
        : `What ${why.by} attested on ${sayDay(why.on, language)} was withdrawn.`
    case 'reason':
      return sayReason(why.reason, language)
    case 'judged-anew':
      return ja
        ? '台帳の事実と申告は同じです。日がたったか、判定のしかたが変わりました。'
        : 'Facts and words are the same: time has passed, or the way of judging changed.'
  }
}

/** The task of the plan that was done in between. */
export function sayDone(title: string, on: Day, language: Language): string {
  return language === 'ja'
    ? `用件「${title}」を ${sayDay(on, language)} に完了しました。`
    : `The task “${title}” was done on ${sayDay(on, language)}.`
}

function sayFact(fact: FactChange, language: Language, questionOf: QuestionOf): string {
  const ja = language === 'ja'
  if (fact.kind === 'practices') return sayAnswer(fact, language, questionOf)
  const name = ja ? `「${fact.name}」` : `“${fact.name}”`
  switch (fact.change) {
    case 'added':
      return ja ? `台帳に${name}が加わりました。` : `${name} was added to the registry.`
    case 'removed':
      return ja ? `台帳から${name}が外れました。` : `${name} was removed from the registry.`
    case 'changed': {
      if (fact.field === 'confirmedOn' && fact.after !== undefined) {
        const day = sayDay(String(fact.after), language)
        return ja ? `${name}の事実を ${day} に確かめ直しました。` : `${name} was confirmed again on ${day}.`
      }
      const field = sayField(fact.kind, fact.field, language)
      const [was, is] = [fact.before, fact.after].map((value) => sayValue(fact.kind, fact.field, value, language))
      return ja ? `${name}の「${field}」：${was} → ${is}` : `${name}, ${field}: ${was} → ${is}`
    }
  }
}

/** An answer to a question of applicability that was given, changed or taken back. */
function sayAnswer(fact: FactChange, language: Language, questionOf: QuestionOf): string {
  const ja = language === 'ja'
  if (fact.change !== 'changed') return ja ? '実施状況の質問に答えました。' : 'The questions were answered.'
  const [key = '', member] = fact.field.split('.')
  const question = questionOf(key)
  if (member === 'confirmedOn') return ja ? `「${question}」を確かめ直しました。` : `“${question}” was confirmed again.`
  const [was, is] = [fact.before, fact.after].map((value) => sayValue('practices', fact.field, value, language))
  return ja ? `「${question}」の答え：${was} → ${is}` : `Answer to “${question}”: ${was} → ${is}`
}
