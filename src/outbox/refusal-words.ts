interface Said {
  readonly title: string
  readonly detail: string
}

const said = (ja: readonly [string, string], en: readonly [string, string]) => ({
  ja: { title: ja[0], detail: `何も変更していません。${ja[1]}` } satisfies Said,
  en: { title: en[0], detail: `Nothing was changed. ${en[1]}` } satisfies Said,
})

/** What this room knows better about a refusal, by its reason. */
export const refusals = {
  'mail-not-an-address': said(
    ['メールの住所として読めないものがあります。', 'name@example.jp の形で、1行に1つ入れてください。'],
    ['An address cannot be read.', 'Write it like name@example.jp, one on each line.'],
  ),
  'mail-not-a-host': said(
    ['メールサーバーの名前を読み取れません。', 'mail.example.jp のように、名前か番号だけを入れてください。'],
    ['The name of the mail server cannot be read.', 'Enter its name or number alone, like mail.example.jp.'],
  ),
  'mail-password-in-clear': said(
    ['暗号化しない接続では、パスワードを送れません。', '暗号化を選ぶか、利用者名とパスワードを空にしてください。'],
    ['No password is sent without encryption.', 'Choose encryption, or leave the user name and the password empty.'],
  ),
  'mail-password-again': said(
    [
      'パスワードをもう一度入れてください。',
      '送り先か利用者名が変わったので、いまのパスワードを新しい所へは送りません。',
    ],
    ['Enter the password again.', 'The server or the user name has changed, and the old password is not sent there.'],
  ),
  'mail-password-alone': said(
    ['利用者名とパスワードは、両方入れるか、両方空にしてください。', 'メールサーバーの説明書を確かめてください。'],
    ['Enter both a user name and a password, or neither.', 'See what the mail server asks for.'],
  ),
  'mail-no-server': said(
    ['メールサーバーが登録されていません。', '先に、メールサーバーと宛先を登録してください。'],
    ['No mail server is named.', 'Name the mail server and who is told first.'],
  ),
  'mail-not-given-up': said(
    ['このメールは、もう一度送るものではありません。', '画面を読み直すと、いまの様子が出ます。'],
    ['This mail is not one to be sent again.', 'Load the page anew to see how it stands.'],
  ),
  'mail-old-news': said(
    [
      'このメールの後に、同じ宛先への新しい知らせがあります。',
      '古い知らせを送ると、いまの様子と取り違えるおそれがあります。',
    ],
    ['There is newer news for this address.', 'What this mail says may no longer be so.'],
  ),
  'mail-too-many-tests': said(
    ['試しのメールは、1時間に5回までです。', '時間をおいて、もう一度お試しください。'],
    ['A test mail can be sent five times an hour.', 'Try again later.'],
  ),
} as const
