import type { CardKind } from '../wire.ts'
import { cardKindWords } from './card-words.ts'

// A task is written in the language of the facility's papers, like those people write.

/** A name fits on one line of a list. */
const NAME_LENGTH = 100

export const taskWords = {
  renewal: (holder: string, kind: CardKind) => `${holder.slice(0, NAME_LENGTH)}の${cardKindWords[kind].ja}を更新する`,
  renewalSteps: [
    '1. 発行した認証局に更新を申し込む（申込みの方法と要る書類は、発行元の案内で確かめる）。',
    '2. 届いたら、カード台帳で「後継を登録する」。この用件は、そこで完了になる。',
    '3. 前のカードは、発行元の案内のとおりに返すか廃棄し、台帳に書く。',
  ].join('\n'),
  loss: (holder: string, kind: CardKind) =>
    `${holder.slice(0, NAME_LENGTH)}の${cardKindWords[kind].ja}の失効を届け出る（紛失）`,
  lossSteps: [
    '1. 発行した認証局に、紛失と失効を届け出る。連絡先は、カードに付いてきた書類か発行元の公表資料で確かめる。',
    '2. 届け出た日時、相手、受付番号を、この用件のメモに残す。',
    '3. 証明書が失効リストに載ったことを確かめる。',
    '4. なくした日より後の署名に、覚えのないものがないか確かめる。',
    '5. 再発行を申し込み、届いたら台帳に後継として登録する。',
  ].join('\n'),
  replaced: '後継を台帳に登録した',
  over: '使わなくなった',
} as const
