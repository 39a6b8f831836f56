import type { PackageFinding, PackageReport } from './format/verify-package.mjs'

type Language = 'ja' | 'en'

/** 指摘の言葉 — what each finding of the verifier means. */
const findingWords: Readonly<Record<string, { readonly ja: string; readonly en: string }>> = {
  'not-a-bag': { ja: '長期保存パッケージではありません', en: 'this is no preservation package' },
  'manifest-unreadable': { ja: 'ファイルの一覧を読めません', en: 'the list of files cannot be read' },
  'file-missing': { ja: 'ファイルがありません', en: 'the file is missing' },
  'file-too-large': { ja: 'ファイルが大きすぎて、読みませんでした', en: 'the file is too large, and was not read' },
  'file-differs': { ja: 'ファイルが変わっています', en: 'the file was changed' },
  'file-unlisted': { ja: '一覧にないファイルがあります', en: 'the file is not in the list' },
  'package-unreadable': { ja: 'パッケージの見出しを読めません', en: 'what the package says of itself cannot be read' },
  'key-unreadable': { ja: '検証鍵の形ではありません', en: 'this is no verifier key' },
  'key-missing': { ja: 'この証跡の検証鍵が与えられていません', en: 'no verifier key was given for this log' },
  'document-unlisted': { ja: '一覧にない文書があります', en: 'the document is not in the list' },
  'document-unreadable': { ja: '文書の見出しを読めません', en: 'what is said of the document cannot be read' },
  'package-unproven': {
    ja: 'パッケージ全体が、書き出したときの証跡と合いません（抜き取りや差し替えの疑い）',
    en: 'the package as a whole is not the one that was written: something may have been left out or replaced',
  },
  'receipt-unreadable': { ja: '受領証を読めません', en: 'the receipt cannot be read' },
  'checkpoint-signature-bad': { ja: '証跡の検印が、鍵と合いません', en: 'the checkpoint is not signed by the key' },
  'receipt-not-witnessed': {
    ja: '与えられた立会人の署名が、受領証にありません',
    en: 'none of these witnesses cosigned the receipt',
  },
  'entry-not-in-log': { ja: '受領証が、証跡にあることを示していません', en: 'the receipt does not prove its entry' },
  'entry-of-something-else': { ja: '受領証は、別のものについてです', en: 'the receipt is of something else' },
  'detail-differs': { ja: '明細が、受領証と合いません', en: 'the particulars are not those of the receipt' },
  'facts-unproven': {
    ja: '題名・患者・種類・日付が、登録したときの証跡と合いません',
    en: 'title, patient, kind or date are not those that were registered',
  },
  'version-unproven': {
    ja: '版の登録（内容・登録者・日時・理由）が、証跡と合いません',
    en: 'that the version was registered so is not proved',
  },
  'version-missing': {
    ja: '証跡にある版が、パッケージにありません',
    en: 'a version of which the journal tells is missing',
  },
  'content-left-out': {
    ja: '内容は、書き出したときにもう読めませんでした',
    en: 'the content could not be read any more when the package was made',
  },
  'content-differs': { ja: '内容が、登録したものと違います', en: 'the content is not the one that was registered' },
  'confirmation-unproven': { ja: '確定が、証跡と合いません', en: 'that it was confirmed so is not proved' },
  'withdrawal-unproven': { ja: '取り下げが、証跡と合いません', en: 'that it was withdrawn so is not proved' },
  'approval-unproven': {
    ja: '代行入力の承認が、証跡と合いません',
    en: 'that the proxy entry was approved so is not proved',
  },
  'signature-unproven': {
    ja: '電子署名が、確定したときの証跡と合いません',
    en: 'these are not the signatures with which it was confirmed',
  },
  'signature-differs': { ja: '電子署名のファイルが違います', en: 'the file of the signature is another one' },
}

const words = {
  ja: {
    counted: ({ documents, versions, receipts, signatures }: PackageReport) =>
      `文書 ${documents} 件、版 ${versions}、受領証 ${receipts}、電子署名 ${signatures} を調べました。`,
    keys: (keys: readonly string[]) => `検証鍵: ${keys.join('、') || 'なし'}`,
    untrusted:
      '検証鍵は、パッケージの中のものです。書き換えた人は鍵も書き換えられます。別に控えた鍵と比べるか、--key で与えてください。',
    whole: '異常はありません。',
    broken: (count: number) => `異常が ${count} 件あります。このパッケージだけを根拠にしないでください。`,
    document: '文書',
    version: (version: number) => `第${version}版`,
  },
  en: {
    counted: ({ documents, versions, receipts, signatures }: PackageReport) =>
      `Documents ${documents}, versions ${versions}, receipts ${receipts}, signatures ${signatures}.`,
    keys: (keys: readonly string[]) => `Verifier keys: ${keys.join(', ') || 'none'}`,
    untrusted:
      'The keys are those within the package. Who changes it changes them as well: compare them with those kept elsewhere, or give these with --key.',
    whole: 'Everything is whole.',
    broken: (count: number) => `${count} findings. Do not rest anything on this package alone.`,
    document: 'document',
    version: (version: number) => `version ${version}`,
  },
} as const

/** 検証の答え, as lines for a person. */
export function packageLines(report: PackageReport, language: Language): readonly string[] {
  const said = words[language]
  const found = report.findings.map((finding) => findingLine(finding, language))
  return [
    ...found,
    said.counted(report),
    said.keys(report.keys),
    ...(report.trusted ? [] : [said.untrusted]),
    found.length === 0 ? said.whole : said.broken(found.length),
  ]
}

function findingLine({ code, document, version, file, receipt, key, log }: PackageFinding, language: Language): string {
  const said = words[language]
  const where = [
    ...(document === undefined ? [] : [`${said.document} ${document}`]),
    ...(version === undefined ? [] : [said.version(version)]),
    ...[file, receipt, key, log].flatMap((one) => (one === undefined ? [] : [String(one)])),
  ]
  return `${findingWords[code]?.[language] ?? code}: ${where.join(' ')}`
}
