import { said } from '../said.ts'

/** What this room knows better about a refusal, by its reason. */
export const emergencyRefusals = {
  'emergency-medium-away': said(
    [
      'パッケージを置くフォルダーがありません。',
      '何も書いていません。媒体がつながっているか、フォルダーの名前を確かめてください。',
    ],
    [
      'The folder for the packages is not there.',
      'Nothing was written. See whether the medium is connected, and the name of the folder.',
    ],
  ),
  'emergency-passphrase-differs': said(
    ['2回の合言葉が違います。', '何も書いていません。もう一度、始めからお試しください。'],
    ['The two passphrases differ.', 'Nothing was written. Begin again.'],
  ),
} as const
