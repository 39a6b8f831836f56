import {
  choice,
  choices,
  count,
  countOrNever,
  day,
  flag,
  group,
  reference,
  references,
  responsible,
  text,
} from './field.ts'
import { listed } from './kind.ts'
import { siteReference } from './site.ts'

const authentication = group('利用者の認証', 'Authentication', {
  identifiesUsers: flag('利用者を一人ずつ見分けている', 'Each user is identified'),
  sharedAccounts: count('共用・匿名の利用者番号の数', 'Shared or anonymous accounts in use', 'accounts', 100_000),
  factors: choices('使う要素', 'Factors', {
    knowledge: ['記憶（パスワード・暗証番号）', 'knowledge (password, PIN)'],
    possession: ['持ち物（ICカード・スマートフォン）', 'possession (card, phone)'],
    biometric: ['体（指紋・顔など）', 'biometric'],
  }),
  roomFactor: choice('操作する区画への入場時の認証', 'Authentication at the entrance of the area', {
    none: ['なし', 'none'],
    knowledge: ['記憶', 'knowledge'],
    possession: ['持ち物', 'possession'],
    biometric: ['体', 'biometric'],
  }),
  equivalentMeasure: text('二要素に相当する対応', 'Measure equivalent to two factors'),
  spareProcedure: flag('カード等が使えないときの手順がある', 'A procedure exists for when a card cannot be used'),
  usersChangeInitialPassword: flag('最初のパスワードを本人が変える', 'Users change the initial password themselves'),
})

const passwordPolicy = group('パスワードの決まり', 'Password policy', {
  minLength: count('最小の文字数', 'Minimum length', 'characters', 256),
  mixedCharacters: flag('英数字と記号を混ぜる', 'Letters, digits and symbols are mixed'),
  maxAgeDays: countOrNever('変えるまでの日数', 'Changed within', 'days', 36_500),
  deniesGuessable: flag('推測されやすい語を断る', 'Guessable words are refused'),
  history: count('過去のものを使わせない回数', 'Earlier passwords refused', 'times', 100),
  storage: choice('保存のしかた', 'Stored as', {
    'one-way': ['元に戻せない形', 'one-way hash'],
    reversible: ['元に戻せる形', 'reversible'],
    plain: ['そのまま', 'clear text'],
  }),
  administratorsCanRead: flag('管理者が読める・推定できる', 'Administrators can read or derive passwords'),
  resetRecorded: flag('再登録で本人確認をし台帳に書く', 'Resets are verified and recorded'),
  certificatePin: flag('もう一つの要素に暗証番号がある', 'The other factor is protected by a PIN'),
  failureDelaySeconds: count('失敗のあとの待ち時間', 'Delay after a failure', 'seconds', 86_400),
  lockoutAfter: count('受付を止める失敗の回数（0は止めない）', 'Locked after failures (0 never)', 'times', 1000),
  lockoutMinutes: count('受付を止める時間', 'Locked for', 'minutes', 525_600),
})

const access = group('権限', 'Access rights', {
  rolesDefined: flag('職種・業務ごとに見られる範囲を決めている', 'Scope is defined by job and duty'),
  reviewedOn: day('権限を見直した日', 'Rights reviewed on'),
  activeLeaverAccounts: count('退職・異動した人の使える番号の数', 'Active accounts of leavers', 'accounts', 100_000),
  leaversDisabledWithinDays: count('退職・異動から止めるまで', 'Accounts of leavers are disabled within', 'days', 3650),
  byInformationClass: flag('情報の区分ごとに権限を分けている', 'Rights follow the class of information'),
})

const log = group('アクセスログ', 'Access log', {
  recordsUser: flag('だれがを記録する', 'Records the user'),
  recordsLoginTime: flag('ログインの時刻を記録する', 'Records the time of sign-in'),
  recordsDuration: flag('使っていた時間を記録する', 'Records how long'),
  recordsPatient: flag('扱った患者の情報を記録する', 'Records which medical information'),
  diary: flag('機能がないため業務日誌に書いている', 'A work diary stands in for the log'),
  reviewedOn: day('ログを確かめた日', 'Log looked at on'),
  protection: choice('ログの守り', 'Protection', {
    'append-only': ['書き足すだけで消せない', 'append-only'],
    restricted: ['触れる人を限る', 'access restricted'],
    none: ['守りがない', 'none'],
  }),
})

/** 時計 — how an item's clock is kept right. */
export const time = group('時計', 'Clock', {
  synchronised: flag('標準の時刻に合わせている', 'Synchronised with standard time'),
  source: text('合わせる先', 'Time source'),
  checkedOn: day('ずれを確かめた日', 'Offset checked on'),
  offsetMs: count('ずれ', 'Offset', 'milliseconds', 31_536_000_000),
})

/** 更新 — the state of patches and support. */
export const patches = group('更新', 'Patches', {
  appliedOn: day('最後に更新した日', 'Last applied on'),
  supportEndsOn: day('サポートの終わり', 'Support ends on'),
})

/** システム — a medical information system: what a user opens and a supplier delivers. */
export const system = listed(
  'system',
  'systems',
  { ja: 'システム', en: 'System' },
  {
    kind: choice('種類', 'Kind', {
      emr: ['電子カルテ', 'electronic medical record'],
      receipt: ['レセプトコンピュータ', 'receipt computer'],
      pacs: ['画像', 'imaging'],
      laboratory: ['検査', 'laboratory'],
      pharmacy: ['調剤', 'pharmacy'],
      reservation: ['予約', 'reservation'],
      eligibility: ['オンライン資格確認', 'online eligibility check'],
      backup: ['バックアップ', 'backup'],
      other: ['その他', 'other'],
    }),
    hosting: choice('置き場所', 'Hosting', {
      'on-premises': ['院内', 'on the premises'],
      cloud: ['クラウド', 'cloud'],
    }),
    siteId: siteReference(),
    ownerId: responsible(),
    supplierId: reference('設置・保守した事業者', 'Installing supplier', 'supplier'),
    informationIds: references('扱う情報', 'Information it handles', 'information'),
    introducedOn: day('入れた日・更新した日', 'Introduced or renewed on'),
    runsInFiscal2027: flag('令和9年度にも動いている見込み', 'Expected to run in fiscal 2027'),
    authentication,
    passwordPolicy,
    access,
    log,
    time,
    patches,
    disclosure: group('セキュリティの開示書', 'Security disclosure', {
      kind: choice('種類', 'Kind', {
        'service-conformity': ['サービス仕様適合開示書', 'service conformity disclosure'],
        mds: ['MDS（製造業者の開示書）', 'MDS'],
        sds: ['SDS（サービス事業者の開示書）', 'SDS'],
      }),
      version: text('版', 'Version'),
      receivedOn: day('受け取った日', 'Received on'),
    }),
  },
)
