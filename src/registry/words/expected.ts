import { itemKinds } from '../facility/facility.ts'
import type { Words } from '../facility/field.ts'
import type { Expected } from '../issue.ts'
import { units } from './unit.ts'

// Beyond a dozen names a message is no longer read; the page of the format has them all.
const NAMES_SHOWN = 12

/** What to write, as a sentence: 「0から256までの整数（文字）で書いてください。」 */
export function sayExpected(expected: Expected): Words {
  switch (expected.type) {
    case 'text':
      return say(`${expected.max}文字までの文字で書いてください。`, `Write text of at most ${expected.max} characters.`)
    case 'flag':
      return say('true（はい）か false（いいえ）で書いてください。', 'Write true or false.')
    case 'count':
      return sayCount(expected)
    case 'day':
      return say('2026-11-22 のような、暦にある日で書いてください。', 'Write a day that exists, such as 2026-11-22.')
    case 'id':
      return say(
        '半角の英小文字・数字・ハイフンで64文字までの番号を書いてください（例 p-01。none は使えません）。',
        'Write an id of small letters, digits and hyphens, at most 64 (for example p-01, but not none).',
      )
    case 'choice':
    case 'choices':
      return sayChoice(expected)
    case 'reference':
    case 'references':
      return sayReference(expected)
    case 'map':
      return expected.names
        ? say(`項目（${listed(expected.names)}）を並べて書いてください。`, `Write members (${listed(expected.names)}).`)
        : say('「名前: 値」の形で並べて書いてください。', 'Write members as "name: value".')
    case 'list':
      return say('「- 」で始まる一覧で書いてください。', 'Write a list, each entry beginning with "- ".')
    case 'exactly':
      return say(`「${expected.value}」と書いてください。`, `Write "${expected.value}".`)
    case 'name':
      return sayName(expected)
    case 'limit':
      return say(`${figure(expected.max)}までです。`, `The limit is ${figure(expected.max)}.`)
  }
}

function say(ja: string, en: string): Words {
  return { ja, en }
}

function sayCount({ max, unit, never }: Extract<Expected, { type: 'count' }>): Words {
  const least = never ? 1 : 0
  const orNever = never ? { ja: 'か never', en: ', or never' } : { ja: '', en: '' }
  return say(
    `${least}から${figure(max)}までの整数（${units[unit].ja}）${orNever.ja}で書いてください。`,
    `Write a whole number from ${least} to ${figure(max)} (${units[unit].en})${orNever.en}.`,
  )
}

function sayChoice({ type, options }: Extract<Expected, { type: 'choice' | 'choices' }>): Words {
  const names = (language: 'ja' | 'en') =>
    Object.entries(options)
      .map(([key, words]) => (language === 'ja' ? `${key}（${words.ja}）` : `${key} (${words.en})`))
      .join(language === 'ja' ? '、' : ', ')
  return type === 'choices'
    ? say(`次の中から一覧で書いてください: ${names('ja')}。`, `Write a list of these: ${names('en')}.`)
    : say(`次のどれかで書いてください: ${names('ja')}。`, `Write one of these: ${names('en')}.`)
}

function sayReference({ type, to, orNobody }: Extract<Expected, { type: 'reference' | 'references' }>): Words {
  const words = to.map((kind) => (Object.hasOwn(itemKinds, kind) ? itemKinds[kind as 'person'].words : undefined))
  const ja = words.map((each) => each?.ja).join('・')
  const en = words.map((each) => each?.en.toLowerCase()).join(' or ')
  return type === 'references'
    ? say(`この記述にある${ja}の番号（id）を一覧で書いてください。`, `Write a list of ids of a ${en} of this facility.`)
    : say(
        `この記述にある${ja}の番号（id）${orNobody ? 'か none ' : ''}を書いてください。`,
        `Write the id of a ${en} of this facility${orNobody ? ', or none' : ''}.`,
      )
}

function sayName({ names, closest }: Extract<Expected, { type: 'name' }>): Words {
  if (closest) return say(`「${closest}」ではありませんか。`, `Did you mean "${closest}"?`)
  return say(`ここに書けるのは ${listed(names)} です。`, `Known here are ${listed(names)}.`)
}

function listed(names: readonly string[]): string {
  const more = names.length > NAMES_SHOWN ? ', …' : ''
  return `${names.slice(0, NAMES_SHOWN).join(', ')}${more}`
}

function figure(number: number): string {
  return number.toLocaleString('en-US')
}
