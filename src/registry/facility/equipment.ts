import { choice, count, day, flag, group, reference, references, responsible, text } from './field.ts'
import { listed } from './kind.ts'
import { firewall } from './network.ts'
import { siteReference } from './site.ts'
import { patches, time } from './system.ts'

const malware = group('不正ソフトウェア対策', 'Malware protection', {
  active: flag('いつも動いている', 'Always running'),
  product: text('製品', 'Product'),
  patternUpdatedOn: day('定義ファイルの日付', 'Patterns dated'),
  scansIntake: flag('媒体や受け取ったファイルを調べる', 'Media and received files are scanned'),
})

/** 持ち出し — how a thing that is taken out of the facility is kept. */
const takeOut = group('持ち出しの管理', 'Taking out', {
  registered: flag('持ち出し台帳への記載', 'Entry in the register of things taken out'),
  locatedOn: day('所在を確かめた日', 'Located on'),
  startPassword: flag('起動時のパスワード等', 'A password or the like at the start'),
  contentPassword: flag('中身を読むためのパスワード', 'A password to read the contents', {
    ja: '暗号化していないときに書きます。',
    en: 'For where the contents are not encrypted.',
  }),
  twoFactors: flag('二要素以上の認証', 'Two or more factors'),
  neededApplicationsOnly: flag('必要最小限のアプリだけの導入', 'Only the applications that are needed'),
})

/** サーバー — a server, real or virtual. */
export const server = listed(
  'server',
  'servers',
  { ja: 'サーバー', en: 'Server' },
  {
    systemIds: references('動かしているシステム', 'Systems it runs', 'system'),
    os: text('OS', 'Operating system'),
    place: text('場所', 'Place'),
    siteId: siteReference(),
    networkId: reference('つながるネットワーク', 'Network', 'network'),
    ownerId: responsible(),
    supplierId: reference('事業者', 'Supplier', 'supplier'),
    databaseServer: flag('データベースがある', 'Holds a database'),
    firewall,
    malware,
    patches,
    time,
  },
)

/** 端末 — a terminal, or several that are kept alike. */
export const terminal = listed(
  'terminal',
  'terminals',
  { ja: '端末', en: 'Terminal' },
  {
    units: count('台数', 'Units', 'units', 100_000),
    os: text('OS', 'Operating system'),
    place: text('場所', 'Place'),
    siteId: siteReference(),
    networkId: reference('つながるネットワーク', 'Network', 'network'),
    ownerId: responsible(),
    supplierId: reference('事業者', 'Supplier', 'supplier'),
    portable: flag('持ち出す', 'Taken out'),
    encrypted: flag('中身を暗号化している', 'Encrypted'),
    takeOut,
    screenLock: group('離席時の画面', 'Screen lock', {
      minutes: count('閉じるまで（0は閉じない）', 'Locks after (0 never)', 'minutes', 1440),
      asksPassword: flag('開くときにパスワード等を求める', 'Asks for a password'),
    }),
    malware,
    patches,
    time,
  },
)

/** 機器 — a device on the network that is neither server nor terminal: modality, IoT, printer, router. */
export const device = listed(
  'device',
  'devices',
  { ja: '機器', en: 'Device' },
  {
    kind: choice('種類', 'Kind', {
      'medical-device': ['医療機器', 'medical device'],
      iot: ['IoT機器', 'IoT device'],
      printer: ['プリンター', 'printer'],
      router: ['ルーター・VPN装置', 'router or VPN device'],
      switch: ['スイッチ', 'switch'],
      storage: ['記憶装置', 'storage'],
      other: ['その他', 'other'],
    }),
    manufacturer: text('製造元', 'Manufacturer'),
    model: text('型', 'Model'),
    place: text('場所', 'Place'),
    siteId: siteReference(),
    networkId: reference('つながるネットワーク', 'Network', 'network'),
    ownerId: responsible(),
    supplierId: reference('事業者', 'Supplier', 'supplier'),
    handlesMedicalInformation: flag('医療情報を扱う', 'Handles medical information'),
    manufacturerInformationOn: day('製造元の安全情報を受け取った日', 'Security information of the maker received on'),
    riskAnalysedOn: day('リスクを調べた日', 'Risk analysed on'),
    ruleReference: text('運用管理規程の箇所', 'Place in the operation rules'),
    lent: group('患者への貸出', 'Lent to patients', {
      lends: flag('貸し出す', 'Is lent'),
      consentKept: flag('説明して同意を得ている', 'Explained and consented'),
      contactGiven: flag('困ったときの連絡先を渡している', 'Contact is handed over'),
    }),
    firmware: group('ファームウェア', 'Firmware', {
      version: text('版', 'Version'),
      current: flag('製造元の最新の版である', 'Is the current version of the maker'),
      checkedOn: day('版を確かめた日', 'Checked on'),
      exceptionUntil: day('更新しない理由の期限', 'Exception ends on'),
    }),
    state: choice('状態', 'State', {
      'in-use': ['使用中', 'in use'],
      stopped: ['停止', 'stopped'],
      retired: ['使用終了', 'retired'],
    }),
    connected: flag('ネットワークにつながっている', 'Connected to a network'),
    portable: flag('持ち出す', 'Taken out', { ja: '持ち出す媒体も書きます。', en: 'Media that are taken out too.' }),
    encrypted: flag('中身を暗号化している', 'Encrypted'),
    takeOut,
    reportsTo: text('記録の送り先', 'Reports its log to'),
    lastReportOn: day('記録が届いた日', 'Last report on'),
    time,
  },
)
