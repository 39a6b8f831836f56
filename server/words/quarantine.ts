import type { Language } from '../language.ts'

interface Said {
  readonly title: string
  readonly detail: string
}

const title = {
  ja: '読み取り専用にしています。いまは何も書き込みません。',
  en: 'This is read-only now. Nothing is written.',
}

const details = {
  'older-copy': {
    ja: '別の場所に控えた検印より、ここの証跡が古いためです。古いバックアップか、戻した仮想機械のようです。読むことはできます。新しいデータがあれば、止めてそれを戻してください。失われたことを承知で続けるときは、この機械で omamori ledger continue を実行し、理由を残してください。',
    en: 'The history here is older than the checkpoint kept elsewhere: an old backup, or a machine that was set back. Reading goes on. If you have newer data, stop and restore it. To go on knowing that something is lost, run omamori ledger continue on this machine and give the reason.',
  },
  differs: {
    ja: '別の場所に控えた検印と、ここの証跡の中身が異なるためです。書き換えられたか、二つに分かれています。読むことはできます。フォルダーの写しを取り、控えと合うバックアップを戻してください。',
    en: 'The history here is not the one of the checkpoint kept elsewhere: it was rewritten, or has forked. Reading goes on. Take a copy of the folder, and restore a backup that fits the checkpoint.',
  },
  unreadable: {
    ja: '別の場所に控えた検印が読めないためです。読むことはできます。控えのファイルを元に戻してください。戻せないときは、この機械で omamori ledger anchor を実行し、理由を残してください。',
    en: 'The checkpoint kept elsewhere cannot be read. Reading goes on. Put the file back. If that cannot be done, run omamori ledger anchor on this machine and give the reason.',
  },
  missing: {
    ja: '検印の控えを置く場所に、控えがないためです。読むことはできます。媒体がつながっているか確かめてください。控えを初めて置くときは、この機械で omamori ledger anchor を実行し、理由を残してください。',
    en: 'There is no checkpoint in the place named for it. Reading goes on. See whether the medium is connected. To keep one there for the first time, run omamori ledger anchor on this machine and give the reason.',
  },
} as const

/** Why nothing is written, what is safe, and the way out. */
export function sayQuarantine(because: unknown, language: Language): Said {
  const known = Object.entries(details).find(([reason]) => reason === because)?.[1] ?? details.unreadable
  return { title: title[language], detail: known[language] }
}
