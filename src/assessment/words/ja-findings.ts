import { threats } from '#registry/contract'
import type { Subject } from './codes.ts'
import type { Told } from './told.ts'
import type { Sentences } from './words.ts'

export const subjects: Readonly<Record<Subject, string>> = {
  'card-system': 'ICカードなどを使うシステム',
  connection: '外部との接続',
  diagram: 'ネットワーク構成図・システム構成図',
  information: '扱う情報',
  inventory: '情報の一覧',
  'iot-device': 'IoT機器',
  'iot-device-with-information': '医療情報を扱うIoT機器',
  'lent-device': '患者に貸し出すIoT機器',
  mail: 'メール・ファイル交換の扱い',
  'password-system': 'パスワードを使うシステム',
  'renewed-system': '令和9年度にも使う見込みで、第5.2版のあとに導入・更新したシステム',
  'responsible-list': 'システム責任者一覧',
  'retired-device': '使い終えた、又は止めたIoT機器',
  risk: 'リスク',
  'risk-analysis': 'リスク分析の報告',
  system: 'システム',
  terminal: '端末',
  wireless: '医療情報システムが使う無線LAN',
  'contracting-supplier': 'システムに直接触れる事業者',
  'creation-manager': '情報作成管理者',
  'handling-supplier': '個人情報を扱う仕事を頼んでいる事業者',
  'maintaining-supplier': 'システムを保守する事業者',
  'medical-connection': '医療情報をやり取りする外部接続',
  operator: '運用担当者',
  policy: '方針',
  portable: '持ち出す機器',
  'privacy-policy': '個人情報保護方針',
  rules: '運用管理規程',
  'safety-manager': '医療情報システム安全管理責任者',
  staff: '在職している職員',
  'storing-supplier': '診療録等を外部で保存する事業者',
  supplier: '事業者',
  'tls-connection': 'TLSで守る外部接続',
}

export function threatInJapanese(told: Told): string {
  const threat = told.the('threat')
  return Object.hasOwn(threats, threat) ? `「${threats[threat as keyof typeof threats][0]}」` : `「${threat}」`
}

const policy = (told: Told) => {
  const factors = told.the('factors').split(',')
  const parts = [
    told.has('minLength') && `${told.the('minLength')}文字`,
    told.has('factors') && (factors.length === 1 ? '一要素' : '二要素以上'),
    told.has('maxAgeDays') &&
      (told.the('maxAgeDays') === 'never' ? '変更なし' : `${told.the('maxAgeDays')}日以内に変更`),
    told.the('mixedCharacters') === 'false' && '英数字と記号の混在なし',
  ]
  return parts.filter((part) => part !== false).join('・')
}

const option = (told: Told) =>
  ({
    a: '13文字以上',
    b: '8文字以上で2か月以内に変更',
    c: '二要素以上の認証と8文字以上（又は暗証番号）',
  })[told.the('option')] ?? ''

const factorsOf = (told: Told) => told.choice('factors', 'system', 'authentication.factors')
const age = (told: Told) => `${told.day('day')}（${told.the('ageDays')}日前）`

export const findings: Sentences['findings'] = {
  'administrators-cannot-read': (t) => `${t.thing}では、管理者も利用者のパスワードを知ることができません。`,
  'clock-right': (t) => `${t.thing}の時計のずれは${t.the('offsetMs')}ミリ秒で、当院の許容に収まっています。`,
  'clock-synchronised': (t) => `${t.thing}の時計は、標準の時刻に合わせています。`,
  'device-reports': (t) => `${t.thing}の記録は、${age(t)}に届いています。`,
  'disclosure-held': (t) =>
    `${t.thing}の${t.choice('disclosure', 'system', 'disclosure.kind')}（${t.the('version')}）を${t.day('day')}に受け取っています。`,
  'document-held': (t) => `${t.thing}は${age(t)}に改訂され、当院の期限${t.the('limitDays')}日に収まっています。`,
  'equivalent-measure': (t) => `${t.thing}には、二要素に相当する対応が書かれています。`,
  'executables-stopped': (t) =>
    `メール・ファイル交換の実行プログラムやマクロは、「${t.choice('executables', 'mail', 'executables')}」としています。`,
  'failure-delay': (t) => `${t.thing}は、パスワードを間違えると${t.the('seconds')}秒待たせます。`,
  'firewall-stateful': (t) => `${t.thing}には、通信の状態を見て判断するファイアウォールがあります。`,
  'firmware-current': (t) => `${t.thing}は、製造元の最新の版${t.has('version') ? t.the('version') : ''}です。`,
  'firmware-exception': (t) => `${t.thing}を更新しない理由が、${t.day('day')}まで認められています。`,
  'guessable-refused': (t) => `${t.thing}は、推測されやすいパスワードを断ります。`,
  'importance-set': (t) => `${t.thing}の重要度は「${t.choice('importance', 'information', 'importance')}」です。`,
  'information-linked': (t) => `${t.thing}が扱う情報${t.the('count')}件が、一覧にあります。`,
  'initial-password-changed': (t) => `${t.thing}では、最初のパスワードを本人が変えます。`,
  'intake-scanned': (t) => `${t.thing}は、媒体や受け取ったファイルを調べています。`,
  'inventory-complete': () => '情報の一覧に漏れがないことを確かめています。',
  'inventory-readable': () => '安全管理責任者は、情報の一覧をすぐに見られます。',
  'iot-risk-analysed': (t) => `${t.thing}は、製造元の情報をもとに${t.day('day')}にリスクを調べ、規程に定めています。`,
  'leavers-disabled': (t) => `${t.thing}では、退職・異動から${t.the('days')}日以内に利用者番号を止めています。`,
  'loan-explained': (t) => `${t.thing}は、説明して同意を得て、連絡先を渡してから貸し出しています。`,
  lockout: (t) => `${t.thing}は、${t.the('times')}回間違えると${t.the('minutes')}分受け付けません。`,
  'log-complete': (t) => `${t.thing}のログから、だれが、いつ、どれだけ、どの情報を扱ったかが分かります。`,
  'log-in-diary': (t) => `${t.thing}の操作は、業務日誌に書いています。`,
  'log-protected': (t) => `${t.thing}のログは守られています（${t.choice('protection', 'system', 'log.protection')}）。`,
  'malware-active': (t) => `${t.thing}では、不正ソフトウェア対策がいつも動いています。`,
  'no-leaver-accounts': (t) => `${t.thing}に、退職・異動した人の使える利用者番号はありません。`,
  'on-diagram': (t) => `${t.thing}は、${t.named('diagram')}に載っています。`,
  'owner-known': (t) => `${t.thing}の責任者は${t.named('owner')}です。`,
  'password-history': (t) => `${t.thing}は、過去${t.the('history')}回のパスワードを使わせません。`,
  'password-one-way': (t) => `${t.thing}は、パスワードを元に戻せない形で保存しています。`,
  'password-option-kept': (t) => `${t.thing}のパスワードは、${option(t)}を満たしています。`,
  'password-strong': (t) => `${t.thing}のパスワードは、${option(t)}を満たしています。`,
  'patterns-fresh': (t) => `${t.thing}の定義ファイルは${age(t)}のものです。`,
  'resets-recorded': (t) => `${t.thing}では、パスワードの再登録のときに本人を確かめ、台帳に書いています。`,
  'retired-device-apart': (t) => `使っていない${t.thing}は、ネットワークから外れています。`,
  reviewed: (t) => `${t.thing}の${t.field}は${age(t)}で、当院の期限${t.the('limitDays')}日に収まっています。`,
  'rights-by-class': (t) => `${t.thing}では、情報の区分ごとに権限を分けています。`,
  'risk-analysed': (t) => `「${t.the('information')}」のリスクを${age(t)}に調べています。`,
  'risk-treated': (t) =>
    t.the('treatment') === 'not-applicable'
      ? `${t.thing}は、当院に当てはまらないと判断しています。`
      : `${t.thing}への対策は「${t.choice('treatment', 'risk', 'state')}」となっています。`,
  'roles-defined': (t) => `${t.thing}では、職種・業務ごとに見られる範囲を決めています。`,
  'screen-asks-password': (t) => `${t.thing}の画面は${t.the('minutes')}分で閉じ、開くときにパスワード等を求めます。`,
  'screen-locks': (t) => `${t.thing}の画面は、離席から${t.the('minutes')}分で閉じます。`,
  'sender-checked': () => 'やむを得ず実行プログラムを受け取るときは、送り側の無害化を確かめています。',
  'spare-procedure': (t) => `${t.thing}には、カード等が使えないときの手順があります。`,
  'supplier-known': (t) => `${t.thing}を設置・保守した事業者は${t.named('supplier')}です。`,
  'threat-addressed': (t) => `脅威${threatInJapanese(t)}を、${t.thing}で調べています。`,
  'two-factors': (t) => `${t.thing}は、二要素以上（${factorsOf(t)}）で認証しています。`,
  'users-identified': (t) => `${t.thing}は、利用者を一人ずつ見分けて認証しています。`,
  'wireless-encrypted': (t) =>
    `無線LAN${t.thing}は、${t.choice('encryption', 'wireless', 'encryption')}で暗号化しています。`,
  'wireless-enterprise': (t) => `無線LAN${t.thing}は、802.1Xと電子証明書で認証しています。`,
  'wireless-mac-filter': (t) => `無線LAN${t.thing}は、台帳にある機器だけをつなぎます。`,
  'wireless-refuses-any': (t) => `無線LAN${t.thing}は、ANY接続を断ります。`,
  'wireless-tkip': (t) =>
    `無線LAN${t.thing}の暗号化はWPA2-TKIPです。ガイドラインは認めていますが弱いため、WPA2-AES以上への変更をお勧めします。`,
  'bound-by-law': (t) => `${t.thing}には、法律上の守秘義務があります。`,
  'clause-held': (t) => `${t.thing}について、${t.label}があります。`,
  'closed-scope-known': (t) => `${t.thing}が閉じている範囲を、${t.day('day')}に事業者に確かめています。`,
  'kept-contents-whole': (t) =>
    `お守りに保存した文書の内容は、${t.day('day')}から後にすべて調べ、壊れたものはありません。`,
  'kept-copies-readable': (t) => `お守りの文書を、${t.day('day')}に、ブラウザだけで読める形へ書き出しています。`,
  'kept-dispensed-after': (t) =>
    `お守りで読み取った調剤済み処方箋${t.many('count', '件')}は、調剤が済んだ後のものです。`,
  'kept-formats-open': (t) =>
    `お守りの文書${t.many('count', '件')}に、いずれ開けなくなるおそれのある形式はありません。`,
  'kept-hand-overs-recorded': (t) =>
    `台帳の記録媒体を外へ渡した${t.many('count', '回')}は、受け取りの記録とそろっています。`,
  'kept-media-checked': (t) => `台帳の記録媒体${t.many('count', '件')}は、1か月以内に点検され、寿命を過ぎていません。`,
  'kept-old-papers-planned': (t) =>
    `過去の紙は、周知の後に実施計画（${t.many('count', '件')}）で読み取り、異議の出ている${t.many('objections', '人')}の紙は受け付けません。`,
  'kept-persons-recorded': (t) =>
    `お守りで確定した${t.many('count', '版')}には、入力者と、権限を確かめた確定者と、日時があります。`,
  'kept-proxies-recorded': (t) =>
    `お守りの代行入力${t.many('count', '件')}には、だれの代わりに、だれが、いつ入力したかがあります。`,
  'kept-proxies-settled': (t) => `お守りの代行入力${t.many('count', '件')}は、すべて本人が内容を見て承認しています。`,
  'kept-scans-by-rule': (t) =>
    `お守りで読み取った${t.many('count', '件')}は、種類ごとに決めた解像度・色・保存形式を満たしています。`,
  'kept-scans-signed': (t) => `お守りで読み取った${t.many('count', '件')}に、署名の期限を過ぎたものはありません。`,
  'kept-seen-before': (t) => `お守りで確定した${t.many('count', '版')}は、確定の前に内容が表示されています。`,
  'kept-versions-held': (t) =>
    `お守りで直した${t.many('count', '件')}の文書は、前の版がすべて順に残り、並べて比べられます。`,
  'kept-views-recorded': (t) => `お守りの文書${t.many('count', '件')}を見た人と日時は、証跡に残ります。`,
  'contents-guarded': (t) => `持ち出す${t.thing}の中身は、暗号化かパスワードで守られています。`,
  'disposal-decided': (t) => `${t.thing}を廃棄する条件・人・方法が決まっています。`,
  'line-encrypted': (t) =>
    `${t.thing}の通信は、${t.choice('encryption', 'connection', 'encryption')}で守られています。`,
  'maintenance-kept': (t) => `${t.thing}について、${t.label}が行われています。`,
  'no-subcontracting': (t) => `${t.thing}は、再委託していません。`,
  'only-listed-taken-out': () => '台帳にない機器・媒体は、持ち出せません。',
  'paper-approved': (t) => `${t.thing}（${t.day('day')}改訂）は、${t.named('approver')}が承認しています。`,
  'paper-published': (t) => `${t.thing}を、${t.day('day')}から外に公開しています。`,
  'pledge-signed': (t) => `${t.thing}は、${t.day('day')}に守秘を約束しています。`,
  'post-held': (t) => `${t.choice('post', 'person', 'posts')}は、${t.thing}です。`,
  'take-out-guarded': (t) => `持ち出す${t.thing}には、${t.label}があります。`,
  'tls-kept': (t) => `${t.thing}では、${t.label}が整っています。`,
  'tls12-excused': (t) => `${t.thing}には、TLS 1.3を使えない事情があり、TLS 1.2を使っています。`,
  'topic-written': (t) => `${t.thing}に、「${t.choice('topic', 'document', 'topics')}」が書いてあります。`,
  trained: (t) => `${t.thing}は、${age(t)}に教育・訓練を受けています。`,
  'training-held': (t) => `教育・訓練を${age(t)}に行っており、当院の期限${t.the('limitDays')}日に収まっています。`,
  'training-for-all': () => '教育・訓練は、職員全員が受けています。',

  'administrators-read-passwords': (t) => `${t.thing}では、管理者が利用者のパスワードを読むか推定できます。`,
  'clock-not-synchronised': (t) => `${t.thing}の時計を、標準の時刻に合わせていません。`,
  'clock-off': (t) =>
    `${t.thing}の時計は${t.the('offsetMs')}ミリ秒ずれていて、当院の許容${t.the('limitMs')}ミリ秒を超えています。`,
  'device-silent': (t) =>
    `${t.thing}の記録が最後に届いたのは${age(t)}で、当院の期限${t.the('limitDays')}日を過ぎています。`,
  'executables-allowed': () => 'メールやファイル交換で、実行プログラムやマクロへの対策をしていません。',
  'firewall-stateless': (t) => `${t.thing}に、通信の状態を見て判断するファイアウォールがありません。`,
  'firmware-exception-over': (t) => `${t.thing}を更新しない理由の期限（${t.day('day')}）が過ぎています。`,
  'firmware-old': (t) =>
    `${t.thing}の版${t.has('version') ? `（${t.the('version')}）` : ''}は、製造元の最新の版ではありません。`,
  'guessable-passwords': (t) => `${t.thing}は、推測されやすいパスワードを断りません。`,
  'initial-password-kept': (t) => `${t.thing}では、最初のパスワードを本人が変えないまま使えます。`,
  'intake-not-scanned': (t) => `${t.thing}は、媒体や受け取ったファイルを調べていません。`,
  'inventory-incomplete': () => '情報の一覧に漏れがあります。',
  'inventory-not-readable': () => '安全管理責任者が、情報の一覧をすぐに見られません。',
  'leaver-accounts': (t) => `${t.thing}で、退職・異動した人の利用者番号${t.the('count')}件が使えるままです。`,
  'leavers-disabled-late': (t) =>
    `${t.thing}で退職・異動した人の利用者番号を止めるまで${t.the('days')}日かかり、当院の期限${t.the('limitDays')}日を超えています。`,
  'loan-without-consent': (t) => `${t.thing}を、説明と同意なしに患者へ貸し出しています。`,
  'loan-without-contact': (t) => `${t.thing}を貸すとき、困ったときの連絡先を渡していません。`,
  'kept-contents-damaged': () => `お守りに保存した文書に、内容が壊れ、控えでも直せないものがあります。`,
  'kept-media-neglected': (t) =>
    `記録媒体のうち${t.many('count', '件')}は、1か月以上点検していないか、寿命を過ぎたか、読めない所があります。`,
  'kept-scans-overdue': (t) =>
    `読み取った紙のうち、期限を過ぎても署名されていないものが${t.many('count', '件')}あります。`,
  'log-incomplete': (t) =>
    `${t.thing}のログには、${t.fields('lacking', 'system')}の働きがなく、業務日誌でも補っていません。`,
  'log-unprotected': (t) => `${t.thing}のログは守られておらず、消したり書き換えたりできます。`,
  'malware-inactive': (t) => `${t.thing}で、不正ソフトウェア対策が動いていません。`,
  'no-failure-delay': (t) => `${t.thing}は、パスワードを間違えてもすぐに次を試せます。`,
  'no-lockout': (t) => `${t.thing}は、パスワードを何度間違えても受け付けます。`,
  'no-password-history': (t) => `${t.thing}は、過去のパスワードの使い回しを断りません。`,
  'no-spare-procedure': (t) => `${t.thing}に、カード等が使えないときの手順がありません。`,
  'not-on-diagram': (t) => `${t.thing}が、構成図に載っていません。`,
  'one-factor': (t) => `${t.thing}の認証は、一要素（${factorsOf(t)}）だけです。`,
  'owner-left': (t) => `${t.thing}の責任者${t.named('owner')}は、退職又は異動しています。`,
  'owner-none': (t) => `${t.thing}に責任者がいません。`,
  'password-option-not-kept': (t) =>
    `${t.thing}は${policy(t)}のパスワードで、選んだ方式（${option(t)}）を満たしていません。`,
  'password-reversible': (t) =>
    `${t.thing}は、パスワードを「${t.choice('storage', 'system', 'passwordPolicy.storage')}」で保存しています。`,
  'password-weak': (t) => `${t.thing}は、${policy(t)}のパスワードを許しています。`,
  'patterns-old': (t) =>
    `${t.thing}の定義ファイルは${age(t)}のもので、当院の期限${t.the('limitDays')}日を過ぎています。`,
  'resets-unrecorded': (t) => `${t.thing}では、パスワードの再登録のときの本人確認を台帳に書いていません。`,
  'retired-device-connected': (t) =>
    `${t.choice('deviceState', 'device', 'state')}の${t.thing}が、ネットワークにつながったままです。`,
  'review-overdue': (t) => `${t.thing}の${t.field}は${age(t)}で、当院の期限${t.the('limitDays')}日を過ぎています。`,
  'rights-ignore-class': (t) => `${t.thing}では、情報の区分ごとに権限を分けていません。`,
  'risk-untreated': (t) => `${t.thing}への対策は、まだ行われていません。`,
  'roles-undefined': (t) => `${t.thing}では、職種・業務ごとに見られる範囲を決めていません。`,
  'screen-locks-late': (t) =>
    `${t.thing}の画面が閉じるまで${t.the('minutes')}分で、当院の期限${t.the('limitMinutes')}分を超えています。`,
  'screen-never-locks': (t) => `${t.thing}の画面は、席を離れても閉じません。`,
  'screen-opens-freely': (t) => `${t.thing}の画面は、パスワード等なしに開きます。`,
  'sender-not-checked': () => 'やむを得ず実行プログラムを受け取るとき、送り側の無害化を確かめていません。',
  'shared-accounts': (t) => `${t.thing}で、共用・匿名の利用者番号が${t.the('count')}件使われています。`,
  'users-not-identified': (t) => `${t.thing}は、利用者を一人ずつ見分けていません。`,
  'wireless-any': (t) => `無線LAN${t.thing}は、ANY接続を断っていません。`,
  'wireless-mac-list-differs': (t) => `無線LAN${t.thing}のMACアドレスの一覧が、台帳と合いません。`,
  'wireless-no-mac-filter': (t) => `無線LAN${t.thing}は、つなぐ機器をMACアドレスで限っていません。`,
  'wireless-not-enterprise': (t) => `無線LAN${t.thing}は、802.1Xと電子証明書で認証していません。`,
  'wireless-weak-encryption': (t) =>
    `無線LAN${t.thing}の暗号化は「${t.choice('encryption', 'wireless', 'encryption')}」で、足りません。`,
  'clause-missing': (t) => `${t.thing}について、${t.label}がありません。`,
  'contents-open': (t) => `持ち出す${t.thing}の中身は、暗号化もパスワードもなく、拾った人が読めます。`,
  'disposal-undecided': (t) => `${t.thing}を廃棄する手順が決まっていません。`,
  'line-unencrypted': (t) => `医療情報をやり取りする${t.thing}の通信が、守られていません。`,
  'maintenance-lacking': (t) => `${t.thing}について、${t.label}が行われていません。`,
  'paper-unpublished': (t) => `${t.thing}を、外から読める形で公開していません。`,
  'pledge-missing': (t) => `${t.thing}と、守秘の約束を交わしていません。`,
  'post-vacant': (t) => `${t.choice('post', 'person', 'posts')}の${t.thing}は退職・異動し、ほかにいません。`,
  'take-out-unguarded': (t) => `持ち出す${t.thing}に、${t.label}がありません。`,
  'tls-lacking': (t) => `${t.thing}では、${t.label}が整っていません。`,
  'tls12-unexcused': (t) => `${t.thing}は、事情がないのにTLS 1.2を使っています。`,
  'topic-lacking': (t) => `${t.thing}に、「${t.choice('topic', 'document', 'lacks')}」が書いてありません。`,
  'training-overdue': (t) =>
    `最後に教育・訓練を行ったのは${age(t)}で、当院の期限${t.the('limitDays')}日を過ぎています。`,
  untrained: (t) => `${t.thing}が教育・訓練を受けたのは${age(t)}で、当院の期限${t.the('limitDays')}日を過ぎています。`,
  'training-partial': () => '教育・訓練を受けていない職員がいます。',
  'unlisted-taken-out': () => '台帳にない機器・媒体が、持ち出されることがあります。',
  'vpn-not-client-type': (t) => `${t.thing}のSSL-VPNは、クライアント型ではありません。`,

  'day-in-future': (t) => `${t.thing}の${t.field}が、まだ来ていない日（${t.day('day')}）になっています。`,
  'diagram-unknown': (t) => `${t.thing}が構成図に載っているか、分かっていません。`,
  'facts-in-future': (t) => `${t.thing}を確かめた日が、まだ来ていない日（${t.day('takenOn')}）になっています。`,
  'kept-contents-unseen': () => `お守りに保存した内容は、壊れていないかをまだ調べていません。`,
  'kept-copies-old': (t) => `お守りの文書を、ブラウザだけで読める形へ最後に書き出したのは、${t.day('day')}です。`,
  'kept-formats-at-risk': (t) =>
    `お守りの文書のうち${t.many('count', '版')}は、いずれ開けなくなるおそれのある形式です。`,
  'kept-look-old': (t) => `お守りに保存した内容に、${t.day('day')}から調べていないものがあります。`,
  'kept-media-on-their-way': (t) => `外へ渡した記録媒体${t.many('count', '件')}に、受け取りの記録がありません。`,
  'kept-proxies-waiting': (t) =>
    `代行入力${t.many('count', '件')}が、承認を待っています。いちばん古いものは${t.day('day')}の入力です。`,
  'limit-missing': (t) => `当院の期限（${t.fields('limit', 'limits')}）が決まっていません。`,
  missing: (t) => `${t.thing}の${t.field}が、台帳にありません。`,
  'not-recorded': (t) => `${subjects[t.the('subject') as Subject]}が、台帳に1件もありません。`,
  'reference-unknown': (t) => `${t.thing}の${t.field}が指す「${t.the('target')}」が、台帳にありません。`,
  'risk-not-recorded': (t) => `${t.thing}のリスクが、台帳に1件もありません。`,
  'threat-not-analysed': (t) => `脅威${threatInJapanese(t)}を調べた記録が、台帳にありません。`,
  'topic-unknown': (t) =>
    `${t.thing}に「${t.choice('topic', 'document', 'topics')}」が書いてあるか、分かっていません。`,
}
