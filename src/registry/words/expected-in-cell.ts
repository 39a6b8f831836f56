import { itemKinds } from '../facility/facility.ts'
import type { Words } from '../facility/field.ts'
import type { Expected } from '../issue.ts'
import { sayExpected } from './expected.ts'
import { units } from './unit.ts'

/** What to write in a cell: in a workbook people choose words, where a file has keys. */
export function sayExpectedInCell(expected: Expected, within: 'workbook' | 'registry' = 'workbook'): Words {
  switch (expected.type) {
    case 'flag':
      return { ja: '「はい」か「いいえ」を選んでください。', en: 'Choose はい (yes) or いいえ (no).' }
    case 'day':
      return {
        ja: '2026/11/22、R8.11.22、令和8年11月22日 のような、暦にある日で書いてください。',
        en: 'Write a day that exists, such as 2026/11/22 or R8.11.22.',
      }
    case 'count':
      return sayCount(expected)
    case 'choice':
      return {
        ja: `次から1つを選んでください: ${options(expected, 'ja')}。`,
        en: `Choose one: ${options(expected, 'en')}.`,
      }
    case 'choices':
      return {
        ja: `次の中から、改行か「、」で区切って書いてください: ${options(expected, 'ja')}。`,
        en: `Write any of these, one a line: ${options(expected, 'en')}.`,
      }
    case 'reference':
    case 'references':
      return sayReference(expected, within)
    default:
      return sayExpected(expected)
  }
}

function sayCount({ max, unit, never }: Extract<Expected, { type: 'count' }>): Words {
  const least = never ? 1 : 0
  const most = max.toLocaleString('en-US')
  return {
    ja: `${least}から${most}までの整数（${units[unit].ja}）${never ? 'か「しない」' : ''}を書いてください。`,
    en: `Write a whole number from ${least} to ${most} (${units[unit].en})${never ? ', or しない (never)' : ''}.`,
  }
}

function options({ options }: Extract<Expected, { type: 'choice' | 'choices' }>, language: 'ja' | 'en'): string {
  const words = Object.values(options).map((each) => (language === 'ja' ? each.ja : `${each.ja} (${each.en})`))
  return words.join(language === 'ja' ? '、' : ', ')
}

function sayReference(
  { to, orNobody }: Extract<Expected, { type: 'reference' | 'references' }>,
  within: 'workbook' | 'registry',
): Words {
  const place = within === 'workbook' ? { ja: 'この書類', en: 'this workbook' } : { ja: '台帳', en: 'the registry' }
  const kinds = to.flatMap((kind) => (Object.hasOwn(itemKinds, kind) ? [itemKinds[kind as 'person'].words] : []))
  const ja = kinds.map((each) => each.ja).join('・')
  const en = kinds.map((each) => each.en.toLowerCase()).join(' or ')
  return {
    ja: `${place.ja}にある${ja}の番号か名前${orNobody ? '（いなければ「決まっていない」）' : ''}を書いてください。`,
    en: `Write the id or name of a ${en} of ${place.en}${orNobody ? ' (決まっていない where there is nobody)' : ''}.`,
  }
}
