/** Why a folder cannot hold the data: what happened, what is safe, what to do. */
export const placeRefusals = {
  'place-on-network': {
    ja: {
      title: 'データのフォルダーが、共有フォルダー（NASなど、ネットワークや仮想環境の共有）にあります。',
      detail:
        'そこでは「保存しました」のあとに記録が失われることがあるため、何も作らず、何も変えずに止めました。このパソコンに内蔵のディスク、または直接つないだディスクのフォルダーを --data に指定してください。共有フォルダーには写し（バックアップ）を置けます。',
    },
    en: {
      title: 'The data folder lies on a shared file system (a NAS, or a folder shared by a host).',
      detail:
        'There, what was said to be saved can be lost; so nothing was made and nothing was changed. Name a folder on a disk inside this computer, or connected to it directly, with --data. A share is a place for copies (backups).',
    },
  },
  'place-synchronised': {
    ja: {
      title: 'データのフォルダーが、クラウドと同期されるフォルダーの中にあります。',
      detail:
        '同期のプログラムが書きかけの記録を写したり古いものに戻したりするおそれがあり、患者の情報が外に出ることにもなるため、何も作らず、何も変えずに止めました。同期されないフォルダーを --data に指定してください。',
    },
    en: {
      title: 'The data folder lies in a folder that is synchronised with a cloud.',
      detail:
        'The program that synchronises may copy half-written records or bring back old ones, and patients’ information would leave the building; so nothing was made and nothing was changed. Name a folder that is not synchronised with --data.',
    },
  },
} as const
