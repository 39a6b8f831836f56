import type { PackageFile } from './contents.ts'

/** What somebody finds who looks into the folder before anything else, perhaps in ten years. */
export const readMe = ({ facility, madeAt, sample }: PackageFile, verifierKeys: readonly string[]): string =>
  `${[
    `長期保存パッケージ — ${facility}${sample ? '（見本: 架空の内容です）' : ''}`,
    `作った日時: ${inTokyo.format(new Date(madeAt))}`,
    '',
    '保存している文書の写しと、いつ・だれが登録し確定したかの証明です。お守りがなくても読めて、確かめられます。',
    '暗号化していません。患者の情報を含みます。鍵のかかる場所か、暗号化した媒体に置いてください。',
    '',
    'data/documents/ の下に、文書ごとのフォルダーがあります。',
    '  document.json   何の文書か、版、登録者、確定者、電子署名',
    '  v1.pdf など     内容（版ごと）',
    '  v1.signature-1.p7s   別ファイルの電子署名',
    '  journal-0001.proof / .detail / .salt   証跡の受領証と、その明細',
    'package.proof / .detail / .salt は、このパッケージ全体の受領証です。文書や版を抜き取ると合わなくなります。',
    '',
    '確かめ方（Node.js 18 以降だけで動きます）:',
    '  node verify-package.mjs --key <検証鍵>',
    '検証鍵は、このフォルダーの中のものではなく、紙などで別に控えたものを使ってください。',
    '書き換える人は、中の鍵も書き換えられるからです。',
    '.salt を持つ人は、その明細が証跡のものであることを、いつまでも示せます。',
    '',
    '電子署名は OpenSSL で確かめられます（CMS の例）:',
    '  openssl cms -verify -binary -inform DER -in v1.signature-1.p7s -content v1.pdf -CAfile root.pem -purpose any -out /dev/null',
    '',
    `Preservation package: copies of documents of ${facility}, with proof of who registered and confirmed them, and when.`,
    'It is a bag (BagIt 1.0, RFC 8493), is read and verified without Omamori, and is NOT ENCRYPTED.',
    '  node verify-package.mjs --key <verifier key>     (Node.js 18 or newer, nothing else)',
    'Take the key from paper and not from this folder: who forges the folder forges its key as well. Signatures beside a',
    'file are verified with OpenSSL as above. docs/formats/preservation-package.md of Omamori describes every file.',
    '',
    '証跡とその検証鍵 / Logs and their verifier keys, as this folder says:',
    ...verifierKeys.map((key) => `  ${key}`),
  ].join('\r\n')}\r\n`

const inTokyo = new Intl.DateTimeFormat('ja-JP', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Tokyo' })
