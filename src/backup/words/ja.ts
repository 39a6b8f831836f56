import { type BackupWords, clockTime, size } from './words.ts'

const ways: Readonly<Record<string, string>> = {
  permitted: '書き込みが許されている',
  opened: 'ファイルを書き込み用に開けた',
  owner: '持ち主なので、許可を自分で付けられる',
}

export const ja: BackupWords = {
  states: { met: '○', 'not-met': '×', unknown: '？' },
  rules: {
    'place-seen': '置き場所を見たか',
    integrity: '壊れていないか',
    content: '攻撃者に暗号化されていないか',
    canary: '目印のファイル',
    freshness: '新しさ',
    gaps: '抜けている回',
    generations: '世代の数',
    retention: '残す期間',
    protection: '書き換えられない世代',
    reach: '手の届かない場所',
    methods: '複数の方式',
    change: '急な増減',
    clock: '時刻の食い違い',
    completeness: '中身の揃い',
    disclosure: '漏えいへの備え',
  },
  findings: {
    seen: ({ generations, engine }) => `${engine} で ${generations} 世代を見ました。`,
    'engine-missing': ({ program }) =>
      `${program} がこの機械に入っていないため、見られませんでした。入れてから、もう一度確かめてください。`,
    'engine-version': ({ found, needs }) => `この版では見られません（${found}）。必要なのは ${needs} です。`,
    'engine-failed': ({ said }) =>
      `バックアップのプログラムが途中で止まり、見られませんでした：「${said}」。置き場所は変えていません。`,
    'place-missing': () =>
      '置き場所がありません。接続（マウント）されているか、計画の path が正しいかを確かめてください。',
    'not-a-place': ({ said }) =>
      `そこにあるものは、計画にある種類のバックアップではありません${said ? `：「${said}」` : '。'}`,
    'secret-missing': ({ named }) =>
      `パスワードを ${named} から読めないため、開けません。非常時にも開けないことになります。`,
    'wrong-password': () =>
      'パスワード（鍵）が合わず、開けません。正しい鍵がどこにあるかを、今のうちに確かめてください。',
    locked: ({ locks }) =>
      `ロックが ${locks} 件残っています。ほかのプログラムが使っているか、途中で止まった跡です。動いていないと確かめてから外してください。`,
    damaged: ({ said }) => `壊れています：「${said}」。上書きせずに残し、ほかの置き場所の世代を守ってください。`,
    'not-permitted': () => 'この利用者には読む許可がないため、見られませんでした。',
    'timed-out': ({ minutes }) =>
      `${minutes} 分で終わらず、途中でやめました。計画の limits.minutes を増やして、もう一度確かめてください。`,
    'too-many-files': () =>
      'ファイルまたはフォルダーの階層が多すぎるため、途中でやめました。path が正しいかを確かめてください。',
    'too-much-output': () => 'プログラムの出力が大きすぎるため、途中でやめました。',
    'medium-away': () => '媒体はつながれていません（計画どおり）。',
    'word-of-a-person': ({ on, by, how, newestOn }) =>
      `${by} が ${on} に確かめました（${how}）。最も新しい世代は ${newestOn}。人の申告は、機械で見るより弱い証拠です。`,
    'word-expired': ({ on, days }) =>
      `人が確かめたのは ${on} で、${days} 日の期限を過ぎています。媒体を確かめ直して、seen を書き直してください。`,
    'word-of-the-future': ({ on, newestOn }) =>
      `確かめた日（${on}）または世代の日（${newestOn}）が、まだ来ていない日です。日付を確かめてください。`,
    'never-seen': () => 'ここからは見えない媒体で、人が確かめた記録（seen）もありません。',
    intact: ({ generations }) => `${generations} 世代すべてを読み、壊れていません。`,
    'generation-damaged': ({ example }) =>
      `この世代は壊れているか、途中で切れています${example ? `（${example}）` : ''}。戻せないものとして扱ってください。`,
    'not-checked': ({ count, generations, engine }) =>
      `${generations} 世代のうち ${count} 世代は、元のままか確かめられません。${engine === 'folder' ? '世代のフォルダーに SHA256SUMS を作ると確かめられます。' : ''}`,
    fresh: ({ newestAt, ageHours }) => `最も新しい世代は ${clockTime(newestAt)}（${ageHours} 時間前）です。`,
    stale: ({ newestAt, ageHours, allowedHours }) =>
      `最も新しい良い世代が ${clockTime(newestAt)}（${ageHours} 時間前）です。${allowedHours} 時間以内のはずです。取得が止まっていないか確かめてください。`,
    'beyond-rpo': ({ ageHours, rpoHours }) =>
      `いま失うと ${ageHours} 時間分が戻りません。目標（RPO）は ${rpoHours} 時間です。`,
    'no-generation': () => '使える世代が一つもありません。',
    'no-time': () => '世代の日時が分からないため、新しさを確かめられません。名前に日付を入れてください。',
    'no-gap': ({ days }) => `この ${days} 日間に抜けはありません。`,
    gap: ({ from, to, hours, allowedHours }) =>
      `${clockTime(from)} から ${clockTime(to)} まで ${hours} 時間、世代がありません（${allowedHours} 時間以内のはず）。`,
    'enough-generations': ({ found, needed }) => `良い世代が ${found} あります（${needed} 以上）。`,
    'too-few-generations': ({ found, needed }) => `良い世代が ${found} しかありません（${needed} 以上が必要）。`,
    'generations-unknown': ({ found, needed }) =>
      `見えた世代は ${found} です。見えない置き場所があり、${needed} 以上あるかは分かりません。`,
    'kept-long-enough': ({ days }) => `最も古い世代は ${days} 日前のものです。`,
    'kept-too-short': ({ days, neededDays }) => `最も古い世代が ${days} 日前です。計画では ${neededDays} 日残します。`,
    protected: ({ from, found }) => `${from} 世代目以降で、書き換えられない写しが ${found} 世代あります。`,
    'not-protected': ({ from, needed, found }) =>
      `${from} 世代目以降の書き換えられない写しが ${found} 世代です（${needed} 以上が必要）。ランサムウェアに全部を奪われるおそれがあります。切り離した媒体か、書き込めない媒体に写してください。`,
    'protection-unknown': ({ from }) => `${from} 世代目以降に、書き換えられない写しがあるか分かりません。`,
    'old-not-protected': ({ count, days }) => `${days} 日より古い ${count} 世代に、書き換えられない写しがありません。`,
    'several-methods': ({ found }) => `${found} 通りの方式で残しています。`,
    'one-method': ({ found, needed }) => `方式が ${found} 通りです（${needed} 以上が必要）。`,
    'not-writable': () => 'この機械のこの利用者からは書き込めませんでした（書き込まずに試しました）。',
    'writable-from-here': ({ because }) =>
      `手が届かないはずの写しに、この機械から書き込めます（${ways[because ?? ''] ?? because}）。ランサムウェアも同じことができます。`,
    'writing-unknown': () => '書き込めるかどうかを試せませんでした。',
    'content-plausible': ({ files }) => `${files} ファイルの一部を読み、暗号化された様子はありません。`,
    'content-encrypted': ({ files, count, example }) =>
      `攻撃者に暗号化された疑いがあります。読んだ ${files} ファイルのうち ${count} が名前どおりの中身ではありません（${example}）。ネットワークから切り離し、古い世代を守ってください。`,
    'content-suspicious': ({ files, count }) =>
      `読んだ ${files} ファイルのうち ${count} が、正体の分からない乱雑な中身です。攻撃者による暗号化でないか確かめてください。`,
    'content-unknown': () => '中身を読めるファイルがなく、暗号化されていないかは分かりません。',
    'canary-kept': ({ generations }) => `${generations} 世代で元のままです。`,
    'canary-changed': ({ path }) => `目印のファイル ${path} が書き換えられています。暗号化の疑いがあります。`,
    'canary-missing': ({ path }) => `目印のファイル ${path} がありません。`,
    'canary-unknown': ({ path }) => `目印のファイル${path ? ` ${path} ` : ''}を確かめられませんでした。`,
    'size-steady': () => '急な増減はありません。',
    shrunk: ({ newest, usual }) => `大きさが急に減りました（いつもは ${size(usual)}、今回は ${size(newest)} バイト）。`,
    grown: ({ newest, usual }) => `大きさが急に増えました（いつもは ${size(usual)}、今回は ${size(newest)} バイト）。`,
    'fewer-files': ({ newest, usual }) =>
      `ファイルの数が急に減りました（いつもは ${size(usual)}、今回は ${size(newest)}）。`,
    'more-files': ({ newest, usual }) =>
      `ファイルの数が急に増えました（いつもは ${size(usual)}、今回は ${size(newest)}）。`,
    'clock-plausible': () => '時刻に食い違いはありません。',
    'from-the-future': ({ at }) =>
      `まだ来ていない時刻（${clockTime(at)}）が付いています。時計を確かめてください。古い世代を新しく見せる手口でもあります。`,
    'written-later': ({ named, at }) =>
      `${clockTime(named)} の世代なのに、${clockTime(at)} に書かれたものがあります。後から書き換えられたおそれがあります。`,
    'name-disagrees': ({ named, at }) =>
      `名前は ${clockTime(named)} からの世代ですが、書かれたのはそれより前（${clockTime(at)}）です。入れ替わっていないか確かめてください。`,
    'holds-everything': ({ paths }) => `含むはずの ${paths} か所がすべて入っています。`,
    'holds-unknown': () => '含むはずのものが入っているかは、この種類では分かりません。',
    'lacks-path': ({ path }) => `含むはずの ${path} が入っていません。`,
    'empty-generation': () => 'この世代は空です。',
    encrypted: ({ by }) => (by === 'engine' ? '暗号化されています。' : '暗号化されています（計画の記載による）。'),
    'not-encrypted': () => '暗号化されていません。盗まれると読まれます。',
    'encryption-unknown': () => '暗号化されているか分かりません。計画に encrypted を書いてください。',
  },
  place: '置き場所',
  generation: '世代',
  lookedAt: (at) => `${clockTime(at)} に見たもの`,
  caveat: '見ただけで、戻してはいません。本当に戻せるかは、復元の訓練で確かめてください。',
}
