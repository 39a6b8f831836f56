/** Why a bucket cannot be the place of files, or does not do what it is asked: what happened, what is safe, what to do. */
export const bucketRefusals = {
  's3-no-answer': {
    ja: {
      title: '保管場所（S3）のサーバーが応答しません。',
      detail:
        'いまの操作は行われていません。これまでの内容は、そのままです。ネットワークとサーバーを確かめ、少し待ってからもう一度行ってください。',
    },
    en: {
      title: 'The server of the bucket does not answer.',
      detail:
        'This was not done, and what is kept stays as it is. Check the network and the server, and try again in a moment.',
    },
  },
  's3-no-bucket': {
    ja: {
      title: '保管場所（S3）のバケットが見つかりません。',
      detail: '何も変えていません。内容が消えたとは限りません。設定のバケット名と、契約先の画面を確かめてください。',
    },
    en: {
      title: 'The bucket is not there.',
      detail: 'Nothing was changed, and nothing need be lost. Check its name in the setting, and with the provider.',
    },
  },
  's3-no-right': {
    ja: {
      title: '保管場所（S3）が、この鍵での操作を許しません。',
      detail:
        '何も変えていません。これまでの内容は、そのままです。アクセスキーが有効か、必要な権限（docs/formats/blob-places.md）があるかを確かめてください。',
    },
    en: {
      title: 'The bucket does not permit this with these credentials.',
      detail:
        'Nothing was changed, and what is kept stays as it is. See whether the access key is valid and has the rights named in docs/formats/blob-places.md.',
    },
  },
  's3-full': {
    ja: {
      title: '保管場所（S3）に空きがありません。',
      detail:
        'いまの内容は保存されていません。これまでの内容は無事で、読めます。容量を増やしてから、もう一度保存してください。',
    },
    en: {
      title: 'The bucket is full.',
      detail: 'This was not kept. Everything kept so far is safe and can be read. Add room and save again.',
    },
  },
  's3-not-implemented': {
    ja: {
      title: '保管場所（S3）のサーバーが、必要な操作に対応していません。',
      detail: '何も変えていません。対応しているサーバーか、フォルダを使ってください。',
    },
    en: {
      title: 'The server of the bucket does not know what is needed.',
      detail: 'Nothing was changed. Use another server, or the folder.',
    },
  },
  's3-changed-on-the-way': {
    ja: {
      title: '保管場所（S3）に届いた内容が、送ったものと違いました。',
      detail:
        'その内容は保存されていません。これまでの内容は、そのままです。もう一度行い、続くときはネットワークの機器を確かめてください。',
    },
    en: {
      title: 'What arrived at the bucket was not what was sent.',
      detail:
        'It was not kept, and what is kept stays as it is. Try again; if it goes on, look at the network in between.',
    },
  },
  's3-no-versioning': {
    ja: {
      title: '保護（Object Lock）を使えません。バケットが版を残さない設定です。',
      detail:
        '保管場所は変えていません。バージョニングと Object Lock を有効にしたバケットを作るか、設定から lock を除いてください。',
    },
    en: {
      title: 'The lock cannot be used: the bucket keeps no versions.',
      detail:
        'The place of files is as before. Make a bucket with versioning and Object Lock, or leave lock out of the setting.',
    },
  },
  's3-no-lock': {
    ja: {
      title: '保護（Object Lock）を使えません。バケットが保護に対応していません。',
      detail: '保管場所は変えていません。Object Lock を有効にしたバケットを作るか、設定から lock を除いてください。',
    },
    en: {
      title: 'The lock cannot be used: the bucket locks nothing.',
      detail: 'The place of files is as before. Make a bucket with Object Lock, or leave lock out of the setting.',
    },
  },
  's3-governance': {
    ja: {
      title: '保護（Object Lock）が、権限のある人には外せる方式（ガバナンス）です。',
      detail:
        '保管場所は変えていません。保護されているとは言えないため、使いません。コンプライアンス方式に対応したバケットを使ってください。',
    },
    en: {
      title: 'The lock is of the kind that somebody with the right can lift (governance).',
      detail:
        'The place of files is as before; this is no protection to rely on. Use a bucket that locks in compliance mode.',
    },
  },
  's3-lock-deletable': {
    ja: {
      title: '保護したはずの試し書きが、消せてしまいました。',
      detail: '保管場所は変えていません。このサーバーの保護は働いていません。提供元に確かめてください。',
    },
    en: {
      title: 'A probe that was locked could be deleted.',
      detail: 'The place of files is as before. The lock of this server does not work; ask whoever provides it.',
    },
  },
  's3-lock-shortened': {
    ja: {
      title: '保護したはずの試し書きの、期間を縮められてしまいました。',
      detail: '保管場所は変えていません。このサーバーの保護は働いていません。提供元に確かめてください。',
    },
    en: {
      title: 'The lock of a probe could be shortened.',
      detail: 'The place of files is as before. The lock of this server does not work; ask whoever provides it.',
    },
  },
  's3-lock-not-renewed': {
    ja: {
      title: '保護の期間を延ばせませんでした。',
      detail: '保管場所は変えていません。アクセスキーに s3:PutObjectRetention の権限があるかを確かめてください。',
    },
    en: {
      title: 'The lock could not be prolonged.',
      detail: 'The place of files is as before. See whether the access key has the right s3:PutObjectRetention.',
    },
  },
  's3-lock-unprovable': {
    ja: {
      title: '保護が働いているかを確かめられません。この鍵では、何も消せないためです。',
      detail:
        '保管場所は変えていません。アクセスキーに s3:DeleteObjectVersion の権限を付けてください。廃棄にも必要です。',
    },
    en: {
      title: 'Whether the lock works cannot be told: these credentials may delete nothing at all.',
      detail:
        'The place of files is as before. Give the access key the right s3:DeleteObjectVersion; destruction needs it too.',
    },
  },
  's3-setting': {
    ja: {
      title: '保管場所（S3）の設定を読み取れません。',
      detail: '何も変えていません。docs/formats/blob-places.md の例と見比べて、直してください。',
    },
    en: {
      title: 'The setting of the bucket cannot be read.',
      detail: 'Nothing was changed. Compare it with the example in docs/formats/blob-places.md.',
    },
  },
  's3-plain-http': {
    ja: {
      title: '保管場所（S3）への通信が暗号化されていません。',
      detail: '何も変えていません。endpoint を https:// で始めてください。http:// は、このパソコンの中だけで使えます。',
    },
    en: {
      title: 'The way to the bucket is not encrypted.',
      detail: 'Nothing was changed. Begin the endpoint with https://; http:// is for this machine alone.',
    },
  },
  's3-no-credentials': {
    ja: {
      title: '保管場所（S3）のアクセスキーが見つかりません。',
      detail:
        'データには触れていません。設定の credentialsFile のファイルか、環境変数 OMAMORI_S3_ACCESS_KEY_ID と OMAMORI_S3_SECRET_ACCESS_KEY を確かめてください。',
    },
    en: {
      title: 'The access key of the bucket is not there.',
      detail:
        'The data was not touched. Check the file named by credentialsFile, or OMAMORI_S3_ACCESS_KEY_ID and OMAMORI_S3_SECRET_ACCESS_KEY.',
    },
  },
  's3-another-bucket': {
    ja: {
      title: '保管場所は、すでに別のバケットです。',
      detail: '何も変えていません。いまのバケットにある内容が読めなくなるため、置き換えません。',
    },
    en: {
      title: 'Files lie in another bucket already.',
      detail: 'Nothing was changed: the files in that bucket would be missed.',
    },
  },
} as const
