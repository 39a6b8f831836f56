import type { DataIssue } from '@omamori/guideline'
import type { InspectorLinkView } from '#assessment'
import type { WatchedLogView } from '#federation'
import type { AuditCoverage } from '#journal'
import { type DueView, dueWords } from '#log-review'
import type { MailServerView } from '#outbox'
import { sayField } from '#registry'
import type { Stamped } from '#signature'
import type { AnswersKept, LinkView, SheetQuestionView, SheetSummary } from '#supplier'

type SupplierLink = Pick<LinkView, 'linkId' | 'expiresAt'>

export type Inspector = Pick<InspectorLinkView, 'linkId' | 'name' | 'organisation' | 'lastDay'>

/** Words of the command line. Functions take the figures of the sentence. */
export const ja = {
  program: 'お守り — 医療機関の情報システムを、ガイドラインに沿って守る',
  example: '例',
  version: '版を出す',
  help: '使い方を出す',
  titles: { 'Usage:': '使い方:', 'Options:': '選べること:', 'Commands:': '命令:', 'Arguments:': '言葉:' },
  usage: {
    'commander.missingMandatoryOptionValue': 'これが要ります',
    'commander.optionMissingArgument': '値が要ります',
    'commander.unknownOption': '知らない指定です',
    'commander.unknownCommand': '知らない命令です',
    'commander.excessArguments': '言葉が多すぎます',
    other: '使い方が違います',
    hint: '使い方は --help を付けると出ます。何も変更していません。',
  },
  notFound: {
    file: (name: string) => `ファイルが見つかりません: ${name}`,
    id: (id: string) => `その番号・名前のものはありません: ${id}`,
    data: (folder: string) => `このフォルダーに、お守りのデータはありません: ${folder}`,
  },
  wordsFound: (found: boolean): string => (found ? 'その言葉は見つかります' : 'その言葉は見つかりません'),
  options: {
    lang: '言葉（ja か en）',
    json: '機械で読める形で出す',
    level: 'どこまで延ばすか（B-T はタイムスタンプ、B-LT は検証の材料、B-LTA は長期保管のタイムスタンプ）',
    fileToSign: '署名するファイル（PDF と XML は中に、そのほかは別のファイルに署名が付く）',
    signingKey: '署名の鍵（PKCS#12 のファイル）',
    tokenModule: 'カードの PKCS#11 モジュール（カードの発行元が配るファイル）',
    tokenSlot: 'どのカードか（omamori cards に出る名前か製造番号）',
    remoteSettings: 'リモート署名サービスの設定（JSON のファイル）',
    certificate: '署名に使う証明書の指紋（SHA-256。いくつもあるとき）',
    keyPasswordFile: '鍵の合い言葉かカードの PIN を1行だけ書いたファイル（なければ尋ねる）',
    lastTry: '次に PIN を間違えるとカードが止まるときにも、PIN を試す',
    tsa: 'タイムスタンプを頼む先（URL。いくつか書くと、順に頼む）',
    signedOutput: '署名したものの置き場所（すでにあるファイルには書かない）',
    signedFile: '署名の入ったファイル（PDF・XML・CMS・電子処方箋）',
    certificateFile: '証明書のファイル（PEM・DER・PKCS#7。つながりもそのまま）',
    signers: '署名の入ったファイルの中の証明書を見せる',
    renewedFolder: '署名したファイルの入ったフォルダー（その下のフォルダーは見ない）',
    within: 'あと何日で切れるものを延ばすか',
    licences: 'HPKI以外の証明書で署名した人の資格の証拠（JSON のファイル。形は docs/formats/licence-evidence.md）',
    accredited: '認定タイムスタンプ事業者の一覧（JSON のファイル。形は docs/formats/accredited-authorities.md）',
    online: '足りない失効リスト・OCSP・中間証明書を、証明書に書かれた所から取り寄せる（書かなければ通信しない）',
    cache: '取り寄せたものの控えの置き場所（--online とともに）',
    allowHost: '閉じたネットワークの中の、尋ねてよい相手（名前か、名前:ポート。--online とともに）',
    trust:
      '信頼の置き場所（ルート証明書・中間証明書・失効リストの入ったフォルダー。HPKI以外のルートも置くときは、HPKIのものをその中の hpki フォルダーに分ける）',
    atTime: 'いつの時点で確かめるか（2026-11-23T09:00:00+09:00 のように。書かなければ今）',
    documentKind: '文書の種類（prescription は処方箋、dispensed-prescription は調剤済み処方箋 など）',
    signedContent: '署名と別になっている、もとのファイル',
    verificationReport: '署名検証報告書をPDFでここに書く',
    reportOrder: '報告書の順（etsi: EN 319 102-1、jnsa: デジタル署名検証ガイドライン）',
    algorithmPolicy: '暗号の方針（jp-medical か etsi-119312）',
    data: 'データの置き場所（フォルダー）',
    database: 'PostgreSQL の場所（postgres://…）',
    facility: '施設の記述（YAML、JSON、Excel のファイル）',
    csv: '1つの種類の表（CSV。Shift_JISかUTF-8）',
    kind: 'CSVの種類（terminal、system など）',
    on: '点検する日（例 2026-11-22、R8.11.22）',
    pdf: '報告書を PDF で書き出すファイル',
    directorPdf: '施設長の1枚を PDF で書き出すファイル',
    chargesPdf: '担当票（わたしの担当）を PDF で書き出すファイル',
    cardPdf: '緊急連絡カードを PDF で書き出すファイル',
    way: '督促の方法（phone 電話、fax、mail メール、letter 郵便、visit 訪問）',
    remindedOn: '督促した日（なければ今日）',
    supplierLink: '閉じるリンクの番号（supplier sheets で見られます。はじめの数文字でよい）',
    person: '担当者（台帳の番号。なければ全員）',
    inspectionFolder: '立入検査ファイルのフォルダーを作る場所',
    inspectorName: '検査者の氏名',
    inspectorOrganisation: '検査者の所属（保健所など）',
    inspectorDays: '見せる日数。今日を含めて1〜31日',
    inspectorLink: '閉じるリンクの番号（inspection inspectors で見られます。はじめの数文字でよい）',
    xlsx: '点検の結果を Excel で書き出すファイル',
    checklistPdf: 'チェックリストを PDF で書き出すファイル',
    port: '待ち受ける番号',
    host: '待ち受ける場所（既定はこの機械だけ）',
    name: 'ブラウザーが使う、ほかの名前（繰り返せる）',
    behindTls: 'TLS を受け持つ中継の後ろで動かす（Cookie を TLS だけに限る）',
    sample: '見本を開く（clinic は診療所、hospital は病院。書かなければ診療所）',
    assessSample: '見本を点検する（clinic は診療所、hospital は病院。書かなければ診療所）',
    format: '書き出す形（yaml、json、xlsx）',
    output: '書き出すファイル（なければ画面に出す）',
    asOf: 'その日の終わりの台帳を書き出す（例 2026-04-01、R8.4.1）',
    template: '空の雛形（Excel）を書き出す',
    apply: '取り込みを実行する（なければ、違いを見せるだけ）',
    before: '前の記録（年度と番号。例 2025-3）',
    after: '後の記録（年度と番号。例 2026-1）',
    sheetPdf: '質問票を PDF で書き出すファイル',
    sheetXlsx: '質問票を Excel で書き出すファイル',
    sheet: '質問票の号数',
    answerFile: '返ってきた質問票（Excel のファイル）',
    code: '質問の番号（紙の5文字）',
    value: '答え（はい、いいえ、分からない、数や日など）',
    by: '答えた人の名前',
    answeredOn: '答えた日（なければ今日）',
    id: '要求事項の番号（例 6.5.C-14-4）',
    section: '節（例 6.5）',
    login: '利用者名',
    displayName: '氏名',
    role: '役割（空白で並べる）',
    checked: '本人であることを何で確かめたか（台帳に残ります）',
    allTasks: '終わった用件も出す',
    fileToInspect: '調べるファイル',
    find: 'この言葉が見つかるかを調べる（半角・全角の違いは問わない）',
    showText: '読み取れた文字をすべて出す',
    documentKindKept: '文書の種類（archive kinds に出る名前か番号）',
    standing: '文書の位置づけ（original 原本、copy 写し、emergency 非常時閲覧用。なければ original）',
    startOf:
      '起算日（completion 診療の完結、dispensed 調剤済み、last-entry 最後の記入、written 記載、work-finished 技工の終わり、used 使用。例 completion=R3.3.31。並べられる）',
    facilityType: '施設の種類（hospital、clinic、dental-clinic、pharmacy。なければ、どの法令も数える）',
    retentionPdf: '文書保存期間一覧を PDF で書き出すファイル',
    requirement: '要求事項の番号（繰り返せる。いくつかを1つの用件にする）',
    anyway: '同じ不足の用件があっても、もう1つ作る',
    task: '用件の番号（はじめの数文字でよい）',
    state: '状態（open 未着手、doing 対応中、done 完了、dropped 取りやめ）',
    note: '経過に書く言葉（取りやめには要ります）',
    title: '何をするか',
    owner: '担当者（台帳の番号。例 p-01）',
    supplier: '事業者（台帳の番号。例 s-01）',
    due: '期限（例 2026-12-06、R8.12.6）',
    cost: '費用（円）',
    recoveryCode: '復旧の紙の番号',
    passphraseFile: '鍵の合言葉を書いたファイル',
    anchor: '検印の控えを置くファイル（別の媒体に。なければ鍵のそば）',
    label: '呼び名（画面と証跡に出ます）',
    witnessKeys: '立会人の検証鍵（繰り返せる）',
    witnessUrl: '立会いの依頼を送る先（なければ、ファイルだけでやり取りする）',
    mailId: 'メールの番号（はじめの数文字でよい。mail show の行の頭）',
    witnessId: '立会人の番号（はじめの数文字でよい）',
    witnessPort: '立会いの窓口も開く番号（ほかの施設の証跡に連署する）',
    witnessHost: '立会いの窓口が待ち受ける場所（既定はこの機械だけ）',
    fromSize: '立会人が持っていると答えた件数',
    evidenceFolder: '証拠を書き出すフォルダー',
    fullAudit: 'まだその時でなくても、すべての記録を見る',
    auditShare: '新しい記録と、以前の記録のこの割合だけを見る（0.01 なら百分の一）',
    fullEvery: 'この日数ごとにすべての記録を見直す（なければ 31）',
    recordAudit: '結果を証跡に書き残す（次は新しい分と一部だけを見られる。お守りが動いていないときに）',
    reason: '理由（証跡に残ります）',
    logFrom: '確かめた記録の最初の日（2026-11-01、R8.11.1 など）',
    logUntil: '確かめた記録の最後の日',
    reviewedSystem: 'ログを確かめたシステムの番号（並べられる。なければお守りの証跡）',
    reviewedOn: '確かめた日（なければ今日）',
    reviewedBy: '確かめた人（台帳の番号）',
    lookedAt: '見たところ（ほかのシステムのログなら要る）',
    findings: '気になったこと（なければ「気になることはなかった」）',
    reviewTask: '気になったことの用件の題',
    correctedReview: '訂正する記録（はじめの数文字でよい）',
    mailHost: 'メールサーバーの名前か番号',
    mailPort: 'メールサーバーの入口の番号（書かなければ starttls は 587、implicit は 465、none は 25）',
    mailTls: '暗号化（starttls、implicit、none。none ではパスワードを送らない）',
    mailUser: 'メールサーバーの利用者名',
    mailPasswordFile: 'メールサーバーのパスワードを書いたファイル（書かなければ、いまのものを使う）',
    mailSender: '差出人の住所',
    mailTo: '警報を知らせる住所（空白で並べる、5つまで）',
  },
  commands: {
    serve: '画面を開けるようにする',
    assess: '施設を点検する',
    extend: '電子署名を、証明書の期限のあとも確かめられる形に延ばす（鍵は要らない）',
    sign: 'ファイルに電子署名を付ける',
    cert: '証明書',
    'cert show': '証明書に書かれていることと、比べるための指紋を見せる（検証はしない）',
    renew: 'フォルダーの中で、もうすぐ確かめられなくなる署名をすべて延ばす（鍵は要らない）',
    archive: '保管',
    'archive kinds': '文書の種類と、その保存期間・根拠・署名する資格を見せる（条文と照合していない行には印が付く）',
    'archive period': '文書をいつまで保存するかを、根拠とともに計算する（まだなら 1 で終わる）',
    'archive inspect': 'ファイルの形式・題名・患者・文字と、読めないところを見せる（保管はしない。あれば 1 で終わる）',
    'archive retention': 'この施設の保存期間の表を見せる（終わりの決まらない種類があれば 1 で終わる）',
    cards: '読み取り機にあるカードと、その証明書を一覧する（PIN は要らない）',
    verify: '電子署名を検証する（だれが、どの資格で、いつまでに署名したか）',
    inspection: '立入検査ファイルを作る。検査者に期限つきで見せる・閉じる',
    'inspection make': '立入検査ファイル（検査で示す書類の一式）を、日付のフォルダーに作る',
    'inspection invite': '検査者ひとりに、立入検査ファイルだけを期限つきで見せるリンクを出す',
    'inspection inspectors': 'いま見られる検査者を並べる',
    'inspection withdraw': '検査者のリンクを、いま閉じる',
    report: '施設長の1枚、担当ごとの紙、緊急連絡カード',
    'report director': '施設長の1枚（いまの状態、決めること、費用、遅れ、変化、回答待ち）',
    'report card': '緊急連絡カード（だれに連絡するか、最初の1時間）',
    'report charges': '担当票（1人ずつ、受け持つもの、足りないこと、すること）',
    checklist: 'チェックリスト（立入検査で確かめる表）の答えを、点検から提案する',
    import: '台帳を取り込む',
    export: '台帳を書き出す',
    guideline: 'ガイドラインを調べる',
    snapshot: '点検の記録',
    'snapshot take': 'いまの点検を記録する',
    'snapshot list': '点検の記録の一覧',
    'snapshot compare': '2つの記録の違いを見る',
    'log-review': 'ログの確認',
    'log-review list': 'ログの確認の記録と、次の期限（期限切れか、まだなら 1 で終わる）',
    'log-review look': 'お守りの証跡の、確かめるところと件数',
    'log-review record': 'ログを確かめたことを記録する',
    task: '改善計画の用件',
    'task list': '用件の一覧（期限を過ぎたものがあれば 1 で終わる）',
    'task add': '用件を作る',
    'task change': '用件を変える',
    supplier: '事業者への質問',
    'supplier sheets': '質問票の一覧と、まだ尋ねていないことの数',
    'supplier issue': '事業者に質問票を出す',
    'supplier remind': '事業者に督促したことを残す（ここから送るものはありません）',
    'supplier link': '事業者が回答するためのリンクを作る',
    'supplier unlink': '事業者のリンクを閉じる',
    'supplier answer': '質問票の回答を入れる',
    ledger: '証跡',
    'ledger verify': '証跡を計算し直して確かめる（その時が来ていればすべてを、ほかの時は新しい記録と以前の一部を）',
    'ledger continue': '古い写しを戻したあと、失われた範囲を記して続ける',
    'ledger anchor': '検印の控えを、理由を残して新しくする',
    'ledger key': '当院の証跡の検証鍵を出す（立会人に渡す）',
    'ledger witnesses': '当院の立会人と、連署の進みを見る',
    'ledger name-witness': '当院の証跡に立ち会う人を登録する',
    'ledger drop-witness': '立会人を外す',
    'ledger witness': '立会人に、いま連署を頼む',
    'ledger submission': '立会いの依頼をファイルに書き出す（ネットワークがないとき）',
    'ledger cosign': '連署の付いたファイルを受け取り、確かめてしまう',
    witness: '立会い（ほかの施設の証跡に連署する）',
    'witness serve': '立会いの窓口だけを開く',
    'witness key': '立会人としての検証鍵を出す（なければ作る）',
    'witness add': '立ち会う証跡を、検証鍵で登録する',
    'witness remove': '証跡への立会いをやめる',
    'witness list': '立ち会っている証跡の一覧（食い違いの証拠があれば 1 で終わる）',
    'witness sign': 'ファイルで届いた依頼に連署する',
    'witness evidence': '食い違いの証拠を書き出す',
    user: '利用者',
    timetable: '定期処理',
    'timetable list': '何がいつ動き、どうだったかを見る（動いていないものがあれば 1 で終わる）',
    'timetable run': '定期処理を、いま動かす',
    mail: '警報を知らせるメール',
    'mail show': 'メールサーバー、立っている警報、発送の様子を見る（警報か届かないメールがあれば 1 で終わる）',
    'mail server': 'メールサーバーと宛先を決める',
    'mail drop': 'メールサーバーを外す（何も送らなくなる）',
    'mail test': '試しのメールを送り、サーバーの返事を見る',
    'mail again': 'あきらめたメールを、もう一度送る',
    'user list': '利用者の一覧',
    'user invite': '利用者を作り、一度だけの番号を出す',
    'user reset': 'パスワードの再登録の番号を出す',
    keys: '鍵',
    'keys rotate': '鍵を取り替える',
    'keys recover': '復旧の紙の番号で鍵を作り直す',
  },
  task: {
    nobody: '担当なし',
    late: (days: number) => `${days}日遅れ`,
    yen: (yen: number) => `${yen.toLocaleString('en-US')}円`,
    short: { 'not-met': '完了としましたが、点検ではまだ不適合', unknown: '完了としましたが、点検ではまだ未確認' },
  },
  logReview: {
    interval: (days: number | undefined) =>
      days === undefined
        ? '確かめる間隔は決められていません（台帳の「当院が決めた期限」で決められます）。'
        : `確かめる間隔は${days}日です（当院が決めた期限）。`,
    due: ({ state, lastOn, lastBy, dueOn }: DueView, name: string) =>
      [
        name,
        dueWords[state].ja,
        lastOn === undefined ? undefined : `最後 ${lastOn}${lastBy === undefined ? '' : `（${lastBy}）`}`,
        dueOn === undefined ? undefined : `次 ${dueOn} まで`,
      ]
        .filter((part) => part !== undefined)
        .join('  '),
    number: (number: number) => `第${number}号`,
    corrected: (number: number) => `第${number}号で訂正`,
  },
  director: {
    waiting: (tasks: number, yen: number) => `決裁待ち ${tasks}件  ${yen.toLocaleString('en-US')}円`,
    money: (undecided: number, decided: number, unsaid: number) =>
      `未決裁の見積もり ${undecided.toLocaleString('en-US')}円  承認済み ${decided.toLocaleString('en-US')}円  費用が未記入 ${unsaid}件`,
    overdue: (tasks: number) => `期限を過ぎた用件 ${tasks}件`,
    questions: (open: number) => `事業者の回答待ち ${open}件`,
    tasks: (tasks: number, late: number) => `用件 ${tasks}件（遅れ ${late}件）`,
  },
  unusable: (path: string) => `この値は使えません: ${path}`,
  preparing: '準備しています…',
  opened: (address: string) => `お守りを開きました: ${address}`,
  stopHint: '止めるには Ctrl+C を押してください。',
  stopping: '止めています…',
  sampleNotice: '見本です。施設も人も会社もすべて架空です。',
  setupCode: (code: string) => `最初の管理者を作るための、一度だけの番号: ${code}`,
  recoverySheet: (code: string) =>
    `復旧の紙の番号（鍵を失ったときに使います。印刷するか書き写して、金庫にしまってください。二度と表示しません）:\n  ${code}`,
  recovered: '鍵を作り直しました。復旧の紙はこれからも使えます。',
  counts: (kind: 'C' | 'D', total: number) => (kind === 'C' ? `最低限（C） ${total}項目` : `推奨（D） ${total}項目`),
  states: { met: '● 適合', 'not-met': '▲ 不適合', unknown: '？ 未確認', 'not-applicable': '－ 対象外' },
  gapsTitle: (shown: number, total: number) => `足りないこと（重い順 ${shown}件／全${total}件）`,
  noGaps: '足りないことは見つかりませんでした。',
  selfAssessment: 'これは自己点検です。国や第三者の認証ではありません。',
  linkLine: ({ linkId, expiresAt }: SupplierLink) => `  リンク ${linkId.slice(0, 8)}  ${expiresAt.slice(0, 10)} まで`,
  supplierLink: ({ expiresAt }: SupplierLink, path: string) =>
    `回答用のリンクを作りました（${expiresAt.slice(0, 10)} まで）。\n次の文字を、この施設のお守りのアドレス（https://…）のすぐ後ろに付けて渡してください。表示はこの1回だけです。\n${path}`,
  supplierUnlinked: (name: string) => `${name} のリンクを閉じました。使っている途中の接続も切れました。`,
  inspectorInvited: ({ name, organisation, lastDay }: Inspector, path: string) =>
    `${organisation} ${name}さんに、${lastDay} の終わりまで立入検査ファイルを見せます。\n次の文字を、この施設のお守りのアドレス（http://…）のすぐ後ろに付けて渡してください。表示はこの1回だけです。\n${path}`,
  inspector: ({ linkId, name, organisation, lastDay }: Inspector) =>
    `${linkId.slice(0, 8)}  ${organisation} ${name}  ${lastDay} まで`,
  inspectorWithdrawn: ({ name, organisation }: Inspector) =>
    `${organisation} ${name}さんのリンクを閉じました。見ている途中でも、もう見られません。`,
  inspectionMade: (path: string, missing: number) =>
    `立入検査ファイルを作りました: ${path}${missing === 0 ? '' : `\nそろっていないものが${missing}件あります。立入検査ファイル.pdf の1に並んでいます。`}`,
  extended: (file: string, level: string) => `${level} まで延ばしました：${file}`,
  stamped: ({ address, authority, underTrust }: Stamped) =>
    `タイムスタンプ: ${authority}（${address}）${underTrust === false ? '。手元の信頼の置き場所にはつながりません' : ''}`,
  signed: (file: string, level: string) => `署名しました（${level}）：${file}`,
  askPassword: '鍵の合い言葉（画面には出ません）: ',
  askRemote: (name: string) => `リモート署名サービスの ${name}（画面には出ません）: `,
  authorisationKept: (file: string) => `署名を認めた記録を残しました：${file}`,
  askPin: 'カードの PIN（画面には出ません）: ',
  noCards: 'カードが見つかりません。読み取り機に入れて、もう一度実行してください。',
  pinStates: {
    usable: 'PIN は使えます',
    'few-left': 'PIN の間違いがありました。残りの回数は多くありません',
    'one-left': '次に PIN を間違えると、カードが止まります',
    locked: 'PIN が止まっています。発行元に相談してください',
  },
  noRetention: '定めがない。施設の規程で決めるまで廃棄できない',
  forSigning: '署名用',
  notForSigning: '署名には使わない',
  until: (day: string) => `${day} まで`,
  signedWithoutStamp: (why: string) =>
    `タイムスタンプは付きませんでした（${why}）。署名そのものは有効です。あとから付けられます。`,
  wrote: (file: string) => `書き出しました: ${file}`,
  issues: (count: number, file: string) => `${file} に直すところが ${count} か所あります。何も変更していません。`,
  more: (count: number) => `…ほか ${count} か所`,
  preview: (counts: { added: number; changed: number; missing: number }) =>
    `新しい ${counts.added}件、変わる ${counts.changed}件、ファイルにない ${counts.missing}件。`,
  applyHint: '取り込むには --apply を付けて、もう一度実行してください。まだ何も変更していません。',
  imported: '取り込みました。',
  verified: (size: number) => `${size}件の記録に、書き換えは見つかりませんでした。`,
  verifiedPart: ({ fresh, older, olderChecked }: AuditCoverage) =>
    `新しい記録 ${fresh}件のすべてと、以前の記録 ${older}件のうち ${olderChecked}件を見て、書き換えは見つかりませんでした。\n残りの ${older - olderChecked}件は、今回は見ていません（すべてを見るには --full）。`,
  auditedAll: {
    first: '書き残された全件の検証がないので、すべてを見ました。--record を付けると、次からは一部だけを見られます。',
    'last-found': '前の検証で合わない所が見つかっているので、すべてを見ました。',
    found: '合わない所が見つかったので、すべてを見ました。',
  },
  auditNotKept: '検証の結果は、証跡に書き残せませんでした（書き込みが止まっています）。',
  verifying: (done: number, of: number) => `${done} / ${of} 件`,
  lost: (log: string, from: number, to: number) =>
    `${log} の ${from}〜${to} 番は、古い写しを戻したときに失われたと記されています。`,
  continued: (count: number) => `証跡を続けます。失われた${count}件を、最初の記録に記しました。`,
  anchored: '検印の控えを新しくしました。',
  unsigned: (count: number) => `うち${count}件は封だけで、次の署名を待っています。`,
  witness: {
    opened: (address: string) => `立会いの窓口を開きました: ${address}`,
    watched: (log: string) => `立ち会う証跡に登録しました: ${log}`,
    unwatched: (log: string) => `立会いをやめました: ${log}`,
    log: ({ label, origin, size, cosignedAt }: WatchedLogView) =>
      `${label}  ${origin}  ${size}件  最後の連署 ${cosignedAt ?? 'まだ'}`,
    notSigned: (status: number, answer: string) =>
      status === 409
        ? `連署しませんでした。こちらが最後に連署したのは ${answer}件です（依頼を --from ${answer} で作り直してもらってください）。`
        : `連署しませんでした（${status}: ${answer}）。`,
    named: (id: string) => `立会人を登録しました（番号 ${id}）。`,
    dropped: '立会人を外しました。これまでの連署は残ります。',
    nobody: '連署を頼む相手がいません。omamori ledger name-witness で登録してください。',
    notAsked: 'まだ頼んでいません',
    cosigned: (by: string) => `連署を受け取りました: ${by}`,
    standing: (
      witnessed: { readonly size: number; readonly at: string; readonly by: readonly string[] } | undefined,
      size: number,
    ) =>
      witnessed
        ? `${size}件のうち${witnessed.size}件に、立会人の連署があります（${witnessed.by.join('、')}、${witnessed.at}）。`
        : `${size}件のどれにも、立会人の連署がありません。`,
  },
  timetable: {
    never: 'まだ動いていません',
    last: (said: string) => `前回 ${said}`,
    next: (at: string) => `次回 ${at}`,
    overdue: '2回続けて動いていません。お守りが動いているかを確かめてください。',
  },
  mail: {
    noServer:
      'メールサーバーが登録されていません。警報はメールでは知らされず、だれかが画面を見るまで、だれにも届きません。',
    server: ({ host, port, tls, recipients }: MailServerView) =>
      `メールサーバー ${host}:${port}（${tls}）  宛先 ${recipients.join('、')}`,
    states: { waiting: '待っています', sent: '渡しました', failed: '届けられませんでした' },
    named: 'メールサーバーと宛先を決めました。omamori mail test で確かめてください。',
    dropped: 'メールサーバーを外しました。これからは何も送りません。',
  },
  notVerified: (count: number) =>
    `記録に合わない所が ${count} か所あります。このフォルダーには書き込まず、写しを取ってください。`,
  invitation: (code: string, until: string) => `一度だけの番号: ${code}（${until} まで）`,
  fault: (number: string, file: string) =>
    `お守りの側で問題が起きました。途中まで保存されたものはありません。（番号 ${number}、原因の記録 ${file}）`,
  anotherFacility: (holds: string, wanted: string) =>
    `このフォルダーには「${holds}」のデータがあるので、見本「${wanted}」は開きません。データには触れていません。--data で別のフォルダーを指定するか、--data を付けずに始めてください。`,
  noFacility: 'このフォルダーには、まだ施設がありません。omamori serve --data で始めてください。',
  unusableData: (folder: string) =>
    `このガイドラインのデータは使えません: ${folder}\n何も開かず、何も変更していません。データを直すか、フォルダーをよそへ移してから、もう一度始めてください。`,
  dataIssue(issue: DataIssue): string {
    switch (issue.kind) {
      case 'unreadable':
        return `読めません: ${issue.at}`
      case 'unresolved':
        return `${issue.id}: ${issue.at} がありません`
      case 'deleted':
        return `${issue.id}: 消えているため、回答が失われます（消さずに retired を付けてください）`
      case 'reused':
        return `${issue.id}: 「${issue.before}」が「${issue.after}」になっています（同じ項目なら、前の題を formerTitles か formerAsks に入れてください）`
      case 'revived':
        return `${issue.id}: 廃止した番号がまた使われています（新しい番号にしてください）`
      case 'twice':
        return `${issue.id}: 二つあります`
      case 'fewer-rounds':
        return `回数: ${issue.before}回が${issue.after}回になり、終わりの回の回答が失われます`
    }
  },
  nothingFound: '見つかりませんでした。',
  sampleMark: '［見本］',
  supplier: ({ supplierId, name, toAsk }: { supplierId: string; name: string; toAsk: number }) =>
    `${name}（${supplierId}）  まだ尋ねていないこと ${toAsk}件`,
  sheet: ({ number, asked, answered, dueOn, due }: SheetSummary) =>
    `  第${number}号  ${asked}問中 ${answered}問に回答  期限 ${dueOn}${due === 'over' ? '（過ぎた）' : ''}`,
  question: ({ code, kind, name, field }: SheetQuestionView, language: 'ja' | 'en') =>
    `  ${code}  ${name}  ${sayField(kind, field, language)}`,
  answersKept: ({ kept, same }: AnswersKept) =>
    kept === 0
      ? '前に受け取った回答と同じです。何も変えていません。'
      : `${kept}問の回答を保存しました（同じもの ${same}問）。`,
  proposals: { yes: '提案 はい', no: '提案 いいえ', blank: '（空欄）' },
  unmatchedNumber: '番号 未照合',
}
