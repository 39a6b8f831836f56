import { ITEMS_PER_KIND, NAME_LENGTH } from '../facility/field.ts'
import { MAX_ALIASES, MAX_DEPTH } from '../parse-text.ts'
import { MAX_BYTES, MAX_ISSUES } from '../read-facility.ts'
import type { Language } from './issue.ts'

interface PageWords {
  readonly title: string
  readonly other: string
  readonly made: string
  readonly intro: string
  readonly rules: string
  readonly workbook: string
  readonly example: string
  readonly head: string
  readonly age: string
  readonly practices: string
  readonly kinds: string
  readonly columns: readonly string[]
  readonly factColumns: readonly string[]
  readonly unknown: string
  readonly required: string
  readonly absent: Readonly<Record<string, string>>
  readonly single: string
  readonly listed: string
}

const commands = `\`\`\`sh
node src/registry/describe-format.ts ja > docs/formats/facility.md
node src/registry/describe-format.ts en > docs/formats/facility.en.md
\`\`\``

const ja: PageWords = {
  title: '施設の記述（facility file）',
  other: 'English: [facility.en.md](facility.en.md)',
  made: `このページは項目の定義から作られます。手で直さず、定義を直してから作り直してください。\n\n${commands}`,
  intro: `施設のシステム、端末、ネットワーク、人、決まりを1つのファイルに書いたものです。お守りの台帳から書き出せ、台帳に
取り込めます。手で書くこともでき、\`omamori assess --facility FILE\` はサーバーがなくてもこのファイルだけで点検します。`,
  rules: `## 書き方の約束

- 文字コードは UTF-8、形は YAML 1.2（core schema）か JSON です。YAML の独自タグ（\`!\` で始まるもの）は使えません。
- **書いていない項目は「分からない」です。** 点検では「未確認」になります。\`false\` や \`0\` は「ない」と分かっている
  という意味で、「分からない」とは違います。値を空のままにした項目は、書かなかったのと同じです。空の一覧も、何も言って
  いないのと同じです。
- 日は \`2026-11-22\` の形で書きます。数は単位なしの整数です。
- 数字だけの文字（版の \`"7.4"\`、医療機関コードなど）は引用符で囲みます。
- \`id\` は半角の英小文字・数字・ハイフンで64文字まで、種類ごとに1つずつ違うものにします。\`none\` は使えません。人の
  \`id\` には名前を使わず、\`p-01\` のようにします。
- ほかの項目を指すとき（\`ownerId\` など）は、相手の \`id\` を書きます。相手がファイルの中に必要です。責任者がいないと
  分かっているときは \`ownerId: none\` と書きます。
- 限度: ファイル ${MAX_BYTES / 1_000_000} MB、1種類 ${ITEMS_PER_KIND} 件、名前と文 ${NAME_LENGTH} 文字、入れ子 ${MAX_DEPTH} 段、\`*\` の参照 ${MAX_ALIASES} 個。
- 誤りは行番号とともに一度に全部（${MAX_ISSUES} 件まで）示されます。誤りが1つでもあれば、何も取り込まれません。

  > systems[0].passwordPolicy.minLength（12行目）: 0から256までの整数（文字）で書いてください。"十三" とあります。`,
  workbook: `## Excelの書類

同じことを Excel の書類（.xlsx）でも書けます。\`omamori export --template --output FILE\` が空の雛形を、\`--format xlsx\` が
台帳の内容を書き出します。

- 表は種類ごとに1つ、1行が1件、1列が1つの項目です。1つだけの種類は、1行が1つの項目です。
- 3行目（1つだけの種類では1列目）は隠れていて、項目の名前（\`passwordPolicy.minLength\`）があります。見出しと列の順は
  変えられますが、表の名前と隠れた行・列は変えられません。
- 「はい」「いいえ」と選択肢の言葉、番号か名前で書きます。複数はセルの中の改行か「、」で区切ります。番号（id）を
  空けた行には、取り込むときに付きます。日は 2026/11/22、R8.11.22、令和8年11月22日 のどれでも書けます。
- 空いたところは「分からない」です。空の一覧は、書かなかったのと同じになります。
- 数だけの文字（電話、版）は、文字列の書式のセルに書きます。数として入っていると、先頭の0が失われるため断ります。
- 計算式、結合したセル、マクロ、ほかの書類へのつながりがある書類は取り込めません。誤りは表とセルの名前で示されます。

  > 「システム」の表 F7（パスワードの決まり › 最小の文字数）: 0から256までの整数（文字）を書いてください。"十三" とあります。`,
  example: '## 小さな例',
  head: `## ファイルの先頭

| 項目 | 意味 | 型 | 書かないとき | 例 |
|---|---|---|---|---|
| \`format\` | 形式の名前と版 | \`omamori-facility@1\` | 必ず書く | \`omamori-facility@1\` |
| \`asOf\` | この記述を確かめた日 | 日 | 必ず書く | \`2026-11-22\` |
| \`sample\` | 見本である（すべて架空） | true / false | 見本ではない | \`true\` |
| \`profile\` | 施設そのもの | まとまり | 必ず書く（\`name\` だけは要る） | |
| \`practices\` | 適用の質問への答え | 「質問: true / false」 | すべて未確認 | \`usesWirelessLan: true\` |
| \`practicesConfirmedOn\` | 答えを確かめた日 | 「質問: 日」 | \`asOf\` の日 | \`usesWirelessLan: 2026-11-04\` |`,
  age: `## 確かめた日と古さ

事実には、確かめた日があります。項目に \`confirmedOn\` があればその日、なければ \`asOf\` の日です。\`practices\` の答えは
\`practicesConfirmedOn\` にその質問があればその日、なければ \`asOf\` の日です。

確かめた日から \`limits.factValidDays\` 日（書かなければ365日）を過ぎた事実は、よい事実も悪い事実も「未確認」になります。
直さなくても、見直して同じだったなら \`confirmedOn\` を今日にしてください。点検する日より先の日付も「未確認」です。

どのように知ったかは \`source\` に書きます。書かなければ「人が確かめた」とします。事業者にしか分からないことは、聞いて
\`source: vendor\` とし、答えを待つ間は項目を書かないでおきます。`,
  practices: `## practices — 適用の質問

ガイドラインの項目には、無線LANを使っていなければ当てはまらない、といったものがあります。それを決める質問です。
\`true\`（はい）か \`false\`（いいえ）で答えます。答えのない質問に関わる項目は「未確認」になり、「対象外」にはなりません。
台帳から分かること（無線LANの記載があるなど）と答えが食い違うときは、台帳を採り、食い違いを示します。`,
  kinds: `## 種類ごとの項目

\`まとまり\` の行は、下の行をその中に字下げして書くことを表します（\`passwordPolicy.minLength\` は \`passwordPolicy:\` の
下の \`minLength:\`）。`,
  columns: ['項目', '意味', '型・単位・範囲', '書かないとき', '例'],
  factColumns: ['名前', '質問'],
  unknown: '未確認',
  required: '必ず書く',
  absent: {
    confirmedOn: '`asOf` の日',
    source: '人が確かめたとする',
    note: 'なし',
    factValidDays: '365日とする',
    snapshotDays: '365日とする',
  },
  single: '1つだけ書きます。',
  listed: '一覧で、1件ごとに `id` と `name` が必要です。',
}

const en: PageWords = {
  title: 'The facility file',
  other: '日本語: [facility.md](facility.md)',
  made: `This page is made from the field descriptions. Change those, then make it again:\n\n${commands}`,
  intro: `One file that says what a facility has: its systems, terminals, networks, people and rules. Omamori exports and
imports it, and it can be written by hand; \`omamori assess --facility FILE\` judges it without a server.`,
  rules: `## Rules

- UTF-8; YAML 1.2 (core schema) or JSON. Tags of your own (beginning with \`!\`) cannot be used.
- **What is absent is unknown**, and is judged so. \`false\` and \`0\` say that it is known not to be there. A member left
  blank is absent. An empty list says no more than an absent one.
- Days are written \`2026-11-22\`. Numbers are whole and without a unit.
- Text made of digits (a version \`"7.4"\`, an institution code) is put in quotes.
- An \`id\` has small letters, digits and hyphens, at most 64, and is used once per kind; \`none\` is not an id. Ids of
  persons name nobody: \`p-01\`.
- Where one item names another (\`ownerId\`), write its \`id\`; it has to be in the file. \`ownerId: none\` says that it is
  known that nobody is responsible.
- Limits: ${MAX_BYTES / 1_000_000} MB, ${ITEMS_PER_KIND} items of a kind, names and texts of ${NAME_LENGTH} characters, ${MAX_DEPTH} levels, ${MAX_ALIASES} aliases.
- Everything wrong is said at once, with lines (up to ${MAX_ISSUES}). With one mistake nothing is imported.

  > systems[0].passwordPolicy.minLength (line 12): Write a whole number from 0 to 256 (characters). It says "thirteen".`,
  workbook: `## As an Excel workbook

The same can be written in a workbook (.xlsx). \`omamori export --template --output FILE\` writes an empty one,
\`--format xlsx\` what the registry knows. The sheets are in Japanese.

- A sheet for each kind, a row for each item, a column for each member; a kind of which there is one has a member a row.
- Row 3 (column 1 where there is a member a row) is hidden and holds the names of the members
  (\`passwordPolicy.minLength\`). Headers and the order of columns may change; the names of sheets and what is hidden may not.
- はい (yes) and いいえ (no), the words of the choices, ids or names. Several are set apart by line breaks or 、. A row
  without an id is given one on import. Days may be 2026/11/22, R8.11.22 or 令和8年11月22日.
- Blank is unknown; an empty list becomes an absent one.
- Text made of digits (telephones, versions) goes into cells formatted as text; as a number it is refused, because
  noughts at its beginning would be lost.
- Formulas, merged cells, macros and links to other files are refused. What is wrong is said with sheet and cell.

  > sheet システム, F7 (Password policy › Minimum length): Write a whole number from 0 to 256 (characters). It says "十三".`,
  example: '## A small example',
  head: `## The top of the file

| member | meaning | type | when absent | example |
|---|---|---|---|---|
| \`format\` | name and version of the format | \`omamori-facility@1\` | required | \`omamori-facility@1\` |
| \`asOf\` | the day on which this was confirmed | day | required | \`2026-11-22\` |
| \`sample\` | a sample: everything is invented | true / false | not a sample | \`true\` |
| \`profile\` | the facility itself | group | required (\`name\` at least) | |
| \`practices\` | answers on what applies | "question: true / false" | all unknown | \`usesWirelessLan: true\` |
| \`practicesConfirmedOn\` | when an answer was confirmed | "question: day" | the day of \`asOf\` | \`usesWirelessLan: 2026-11-04\` |`,
  age: `## The day of confirmation, and age

A fact has a day on which it was confirmed: the item's \`confirmedOn\`, or else \`asOf\`. An answer of \`practices\` has its
day in \`practicesConfirmedOn\`, or else \`asOf\`.

A fact confirmed more than \`limits.factValidDays\` days ago (365 when absent) counts as unknown, good or bad. When you have
looked again and nothing has changed, set \`confirmedOn\` to today. A day later than the day of judgement is unknown too.

\`source\` says how it is known; when absent, a person looked. Ask the vendor what only the vendor knows and write
\`source: vendor\`; leave the member out while you wait.`,
  practices: `## practices — what applies

Some requirements apply only where, say, a wireless LAN is used. These questions decide it, with \`true\` or \`false\`.
Without an answer the requirements concerned are unknown, never "not applicable". Where the rest of the file proves
otherwise, the file counts and the contradiction is shown.`,
  kinds: `## Members by kind

A \`group\` holds the lines below it: \`passwordPolicy.minLength\` is \`minLength:\` indented under \`passwordPolicy:\`.`,
  columns: ['member', 'meaning', 'type, unit, limits', 'when absent', 'example'],
  factColumns: ['name', 'question'],
  unknown: 'unknown',
  required: 'required',
  absent: {
    confirmedOn: 'the day of `asOf`',
    source: 'a person looked',
    note: 'none',
    factValidDays: '365 days',
    snapshotDays: '365 days',
  },
  single: 'Written once.',
  listed: 'A list; each entry needs an `id` and a `name`.',
}

/** The prose of the page of the format. */
export const pageWords: Readonly<Record<Language, PageWords>> = { ja, en }
