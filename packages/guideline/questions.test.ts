import { describe, expect, it } from 'vitest'
import {
  loadEdition,
  markWords,
  questionsAbout,
  requirement,
  requirementsFor,
  requirementsForRole,
  requirementsOfSection,
  search,
  section,
  term,
  termsIn,
} from './index.ts'

const edition = loadEdition()
const idsOf = (items: readonly { readonly id: string }[]) => items.map((item) => item.id)

describe('asking for requirements', () => {
  it('by an id that does not exist gives nothing', () => {
    expect(requirement(edition, '6.5.C-99')).toBe(undefined)
    expect(requirement(edition, 'constructor')).toBe(undefined)
  })

  it('by id, by section and by role', () => {
    expect(requirement(edition, '6.5.C-13')?.title.ja).toBe('二要素認証の採用(令和9年度)')
    expect(idsOf(requirementsOfSection(edition, '6.7'))).toEqual(['6.7.C-1', '6.7.C-2', '6.7.C-3', '6.7.C-4'])
    expect(idsOf(requirementsForRole(edition, 'management'))).toContain('6.1.C-1')
    expect(idsOf(requirementsForRole(edition, 'management'))).not.toContain('6.5.C-1')
    expect(section(edition, '6.10')?.title.ja).toContain('サイバー攻撃')
  })

  it('for a facility of which nothing is known leaves all but the unconditional ones open', () => {
    const { applicable, notApplicable, unknown } = requirementsFor(edition, {})
    expect(notApplicable).toEqual([])
    expect(applicable.every((item) => 'always' in item.appliesWhen)).toBe(true)
    expect(applicable.length + unknown.length).toBe(308)
  })

  it('for a facility without wireless LAN drops chapter 6.5 C-15 and all below it', () => {
    const { notApplicable } = requirementsFor(edition, { usesWirelessLan: false })
    expect(idsOf(notApplicable)).toEqual([
      '6.5.C-15',
      '6.5.C-15-1',
      '6.5.C-15-2',
      '6.5.C-15-3',
      '6.5.C-15-4',
      '6.5.C-15-5',
      '6.5.D-6',
    ])
  })

  it('for a firewall is decided by either an outside connection or a database server', () => {
    const withServer = requirementsFor(edition, { hasExternalConnection: false, hasDatabaseServer: true })
    expect(idsOf(withServer.applicable)).toContain('6.5.D-3')
    expect(idsOf(requirementsFor(edition, { hasExternalConnection: false }).unknown)).toContain('6.5.D-3')
  })
})

describe('searching', () => {
  it('for nothing, or for what does not occur, finds nothing', () => {
    expect(search(edition, ' 　')).toEqual([])
    expect(search(edition, 'パスワード 火星')).toEqual([])
  })

  it('finds the same item in Japanese, in English, in half-width letters and in hiragana', () => {
    for (const text of ['パスワード', 'password', 'PASSWORD', 'ﾊﾟｽﾜｰﾄﾞ', 'ぱすわーど']) {
      expect(idsOf(search(edition, text)), text).toContain('6.5.C-14')
    }
  })

  it('puts what has the word in its title before what has it in its summary', () => {
    const found = search(edition, 'バックアップ')
    expect(found[0]?.title.ja).toContain('バックアップ')
    expect(found.at(-1)?.title.ja).not.toContain('バックアップ')
  })

  it('finds an item by its id and by the reading of a term', () => {
    expect(search(edition, '6.5.C-14-4')[0]?.id).toBe('6.5.C-14-4')
    expect(idsOf(search(edition, 'しんせいせい'))).toContain('10.C-2-1')
  })

  it('wants every word', () => {
    const found = idsOf(search(edition, '無線LAN 暗号'))
    expect(found).toContain('6.5.C-15-3')
    expect(found).not.toContain('6.5.C-14')
  })
})

describe('the glossary', () => {
  it('knows a term by its spelling, its reading and its English name', () => {
    expect(term(edition, '見読性')?.en).toBe('readability')
    expect(term(edition, 'けんどくせい')?.term).toBe('見読性')
    expect(term(edition, 'Readability')?.term).toBe('見読性')
    expect(term(edition, '火星')).toBe(undefined)
  })

  it('finds the terms in a sentence, the longer before one hidden inside it', () => {
    const found = termsIn(edition, '企画管理者がリモート保守のＶＰＮを確かめる').map((one) => one.term)
    expect(found).toEqual(['企画管理者', 'VPN', 'リモートメンテナンス'])
  })

  it('does not find an abbreviation inside a word', () => {
    expect(termsIn(edition, 'an oracle in a database').map((one) => one.term)).toEqual([])
    expect(termsIn(edition, 'the ACL of the router').map((one) => one.term)).toEqual(['ACL'])
  })
})

describe('questions and answers', () => {
  it('are found by requirement and by section', () => {
    expect(idsOf(questionsAbout(edition, '6.10.C-4-6'))).toEqual(['draft-q-34-35'])
    expect(idsOf(questionsAbout(edition, '6.10'))).toContain('draft-q-33')
  })

  it('put the published Q-40 on HPKI before the draft that uses the same number', () => {
    const fortieth = questionsAbout(edition, '6.12').filter((one) => one.number === 'Q-40')
    expect(fortieth.map((one) => one.numbering)).toEqual(['published', 'draft'])
    expect(fortieth[0]?.gist.ja).toContain('HPKI')
    expect(fortieth[1]?.note?.ja).toContain('優先')
  })
})

describe('the mark beside an item', () => {
  it('has words in both languages', () => {
    const item = requirement(edition, '6.1.C-2-a')
    expect(item && markWords(edition, item)).toEqual([
      { ja: '番号 未照合', en: 'number not checked' },
      { ja: '内容 未照合', en: 'content not checked' },
    ])
  })

  it('is absent from an item that was read with its number', () => {
    const item = requirement(edition, '6.5.C-1')
    expect(item && markWords(edition, item)).toEqual([])
  })
})
