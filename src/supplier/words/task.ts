// What the list of tasks says of a sheet. A task is written in the language of the facility's papers, like those people write.

/** A name of a company fits on one line of a list. */
const NAME_LENGTH = 100

export const waitingWords = {
  title: (supplierName: string, number: number) =>
    `${supplierName.slice(0, NAME_LENGTH)}から、質問票 第${number}号の回答を受け取る`,
  answered: 'すべての質問に回答があった',
  replaced: '新しい質問票に引き継いだ',
  closed: '質問票を閉じた',
} as const
