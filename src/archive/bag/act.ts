/** What this room writes in the journal, as the journal's page says it. */
export const bagActs = {
  'document.packed': { ja: '文書を長期保存パッケージに書き出した', en: 'wrote a document into a preservation package' },
  'archive.packed': { ja: '長期保存パッケージを作った', en: 'made a preservation package' },
} as const
