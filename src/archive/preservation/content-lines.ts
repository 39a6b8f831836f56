import type { CheckState, NamedBucket, NamedSecondCopy, Trouble } from '#storage'
import type { ContentReport, ContentTrouble } from './check-contents.ts'

type Language = 'ja' | 'en'

const states = {
  ja: { whole: '異常なし', changed: '変わっている', missing: 'ない' },
  en: { whole: 'whole', changed: 'changed', missing: 'missing' },
} as const

const words = {
  ja: {
    looked: (count: number) => `${count}件の内容を読んで確かめました。`,
    copied: (count: number) => `新しい${count}件を、控えの場所に写しました。`,
    fine: '傷んだものはありませんでした。',
    ofDocument: (id: string, version: number, title: string) => `文書${title}（${id}）の第${version}版`,
    ofFile: (id: string) => `点検の証拠か記録のファイル（${id}）`,
    found: (whose: string, first: string, second: string) => `${whose}: 保管場所で${first}${second}`,
    second: (state: string) => `、控えで${state}`,
    repaired: '控えと合わせて直しました。',
    damaged: 'どちらからも直せません。この内容は、バックアップから戻してください。ほかの文書には関係しません。',
    notCopied: '保管場所の内容は無事です。控えに写せませんでした。控えのディスクの空きと、つながりを確かめてください。',
    summary: ({ files, looked, whole }: CheckState) =>
      `全${files}件のうち、確かめたもの${looked}件、無事なもの${whole}件。`,
    places: {
      none: '控えの場所がありません。傷んだ内容を直すには、omamori archive second-copy で決めてください。',
      absent: '控えの場所が、いま見つかりません。ディスクがつながっているかを確かめてください。',
      there: (copied: number) => `控えにあるもの${copied}件。`,
    },
    named: (folder: string) => `控えの場所を決めました: ${folder}\n次の確認のときに、いまある内容を写します。`,
    bucket: ({ endpoint, bucket, prefix }: NamedBucket) =>
      `保管場所を決めました: ${endpoint} の ${bucket}/${prefix}\n次の起動から、ここに保存します。いま動いているお守りがあれば、始め直してください。`,
    moved: (count: number) =>
      `いまある${count}件を写しました。もとのフォルダは、そのままです。omamori archive check で確かめてから、片付けてください。`,
    locked: (days: number) =>
      `保護（Object Lock）を確かめました: 消すことも、期間を縮めることも、断られました。期間は${days}日で、必要なあいだ毎日延ばします。廃棄した文書は、鍵を壊すので読めなくなりますが、暗号文は最長${days}日残ります。`,
    unlocked: '保護（Object Lock）は使いません。この場所の権限を持つ人は、内容を消せます。',
    sameDisk:
      'このフォルダは、データと同じディスクにあります。ディスクが壊れると、どちらも失われます。別のディスクを選んでください。',
  },
  en: {
    looked: (count: number) => `Read and checked ${count} contents.`,
    copied: (count: number) => `Copied ${count} new ones to the second place.`,
    fine: 'None of them is damaged.',
    ofDocument: (id: string, version: number, title: string) => `version ${version} of the document${title} (${id})`,
    ofFile: (id: string) => `a file of a proof or a record (${id})`,
    found: (whose: string, first: string, second: string) => `${whose}: ${first} in the first place${second}`,
    second: (state: string) => `, ${state} in the second`,
    repaired: 'Repaired from the other place.',
    damaged: 'It is whole in no place. Restore this content from a backup. No other document is concerned.',
    notCopied:
      'The content is whole in the first place. The second took no copy: see whether its disk is there and has room.',
    summary: ({ files, looked, whole }: CheckState) =>
      `Of ${files} files, ${looked} were looked at and ${whole} are whole.`,
    places: {
      none: 'There is no second place. Name one with omamori archive second-copy, so that damage can be repaired.',
      absent: 'The second place is not there now. See whether its disk is connected.',
      there: (copied: number) => `${copied} of them have a second copy.`,
    },
    named: (folder: string) => `Second copies go to ${folder}\nWhat is there already is copied at the next check.`,
    bucket: ({ endpoint, bucket, prefix }: NamedBucket) =>
      `Files go to ${bucket}/${prefix} at ${endpoint}\nfrom the next start on. Restart an Omamori that is running now.`,
    moved: (count: number) =>
      `Copied the ${count} files that are there. The folder stays as it is: run omamori archive check before you clear it.`,
    locked: (days: number) =>
      `The lock (Object Lock) is proved: deleting and shortening were both refused. It holds for ${days} days and is prolonged every day while a file is needed. Nobody can read a document that was destroyed, since its key is; its ciphertext stays for ${days} days at most.`,
    unlocked: 'There is no lock (Object Lock): whoever has the rights to the bucket can delete the contents.',
    sameDisk: 'This folder lies on the disk of the data itself: one fault takes both. Choose another disk.',
  },
} as const

/** What a check found, line by line. */
export function checkLines({ looked, copied, troubles, state }: ContentReport, language: Language): readonly string[] {
  const say = words[language]
  const lines = [say.looked(looked), ...(copied > 0 ? [say.copied(copied)] : [])]
  const found = troubles.length === 0 ? [say.fine] : troubles.flatMap((one) => [`! ${troubleLine(one, language)}`])
  return [...lines, ...found, ...stateLines(state, language)]
}

/** How it stands with all of them. */
export function stateLines(state: CheckState, language: Language): readonly string[] {
  const { summary, places } = words[language]
  return [summary(state), state.second === 'there' ? places.there(state.copied) : places[state.second]]
}

/** Where second copies go from now on, and what is wrong with the place. */
export function secondCopyLines({ folder, onSameDisk }: NamedSecondCopy, language: Language): readonly string[] {
  const { named, sameDisk } = words[language]
  return [named(folder), ...(onSameDisk ? [`! ${sameDisk}`] : [])]
}

/** Which bucket holds the files from now on, and what it promises. */
export function bucketLines(named: NamedBucket, language: Language): readonly string[] {
  const { bucket, moved, locked, unlocked } = words[language]
  const lock = named.lock ? locked(named.lock.horizonDays) : `! ${unlocked}`
  return [bucket(named), ...(named.copied > 0 ? [moved(named.copied)] : []), lock]
}

function troubleLine({ blobId, document, ...trouble }: ContentTrouble, language: Language): string {
  const say = words[language]
  const { first, second } = trouble
  const title =
    document?.title === undefined ? '' : language === 'ja' ? `「${document.title}」` : ` “${document.title}”`
  const whose = document ? say.ofDocument(document.documentId, document.version, title) : say.ofFile(blobId)
  const inSecond = second === undefined ? '' : say.second(states[language][second])
  return `${say.found(whose, states[language][first], inSecond)}${language === 'ja' ? '。' : '. '}${outcome(trouble, language)}`
}

function outcome({ first, repaired }: Pick<Trouble, 'first' | 'repaired'>, language: Language): string {
  const { repaired: mended, damaged, notCopied } = words[language]
  if (repaired) return mended
  return first === 'whole' ? notCopied : damaged
}
