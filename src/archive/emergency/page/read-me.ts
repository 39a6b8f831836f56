/** What somebody finds who looks into the folder before anything else. */
export const readMe = ({ facility, madeAt }: { readonly facility: string; readonly madeAt: string }): string =>
  `${[
    `非常時閲覧用パッケージ — ${facility}`,
    `作った日時: ${inTokyo.format(new Date(madeAt))}`,
    '',
    'これは、保存している文書の写しです。原本ではありません。',
    '開き方: index.html をブラウザー（Edge、Chrome、Firefox など）で開き、合言葉を入れてください。',
    'お守りも、ネットワークも要りません。フォルダーの中のファイルは、すべて一緒に置いてください。',
    'ブラウザーで開けないときは、docs/formats/emergency-package.md（お守りの文書）に、Node.js で取り出す方法があります。',
    '',
    'Emergency package: copies of documents, not the originals.',
    'Open index.html in a browser and type the passphrase. Neither Omamori nor a network is needed; keep all files of the',
    'folder together. docs/formats/emergency-package.md of Omamori tells how to take files out with Node.js alone.',
  ].join('\r\n')}\r\n`

const inTokyo = new Intl.DateTimeFormat('ja-JP', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Tokyo' })
