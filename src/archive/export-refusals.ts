import { said } from './said.ts'

/** What is known better about a refusal to write documents out, into a package of either sort. */
export const exportRefusals = {
  'export-folder-there': said(
    ['書き出す場所に、もうフォルダーがあります。', '何も書いていません。まだない名前を指定してください。'],
    ['The folder is there already.', 'Nothing was written. Name one that is not there yet.'],
  ),
  'export-nothing-chosen': said(
    ['書き出す文書がありません。', '何も書いていません。患者番号・日数を確かめるか、すべての文書を選んでください。'],
    ['There is no such document.', 'Nothing was written. Check the patients or the days, or choose all documents.'],
  ),
} as const
