import { choice, choices, day, flag, group, reference, references, text } from './field.ts'
import { listed, single } from './kind.ts'
import { siteReference } from './site.ts'

/** The seven groups of threats that 別冊 goes through in the risk analysis. */
export const threats = {
  'stored-data': ['保存した電子データ', 'stored electronic data'],
  'input-drafts': ['入力に使ったメモ・下書き', 'notes and drafts used for input'],
  'portable-terminals': ['ノートパソコン等の端末', 'notebooks and terminals'],
  'portable-media': ['可搬媒体', 'portable media'],
  screens: ['画面の表示', 'displayed screens'],
  paper: ['印刷した紙・フィルム', 'printed paper and film'],
  'the-system': ['システムそのもの', 'the system itself'],
} as const

/** 医療情報 — a class of information the facility holds, with its importance and where it lies. */
export const information = listed(
  'information',
  'information',
  { ja: '情報', en: 'Information' },
  {
    importance: choice('重要度', 'Importance', {
      high: ['高', 'high'],
      middle: ['中', 'middle'],
      low: ['低', 'low'],
    }),
    place: text('置き場所', 'Where it lies'),
    siteId: siteReference(),
    form: choice('形', 'Form', {
      electronic: ['電子', 'electronic'],
      paper: ['紙・フィルム', 'paper or film'],
      both: ['両方', 'both'],
    }),
    volume: text('量', 'Volume'),
    retention: text('保存する期間', 'Kept for'),
    disposal: group('廃棄の手順', 'Disposal procedure', {
      decided: flag('手順の定め', 'A procedure is decided', {
        ja: '決めていないと分かっているときは false。',
        en: 'false when it is known that there is none.',
      }),
      conditions: text('廃棄する条件', 'Conditions'),
      who: text('廃棄できる人', 'Who may'),
      how: text('方法', 'How'),
    }),
  },
)

/** リスク — a risk found for one class of information, and what is done about it. */
export const risk = listed(
  'risk',
  'risks',
  { ja: 'リスク', en: 'Risk' },
  {
    informationIds: references('どの情報の', 'Of which information', 'information'),
    threats: choices('脅威', 'Threats', threats),
    notApplicable: flag('この脅威は当院に当てはまらない', 'The threat does not apply here'),
    analysedOn: day('調べた日', 'Analysed on'),
    level: choice('大きさ', 'Level', { high: ['大', 'high'], middle: ['中', 'middle'], low: ['小', 'low'] }),
    controls: text('対策（ガイドラインの章）', 'Controls (section of the guideline)'),
    state: choice('対策の状態', 'State of the controls', {
      planned: ['これから', 'planned'],
      done: ['実施した', 'done'],
      accepted: ['受け入れた', 'accepted'],
    }),
  },
)

/** 情報の一覧の管理 — how the list of information is kept. */
export const inventory = single(
  'inventory',
  'inventory',
  { ja: '情報の一覧の管理', en: 'Keeping of the list' },
  {
    complete: flag('漏れがないことを確かめた', 'Checked to be complete'),
    reviewedOn: day('一覧を見直した日', 'Reviewed on'),
    readableBySafetyManager: flag('安全管理責任者がすぐ見られる', 'The safety manager can see it at once'),
    place: text('一覧の置き場所', 'Where the list lies'),
  },
)

/** What a policy or the operation rules have to speak of. */
export const topics = {
  scope: ['扱う情報の範囲', 'scope of information'],
  handling: ['情報の取扱い・保存の方法と期間', 'how information is handled and kept, and how long'],
  identification: ['利用者の識別と不正アクセスの防止', 'identification of users and unauthorised access'],
  'safety-manager': ['安全管理責任者', 'safety manager'],
  complaints: ['苦情・質問の窓口', 'desk for complaints and questions'],
  'access-control': ['アクセスの範囲・記録・点検', 'access: scope, records and review'],
  organisation: ['医療機関等の体制', 'organisation of the facility'],
  papers: ['契約書・マニュアル等の管理', 'keeping of contracts and manuals'],
  risk: ['リスクの予防と発生時の対応', 'prevention of risks and what to do'],
  equipment: ['機器の管理', 'keeping of equipment'],
  media: ['記録媒体の保管・授受', 'keeping and handing over of media'],
  consent: ['患者等への説明と同意', 'explanation to patients and consent'],
  audit: ['監査', 'audit'],
  'former-staff': ['退職後の個人情報の保護', 'personal information after leaving'],
  'media-disposal': ['媒体の廃棄', 'disposal of media'],
  'take-out-policy': ['持ち出しとBYODの可否・条件', 'whether and how things are taken out, BYOD'],
  'take-out-handling': ['持ち出す物の管理方法', 'how things taken out are kept'],
  loss: ['盗難・紛失時の対応', 'what to do after theft or loss'],
} as const

/** 文書 — a paper the guideline asks for: diagram, list, rules, analysis. */
export const document = listed(
  'document',
  'documents',
  { ja: '文書', en: 'Document' },
  {
    kind: choice('種類', 'Kind', {
      'network-diagram': ['ネットワーク構成図', 'network diagram'],
      'system-diagram': ['システム構成図', 'system diagram'],
      'responsible-list': ['システム責任者一覧', 'list of responsible persons'],
      'risk-analysis': ['リスク分析の報告', 'risk analysis report'],
      rules: ['運用管理規程', 'operation rules'],
      policy: ['方針', 'policy'],
      'privacy-policy': ['個人情報保護方針', 'privacy policy'],
      other: ['その他', 'other'],
    }),
    revisedOn: day('改訂した日', 'Revised on'),
    version: text('版', 'Version'),
    place: text('置き場所', 'Where it lies'),
    siteId: siteReference(),
    covers: references('載っているもの', 'What it shows', ['system', 'server', 'terminal', 'device', 'connection']),
    coversAll: flag('台帳のすべてが載っている', 'Shows everything in the registry'),
    approvedById: reference('承認した人', 'Approved by', 'person'),
    published: flag('外から読める形での公開', 'Published where outsiders can read it'),
    publishedOn: day('公開した日', 'Published on'),
    topics: choices('書いてあること', 'What it speaks of', topics),
    lacks: choices('書いていないと分かっていること', 'What it is known not to speak of', topics),
  },
)
