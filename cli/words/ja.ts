import type { DataIssue } from '@omamori/guideline'
import type { InspectorLinkView } from '#assessment'
import type { WatchedLogView } from '#federation'
import type { AuditCoverage } from '#journal'
import { type DueView, dueWords } from '#log-review'
import type { MailServerView } from '#outbox'
import { sayField } from '#registry'
import type { Stamped } from '#signature'
import type { AnswersKept, LinkView, SheetQuestionView, SheetSummary } from '#supplier'
import { commands } from './commands.ja.ts'
import { documentWords } from './document-words.ts'
import { options } from './options.ja.ts'

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
  scanFolder: (folder: string) =>
    `スキャナのフォルダーを決めました: ${folder}\n  届いたファイルは、画面「紙の読取り」に並びます。`,
  emergency: {
    ask: '非常時閲覧用パッケージの合言葉（13文字以上。英字・数字・記号を混ぜる）: ',
    askAgain: 'もう一度: ',
    progress: (done: number, of: number) => `${done} / ${of} 件`,
    made: (folder: string, documents: number) =>
      `非常時閲覧用パッケージを作りました: ${folder}（${documents} 件）\n  index.html をブラウザーで開き、合言葉を入れると見られます。合言葉は、パッケージとは別に保管してください。`,
    nightly: (folder: string, keep: number) =>
      `毎晩 4:50 に、非常時閲覧用パッケージをここに作ります: ${folder}（新しい方から ${keep} 個を残します）\n  次にお守りを開いたときから始まります。すぐに作るときは: omamori timetable run emergency-package`,
    sameDisk: 'データと同じディスクです。1つの故障で一緒に失われます。別の媒体をお勧めします。',
    leftOut: (count: number) =>
      `読めない文書 ${count} 件は、入っていません（どれかは、パッケージの「このパッケージについて」に出ます）。ほかの文書は入っています。`,
  },
  package: {
    made: (folder: string, documents: number) =>
      `長期保存パッケージを作りました: ${folder}（${documents} 件）\n  暗号化していません。患者の情報を含みます。鍵のかかる場所か、暗号化した媒体に置いてください。\n  次の検証鍵を、パッケージとは別に控えてください（omamori archive verify で使います）:`,
    leftOut: (count: number) => `読めない内容が ${count} 件あり、入っていません。ほかは入っています。`,
  },
  documents: documentWords.ja,
  cannotBeShown: '表示できません',
  wordsFound: (found: boolean): string => (found ? 'その言葉は見つかります' : 'その言葉は見つかりません'),
  options,
  commands,
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
  lookingAt: (place: string, step: string, files: number, seconds: number): string =>
    `${place}：${{ list: '世代の一覧', check: '検査', read: '読み取り' }[step] ?? step}（${files.toLocaleString('ja')} ファイル、${seconds} 秒）`,
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
