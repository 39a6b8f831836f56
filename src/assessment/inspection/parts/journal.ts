import { dayInWords } from '#paper'
import { dayOf } from '#shared'
import type { Part } from '../contract.ts'
import type { Material } from '../material.ts'
import { wordsOf } from '../words/words.ts'

/** 証跡の確かめ — what recomputing the whole history gave, with the figures by which anybody can do it again. */
export function journalPart({ language, journal }: Material): Part {
  const words = wordsOf(language)
  const findings = journal.findings.length + journal.leftOut
  return {
    id: 'journal',
    blocks: [
      {
        kind: 'facts',
        rows: [
          [words.verifiedOn, dayInWords(dayOf(journal.verifiedAt), language)],
          [words.entries, words.entriesCount(journal.entries)],
          [words.result, findings === 0 ? words.journalWhole : words.journalBroken(findings)],
        ],
      },
      {
        kind: 'table',
        title: words.logsTitle,
        heads: [words.log, words.size, words.signedSize, words.root],
        shares: [4, 2, 2, 7],
        rows: journal.logs.map(({ log, size, signedSize, root }) => [log, String(size), String(signedSize), root]),
      },
      { kind: 'note', text: words.journalNote },
    ],
    missing: findings === 0 ? [] : [words.journalBroken(findings)],
  }
}

/** この版で扱わないもの — what an inspection asks for and this version does not look at. It says so and no more. */
export function elsewherePart({ language }: Material): Part {
  const words = wordsOf(language)
  return { id: 'elsewhere', blocks: [{ kind: 'list', items: words.elsewhere }], missing: [words.elsewhereMissing] }
}
