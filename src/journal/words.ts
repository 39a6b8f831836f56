/** What a finding of the verification says to people; the doors add which log and which entry. */
export const findingWords = {
  'checkpoint-missing': { ja: '署名付きの要約がありません', en: 'there is no signed checkpoint' },
  'checkpoint-unreadable': { ja: '署名付きの要約が読めません', en: 'a signed checkpoint cannot be read' },
  'checkpoint-signature-bad': { ja: '要約の署名が合いません', en: 'the signature of a checkpoint does not verify' },
  'checkpoint-larger-than-log': { ja: '署名済みの記録が失われています', en: 'entries that were signed are gone' },
  'checkpoints-disagree': {
    ja: '同じ件数に対して異なる要約が署名されています',
    en: 'two checkpoints for one size disagree',
  },
  'entry-unreadable': { ja: '記録が読めません', en: 'the entry cannot be read' },
  'entry-version-unknown': {
    ja: '新しい形式の記録のため確かめられません',
    en: 'the entry has a newer form and cannot be judged',
  },
  'entry-belongs-to-another-log': { ja: '別の証跡の記録が混ざっています', en: 'the entry belongs to another log' },
  'entry-does-not-match-tree': { ja: '記録が書き換えられています', en: 'the entry was changed' },
  'entry-not-signed': { ja: '署名されていない記録が加えられています', en: 'the entry was never signed' },
  'entry-out-of-order': { ja: '記録の順番が合いません', en: 'the entry is out of order' },
  'previous-misplaced': {
    ja: '前年度の証跡への参照が途中にあります',
    en: 'the entry names an older log but is not the first',
  },
  gap: { ja: '記録が抜けています', en: 'entries are missing' },
  'root-differs-from-checkpoint': {
    ja: 'この範囲のどこかの記録が署名された内容と異なります',
    en: 'some entry of this range differs from what was signed',
  },
  'tile-differs': { ja: '検証用の値が書き換えられています', en: 'a stored tree hash was changed' },
  'tile-missing': { ja: '検証用の値が失われています', en: 'stored tree hashes are gone' },
  'column-differs': { ja: '記録に添えた値が記録の内容と異なります', en: 'a stored column differs from the entry' },
  'search-differs': {
    ja: '検索用の索引が記録の内容と異なります',
    en: 'what the searches go by differs from the entries',
  },
  'index-differs': {
    ja: 'データベースの索引が、表の中身と異なります',
    en: 'an index of the database differs from its table',
  },
  'differs-from-audit': {
    ja: '以前に確かめた時の値と、中身が異なります',
    en: 'the history differs from what an earlier verification found',
  },
  'readings-differ': {
    ja: '2度読んで、違う結果になりました。ディスクかメモリーの故障が疑われます',
    en: 'two readings gave different results: the disk or the memory may be failing',
  },
  'checkpoint-gap': { ja: '署名付きの要約が抜けています', en: 'a signed checkpoint is missing' },
  'detail-missing': { ja: '詳細が失われています', en: 'the detail is gone' },
  'detail-unexpected': {
    ja: '記録にない詳細が加えられています',
    en: 'a detail was added that the entry does not have',
  },
  'detail-differs': { ja: '詳細が書き換えられています', en: 'the detail was changed' },
  'tile-unexpected': { ja: '余分な検証用の値があります', en: 'there is a tile beyond the tree' },
  'log-missing': { ja: '証跡の台帳行が失われています', en: 'the row of the log itself is gone' },
  'log-state-differs': {
    ja: '証跡の状態が記録の内容と異なります',
    en: 'the stored state of the log differs from its entries',
  },
  'signing-key-differs': {
    ja: '署名鍵が開けないか、検証鍵と合いません',
    en: 'the signing key cannot be opened or is another',
  },
  'previous-log-missing': { ja: '前年度の証跡が失われています', en: 'the log of the year before is gone' },
  'previous-log-differs': {
    ja: '前年度の証跡が引き継いだ内容と異なります',
    en: 'the log of the year before is not the one continued',
  },
  'older-than-anchor': {
    ja: '別の場所に控えた検印より古い写しです',
    en: 'this copy is older than the checkpoint kept elsewhere',
  },
  'differs-from-anchor': {
    ja: '別の場所に控えた検印と、中身が異なります',
    en: 'the history differs from the checkpoint kept elsewhere',
  },
  'anchor-unreadable': { ja: '検印の控えが読めません', en: 'the checkpoint kept elsewhere cannot be read' },
  'cosignature-bad': { ja: '保存した連署が確かめられません', en: 'a kept cosignature does not verify' },
  'older-than-witness': {
    ja: '立会人が連署した記録が失われています',
    en: 'entries that a witness has cosigned are gone',
  },
  'differs-from-witness': {
    ja: '立会人が連署した記録と、中身が異なります',
    en: 'the history differs from what a witness has cosigned',
  },
  'anchor-missing': { ja: '検印の控えが見つかりません', en: 'the checkpoint kept elsewhere is not there' },
} as const

/** What the journal itself writes down. */
export const journalActs = {
  'journal.opened': { ja: '証跡を始めた', en: 'opened the journal' },
  'journal.continued': { ja: '失われた記録を記して、証跡を続けた', en: 'went on with the journal after a loss' },
  'journal.verified': { ja: '証跡を検証した', en: 'verified the journal' },
  'journal.sampled': {
    ja: '証跡の新しい記録と、古い記録の一部を検証した',
    en: 'verified what is new in the journal, and a share of what is older',
  },
  'journal.anchored': { ja: '検印の控えを新しくした', en: 'made the kept checkpoint anew' },
} as const
