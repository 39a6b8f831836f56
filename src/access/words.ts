/** パスワードの決まり — the rule as people read it; `password-rule.ts` applies it. */
export const passwordRule = {
  ja: '13文字以上（第二の要素を使うときは8文字以上）。英字・数字・記号を混ぜてください。名前、日付、よくある言葉、並んだキーは使えません。',
  en: 'At least 13 characters (8 with a second factor), mixing letters, digits and symbols. No names, dates, common words or rows of keys.',
} as const

/** Why a password is refused. */
export const passwordReasons = {
  'too-short': { ja: '短すぎます', en: 'too short' },
  'too-long': { ja: '長すぎます（256文字まで）', en: 'too long (256 characters at most)' },
  unprintable: { ja: '表示できない文字が入っています', en: 'holds characters that cannot be shown' },
  'needs-letter': { ja: '英字が入っていません', en: 'has no letter' },
  'needs-digit': { ja: '数字が入っていません', en: 'has no digit' },
  'needs-symbol': { ja: '記号が入っていません', en: 'has no symbol' },
  common: { ja: 'よく使われる言葉が大部分です', en: 'is mostly a common word' },
  name: { ja: '利用者や施設の名前が入っています', en: 'holds the name of the user or the facility' },
  date: { ja: '日付や年が大部分です', en: 'is mostly a date or a year' },
  sequence: { ja: '並んだキーや続き番号が大部分です', en: 'is mostly a row of keys or a sequence' },
  repeats: { ja: '同じ文字の繰り返しが大部分です', en: 'is mostly one thing repeated' },
  similar: { ja: '前のパスワードと似ています', en: 'is similar to the former password' },
} as const

/** 第二の要素 — its kinds. */
export const factorKinds = {
  totp: { ja: '認証アプリの番号', en: 'code of an authenticator app' },
  'code-list': { ja: '印刷した番号表', en: 'printed list of codes' },
} as const

/** What this room writes in the journal, as the journal's page says it. */
export const acts = {
  'facility.created': { ja: '施設を登録した', en: 'created the facility' },
  'session.signed-in': { ja: 'サインインした', en: 'signed in' },
  'session.sign-in-failed': { ja: 'サインインに失敗した', en: 'failed to sign in' },
  'session.signed-out': { ja: 'サインアウトした', en: 'signed out' },
  'session.revoked': { ja: '接続を切った', en: 'ended a session' },
  'account.locked-out': { ja: '失敗が続き、受付を止めた', en: 'was locked out after failures' },
  'account.created': { ja: '利用者を登録した', en: 'created an account' },
  'account.changed': { ja: '利用者を変更した', en: 'changed an account' },
  'account.disabled': { ja: '利用者を停止した', en: 'disabled an account' },
  'account.enabled': { ja: '利用者の停止を解いた', en: 'enabled an account' },
  'account.invited': { ja: '招待の番号を出した', en: 'issued an invitation code' },
  'account.reset': { ja: '再登録の番号を出した', en: 'issued a reset code' },
  'account.password-changed': { ja: 'パスワードを変えた', en: 'changed the password' },
  'account.factor-enrolled': { ja: '第二の要素を登録した', en: 'enrolled a second factor' },
  'account.factor-removed': { ja: '第二の要素を外した', en: 'removed a second factor' },
  'permission.refused': { ja: '権限のない操作を断った', en: 'was refused an act' },
} as const

export type Act = keyof typeof acts
export type PasswordReason = keyof typeof passwordReasons
export type FactorKind = keyof typeof factorKinds
