import { contract, maintenance, storage } from './engagement.ts'
import { choice, choices, count, day, flag, group, reference, references, text } from './field.ts'
import { listed, single } from './kind.ts'
import { siteReference } from './site.ts'

/** 施設 — who we are. */
export const profile = single(
  'profile',
  'profile',
  { ja: '施設', en: 'Facility' },
  {
    kind: choice('種類', 'Kind', {
      hospital: ['病院', 'hospital'],
      clinic: ['診療所', 'clinic'],
      'dental-clinic': ['歯科診療所', 'dental clinic'],
      'maternity-home': ['助産所', 'maternity home'],
      pharmacy: ['薬局', 'pharmacy'],
      'visiting-nursing': ['訪問看護ステーション', 'visiting-nurse station'],
      other: ['その他', 'other'],
    }),
    beds: count('病床数', 'Beds', 'beds', 10_000),
    staff: count('職員数', 'Staff', 'people', 100_000),
    address: text('所在地', 'Address'),
    phone: text('電話', 'Telephone'),
    institutionCode: text('医療機関コード', 'Medical institution code'),
    training: group('教育・訓練', 'Training', {
      heldOn: day('個人情報の教育・訓練を最後に行った日', 'Training on personal information last held on'),
      everyone: flag('職員全員が受けた', 'Everybody on the staff took part'),
    }),
    onlyListedTakenOut: flag('台帳にない機器・媒体の持ち出しの禁止', 'Only listed devices and media are taken out', {
      ja: '持ち出してよい機器・媒体がすべて台帳にあり、ほかは持ち出せないことを確かめたら true。',
      en: 'true once it was checked that everything taken out is in the registry and nothing else may be.',
    }),
  },
)

/** The site's own limits where the guideline leaves the number to the facility. Absent: judged as unknown. */
export const limits = single(
  'limits',
  'limits',
  { ja: '当院が決めた期限', en: 'Limits set by the facility' },
  {
    factValidDays: count(
      '台帳の事実を確かめ直す間隔',
      'Facts of the registry are confirmed again within',
      'days',
      3650,
      {
        ja: '書かなければ365日とします。これを過ぎた事実は「未確認」になります。',
        en: 'Absent means 365 days. Facts older than this count as unknown.',
      },
    ),
    informationReviewDays: count('情報の一覧を見直す間隔', 'The list of information is reviewed within', 'days', 3650),
    accountReviewDays: count('利用者の権限を見直す間隔', 'Accounts and rights are reviewed within', 'days', 3650),
    logReviewDays: count('アクセスログを確かめる間隔', 'Access logs are looked at within', 'days', 3650),
    leaverDays: count('退職者の利用者番号を止めるまで', 'Accounts of leavers are disabled within', 'days', 365),
    clockToleranceMs: count('時計のずれの許容', 'Clock offset tolerated', 'milliseconds', 3_600_000),
    clockCheckDays: count('時計を確かめる間隔', 'Clocks are checked within', 'days', 3650),
    patternAgeDays: count('定義ファイルの古さの限度', 'Malware patterns are at most this old', 'days', 365),
    firewallReviewDays: count('通信の許可設定を見直す間隔', 'Firewall rules are reviewed within', 'days', 3650),
    firmwareCheckDays: count('機器の版を確かめる間隔', 'Firmware versions are checked within', 'days', 3650),
    diagramReviewDays: count(
      '構成図と責任者一覧を見直す間隔',
      'Diagram and list of responsible persons are revised within',
      'days',
      3650,
    ),
    riskReviewDays: count('リスク分析を見直す間隔', 'The risk analysis is reviewed within', 'days', 3650),
    deviceReportDays: count('IoT機器の記録が届く間隔', 'IoT devices report within', 'days', 365),
    trainingDays: count('教育・訓練を受け直す間隔', 'Training is repeated within', 'days', 3650),
    takeOutCheckDays: count('持ち出す物の所在を確かめる間隔', 'Things taken out are located within', 'days', 365),
    snapshotDays: count('点検の記録を残す間隔', 'An assessment is kept within', 'days', 3650, {
      ja: '書かなければ365日とします。',
      en: 'Absent means 365 days.',
    }),
    screenLockMinutes: count('離席時に画面を閉じるまで', 'Screens lock within', 'minutes', 1440),
  },
)

/** 役職 — a post the guideline knows. */
export const posts = {
  director: ['施設長', 'director of the facility'],
  'safety-manager': ['医療情報システム安全管理責任者', 'system safety manager'],
  'planning-manager': ['企画管理者', 'planning manager'],
  operator: ['運用担当者', 'system operator'],
  auditor: ['監査責任者', 'audit manager'],
  'creation-manager': ['情報作成管理者', 'information creation manager'],
  'complaints-desk': ['苦情窓口', 'complaints desk'],
  staff: ['一般職員', 'staff'],
  supplier: ['事業者', 'supplier'],
} as const

/** 担当者 — a person with a post or a duty. Choose ids that name nobody (`p-01`). */
export const person = listed(
  'person',
  'persons',
  { ja: '担当者', en: 'Person' },
  {
    posts: choices('役職', 'Posts', posts),
    department: text('所属', 'Department'),
    siteId: siteReference(),
    phone: text('電話', 'Telephone'),
    email: text('メール', 'E-mail'),
    supplierId: reference('所属する事業者', 'Supplier the person works for', 'supplier'),
    state: choice('在職', 'Employment', { active: ['在職', 'active'], left: ['退職・異動', 'left or moved'] }),
    leftOn: day('退職・異動した日', 'Left on'),
    accountSystemIds: references('使える利用者番号のあるシステム', 'Systems with a usable account', 'system', {
      ja: '退職・異動のときに止めるものです。止めたシステムは外してください。',
      en: 'What is to be disabled when the person leaves. Take out a system once the account there is disabled.',
    }),
    accountsStoppedOn: day('利用者番号をすべて止めた日', 'All accounts disabled on'),
    trainedOn: day('個人情報の教育・訓練を受けた日', 'Last trained on personal information on'),
    boundByLaw: flag('法律上の守秘義務', 'Bound to secrecy by law', {
      ja: '医師、看護師、薬剤師など。事務職員などは false。',
      en: 'Physicians, nurses, pharmacists and the like. false for clerks and others.',
    }),
    pledged: flag('守秘の約束（雇用契約・誓約書）', 'Pledge of confidentiality (contract or pledge)', {
      ja: '約束を取っていないと分かっているときは false。',
      en: 'false when it is known that there is none.',
    }),
    pledgeSignedOn: day('守秘の約束に署名した日', 'Pledge signed on'),
  },
)

/** 事業者 — a company that installs, maintains or runs something for the facility. */
export const supplier = listed(
  'supplier',
  'suppliers',
  { ja: '事業者', en: 'Supplier' },
  {
    contact: text('窓口', 'Contact'),
    phone: text('電話', 'Telephone'),
    email: text('メール', 'E-mail'),
    services: text('頼んでいること', 'What it does'),
    contractUntil: day('契約の終わり', 'Contract ends on'),
    handlesPersonalInformation: flag('個人情報を扱う仕事', 'Work with personal information'),
    contract,
    maintenance,
    storage,
  },
)
