import type { Subject } from './codes.ts'
import { subjects, threatInJapanese } from './ja-findings.ts'
import type { Told } from './told.ts'
import type { Sentences } from './words.ts'

/** A step that a supplier can take: asked of it by name where it is known. */
const by = (t: Told, what: string) =>
  t.has('supplier') ? `${t.named('supplier')}に、${what}よう依頼する` : `${what}よう、事業者に依頼する`

/** Steps as a decision says them; `asRequest` asks somebody for them. */
export const actions: Sentences['actions'] = {
  'administrators-read-passwords': (t) => by(t, `${t.thing}のパスワードを管理者にも読めない形にする`),
  'clock-not-synchronised': (t) => by(t, `${t.thing}の時計を標準の時刻に合わせる`),
  'clock-off': (t) => by(t, `${t.thing}の時計のずれを直す`),
  'device-silent': (t) => by(t, `${t.thing}の記録が届かない理由を調べる`),
  'executables-allowed': () => '実行プログラムやマクロの送受信を、禁じるか無害化する設定にする',
  'firewall-stateless': (t) => by(t, `${t.thing}の前にステートフルインスペクション相当以上のファイアウォールを置く`),
  'firmware-exception-over': (t) => by(t, `${t.thing}を最新の版に更新する`),
  'firmware-old': (t) => by(t, `${t.thing}を最新の版に更新する`),
  'guessable-passwords': (t) => by(t, `${t.thing}で推測されやすいパスワードを断る設定にする`),
  'initial-password-kept': (t) => by(t, `${t.thing}で最初のパスワードを本人に変えさせる設定にする`),
  'intake-not-scanned': (t) => by(t, `${t.thing}で媒体と受け取ったファイルを調べる設定にする`),
  'inventory-incomplete': () => '情報の一覧に漏れているものを書き足し、もう一度確かめる',
  'inventory-not-readable': () => '安全管理責任者が情報の一覧をすぐに見られるようにする',
  'leaver-accounts': (t) => `${t.thing}で、退職・異動した人の利用者番号${t.the('count')}件を、今日止める`,
  'leavers-disabled-late': (t) =>
    `${t.thing}で、退職・異動から${t.the('limitDays')}日以内に利用者番号を止める手順を決める`,
  'loan-without-consent': (t) => `${t.thing}を借りている患者に、リスクと注意点を説明して同意を得る`,
  'loan-without-contact': (t) => `${t.thing}を借りている患者に、困ったときの連絡先を渡す`,
  'approve-proxies': () => '代行入力を頼んだ人が、内容を見て承認する',
  'check-contents': () => 'コマンド omamori archive check で、保存している内容をすべて確かめる',
  'copy-records': () => '非常時閲覧用パッケージを書き出し、毎晩書き出すよう決める',
  'convert-formats': () => 'コマンド omamori archive formats で形式を確かめ、PDFなどに変換した新しい版を登録する',
  'find-receipts': () => '渡した媒体の受け取りを確かめ、「記録媒体の台帳」に書く',
  'kept-contents-damaged': () => '壊れた文書を、バックアップや長期保存パッケージから戻せるか確かめる',
  'kept-media-neglected': () => '「記録媒体の台帳」の気がかりのある媒体を点検し、必要なら新しい媒体へ複写する',
  'kept-scans-overdue': () => '「紙の読取り」で期限切れの文書を開き、内容を見て署名する',
  'log-incomplete': (t) => `${t.thing}が更新されるまで、だれが何をしたかを業務日誌に書く`,
  'log-unprotected': (t) => by(t, `${t.thing}のログを消したり書き換えたりできないようにする`),
  'malware-inactive': (t) => by(t, `${t.thing}の不正ソフトウェア対策を動かす`),
  'no-failure-delay': (t) => by(t, `${t.thing}でパスワードを間違えたあとに待ち時間を置く`),
  'no-lockout': (t) => by(t, `${t.thing}で一定の回数間違えたら受付を止める設定にする`),
  'no-password-history': (t) => by(t, `${t.thing}で過去のパスワードを使わせない設定にする`),
  'no-spare-procedure': (t) => `${t.thing}のカード等が使えないときの手順を決めて、書く`,
  'not-on-diagram': (t) => `構成図に${t.thing}を書き足す`,
  'one-factor': (t) =>
    t.has('supplier')
      ? `${t.named('supplier')}に、${t.thing}で二要素認証を使えるか問い合わせる`
      : `${t.thing}で二要素認証を使えるか、事業者に問い合わせる`,
  'owner-left': (t) => `${t.thing}の新しい責任者を決める`,
  'owner-none': (t) => `${t.thing}の責任者を決める`,
  'password-option-not-kept': (t) => `${t.thing}のパスワードを、選んだ方式に合わせて設定する`,
  'password-reversible': (t) => by(t, `${t.thing}のパスワードを元に戻せない形で保存する`),
  'password-weak': (t) =>
    t.has('supplier')
      ? `${t.named('supplier')}に、${t.thing}のパスワードを13文字以上にできるか問い合わせる`
      : `${t.thing}のパスワードを13文字以上にできるか、事業者に問い合わせる`,
  'patterns-old': (t) => `${t.thing}の定義ファイルを、今日更新する`,
  'resets-unrecorded': (t) => `${t.thing}のパスワードを再登録するときは、本人を確かめた方法を台帳に書く`,
  'retired-device-connected': (t) => `使っていない${t.thing}を、ネットワークから外す`,
  'review-overdue': (t) => `${t.thing}をもう一度確かめて、${t.field}を新しくする`,
  'rights-ignore-class': (t) => by(t, `${t.thing}の権限を情報の区分ごとに分ける`),
  'risk-untreated': (t) => `${t.thing}への対策をいつまでに行うか決め、実施する`,
  'roles-undefined': (t) => `${t.thing}で職種・業務ごとに見られる範囲を決め、規程に書く`,
  'screen-locks-late': (t) => `${t.thing}の画面が${t.the('limitMinutes')}分以内に閉じるよう設定する`,
  'screen-never-locks': (t) => `${t.thing}の画面が、席を離れたら閉じるよう設定する`,
  'screen-opens-freely': (t) => `${t.thing}の画面を開くときに、パスワード等を求める設定にする`,
  'sender-not-checked': () => '実行プログラムを受け取る前に、送り側で無害化したかを確かめる決まりを作る',
  'shared-accounts': (t) => `${t.thing}の共用・匿名の利用者番号をやめ、一人ずつ番号を配る`,
  'users-not-identified': (t) => `${t.thing}で、利用者一人ずつに番号を配る`,
  'wireless-any': (t) => by(t, `無線LAN${t.thing}でANY接続を断る設定にする`),
  'wireless-mac-list-differs': (t) => `無線LAN${t.thing}のMACアドレスの一覧を、台帳と照らして直す`,
  'wireless-no-mac-filter': (t) => by(t, `無線LAN${t.thing}につなぐ機器をMACアドレスで限る`),
  'wireless-not-enterprise': (t) => by(t, `無線LAN${t.thing}を802.1Xと電子証明書で守る`),
  'wireless-weak-encryption': (t) => by(t, `無線LAN${t.thing}の暗号化をWPA2-AES以上にする`),
  'clause-missing': (t) => `${t.thing}との契約を見直し、${t.label}を整える`,
  'contents-open': (t) => by(t, `持ち出す${t.thing}の中身を暗号化する`),
  'disposal-undecided': (t) => `${t.thing}を廃棄する条件・人・方法を決める`,
  'line-unencrypted': (t) => by(t, `${t.thing}の通信をIPsecかTLSで守る`),
  'maintenance-lacking': (t) => `${t.thing}と話し合い、${t.label}を行うよう取り決める`,
  'paper-unpublished': (t) => `${t.thing}を、院内の掲示やホームページで公開する`,
  'pledge-missing': (t) => `${t.thing}と、守秘の約束（雇用契約の条項や誓約書）を交わす`,
  'post-vacant': (t) => `${t.choice('post', 'person', 'posts')}を新しく決める`,
  'take-out-unguarded': (t) => `${t.thing}を持ち出す前に、${t.label}を整える`,
  'tls-lacking': (t) => by(t, `${t.thing}の${t.label}を整える`),
  'tls12-unexcused': (t) => by(t, `${t.thing}をTLS 1.3に限る`),
  'topic-lacking': (t) => `${t.thing}に、「${t.choice('topic', 'document', 'lacks')}」を書き足す`,
  'training-overdue': () => '個人情報の教育・訓練を行う日を決める',
  untrained: (t) => `${t.thing}が教育・訓練を受ける日を決める`,
  'training-partial': () => '教育・訓練をまだ受けていない職員が受ける日を決める',
  'unlisted-taken-out': () => '持ち出してよい機器・媒体をすべて台帳に書き、ほかの持ち出しを禁止する',
  'vpn-not-client-type': (t) => by(t, `${t.thing}のSSL-VPNをIPsecかクライアント型に改める`),

  'analyse-risk': (t) => `${t.thing}にどんな危険があるかを調べ、台帳に書く`,
  'analyse-threat': (t) => `脅威${threatInJapanese(t)}が当院に当てはまるかを調べ、台帳に書く`,
  'answer-question': (t) =>
    t.has('question') ? `質問「${t.the('question')}」に答える` : 'この項目が当院に当てはまるか、質問に答える',
  'ask-supplier': (t) =>
    t.thing === t.named('supplier')
      ? `${t.thing}に、${t.label}について問い合わせる`
      : `${t.named('supplier')}に、${t.thing}の${t.field}を問い合わせる`,
  attest: () => '担当の人が確かめ、確かめた日と証拠を添えて申告する',
  'confirm-facts': (t) => `${t.thing}の記載をもう一度確かめ、確かめた日を書く`,
  'confirm-in-person': () => '台帳の記載はそろっています。担当の人が実際に確かめ、申告する',
  'correct-day': (t) => `${t.thing}の${t.field}を直す`,
  'correct-reference': (t) => `${t.thing}の${t.field}を、台帳にあるものから選び直す`,
  'draw-diagram': (t) => `構成図に${t.thing}が載っているかを確かめ、台帳に書く`,
  'read-paper': (t) => `${t.thing}を読み、「${t.choice('topic', 'document', 'topics')}」が書いてあるかを台帳に書く`,
  'record-fact': (t) => `${t.thing}の${t.field}を確かめ、台帳に書く`,
  'record-items': (t) => `${subjects[t.the('subject') as Subject]}を、台帳に書く`,
  'renew-attestation': () => '前の申告の期限が切れています。もう一度確かめて、申告する',
  'set-limit': (t) => `当院の期限（${t.fields('limit', 'limits')}）を決める`,
}
