import type { DocumentHead } from '#archive'

const states = {
  ja: { destroyed: '廃棄した', correcting: '訂正中', confirmed: '確定', draft: '未確定' },
  en: { destroyed: 'destroyed', correcting: 'being corrected', confirmed: 'confirmed', draft: 'not confirmed' },
} as const

/** What `omamori archive put | get | search` say. */
export const documentWords = {
  ja: {
    put: (id: string, version: number) =>
      `登録しました（第${version}版、未確定）: ${id}\n  資格のある人が、画面で内容を見て確定してください。`,
    got: (file: string, version: number, confirmed: boolean) =>
      `第${version}版${confirmed ? '' : '（未確定）'}を書きました: ${file}\n  取り出したことは、証跡に残ります。`,
    found: (one: DocumentHead, kind: string) => lineOf(one, kind, states.ja),
    more: (page: number) => `続きがあります: --page ${page}`,
  },
  en: {
    put: (id: string, version: number) =>
      `Registered (version ${version}, not confirmed): ${id}\n  Somebody with the licence for it looks at it on the page and confirms it.`,
    got: (file: string, version: number, confirmed: boolean) =>
      `Wrote version ${version}${confirmed ? '' : ' (not confirmed)'}: ${file}\n  That it was taken out stands in the journal.`,
    found: (one: DocumentHead, kind: string) => lineOf(one, kind, states.en),
    more: (page: number) => `There is more: --page ${page}`,
  },
} as const

type States = Readonly<Record<keyof (typeof states)['ja'], string>>

/** A line for each document, by tabs, so that other programs can read it as well. */
function lineOf(one: DocumentHead, kind: string, words: States): string {
  const { documentId, writtenOn, title, patient = '', confirmed, waiting, destroyedAt } = one
  const state = destroyedAt !== undefined ? 'destroyed' : !confirmed ? 'draft' : waiting ? 'correcting' : 'confirmed'
  return [documentId, writtenOn, kind, patient, words[state], title].join('\t')
}
