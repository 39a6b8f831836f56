interface Said {
  readonly title: string
  readonly detail: string
}

/** Why a file that was handed in was not verified, by the refusal's reason: what happened, what is safe, what to do. */
export const verifyRefusals: Readonly<
  Record<
    'verification-too-long' | 'verification-busy' | 'signed-file-too-large' | 'unknown-document-kind',
    { readonly ja: Said; readonly en: Said }
  >
> = {
  'verification-too-long': {
    ja: {
      title: '検証に時間がかかりすぎるため、やめました。',
      detail:
        'ファイルは保存していません。有効とも無効とも言えません。送り主に正しいファイルかを確かめるか、サーバーで omamori verify を使ってください。',
    },
    en: {
      title: 'Verifying took too long and was given up.',
      detail:
        'The file was not kept, and nobody can say whether it is valid. Ask the sender whether it is the right file, or use omamori verify on the server.',
    },
  },
  'verification-busy': {
    ja: {
      title: 'ほかの検証が続いているため、始められませんでした。',
      detail: 'ファイルは保存していません。少し待って、もう一度選んでください。',
    },
    en: {
      title: 'Other verifications are going on, so this one was not begun.',
      detail: 'The file was not kept. Wait a little, and choose it again.',
    },
  },
  'signed-file-too-large': {
    ja: {
      title: 'ファイルが大きすぎるため、検証しませんでした。',
      detail:
        'ファイルは保存していません。1つ32 MB、あわせて64 MBまで検証できます。小さくすると署名が壊れます。サーバーで omamori verify を使ってください。',
    },
    en: {
      title: 'The file is too large and was not verified.',
      detail:
        'It was not kept. Up to 32 MB each and 64 MB together can be verified here. Making it smaller would break the signature: use omamori verify on the server.',
    },
  },
  'unknown-document-kind': {
    ja: { title: '知らない文書の種類です。', detail: '何も調べていません。文書の種類を選び直してください。' },
    en: {
      title: 'This kind of document is not known.',
      detail: 'Nothing was looked at. Choose the kind of document again.',
    },
  },
}
