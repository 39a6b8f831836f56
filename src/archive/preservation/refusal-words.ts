import { bucketRefusals } from './bucket-refusals.ts'

/** What this room knows better about a refusal, by its reason. */
export const preservationRefusals = {
  ...bucketRefusals,
  'second-copy-inside': {
    ja: {
      title: '控えの場所が、データの場所の中にあります。',
      detail: '何も変えていません。別のディスクのフォルダを選んでください。',
    },
    en: {
      title: 'The place for second copies lies within the data directory, or around it.',
      detail: 'Nothing was changed. Choose a folder on another disk.',
    },
  },
  'second-copy-of-another': {
    ja: {
      title: 'そのフォルダには、別のお守りの控えがあります。',
      detail: '何も変えていません。空のフォルダを選んでください。',
    },
    en: {
      title: 'That folder holds the second copies of another installation.',
      detail: 'Nothing was changed. Choose an empty folder.',
    },
  },
  'content-destroyed-meanwhile': {
    ja: {
      title: '同じ内容の文書が、ちょうど廃棄されました。',
      detail: '何も登録していません。もう一度、登録してください。',
    },
    en: {
      title: 'A document with the same content was destroyed at this very moment.',
      detail: 'Nothing was registered. Register it once more.',
    },
  },
} as const
