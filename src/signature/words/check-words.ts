/** 検証の段階 — the building blocks of EN 319 102-1, in its order; `qualification` is ours and stands apart. */
export const checkBlocks = [
  'format',
  'signing-certificate',
  'context',
  'x509',
  'cryptographic',
  'acceptance',
  'time-stamps',
  'past',
  'qualification',
] as const
export type CheckBlock = (typeof checkBlocks)[number]

export const blockWords: Readonly<Record<CheckBlock, { readonly ja: string; readonly en: string }>> = {
  format: { ja: '形式の確認', en: 'Format checking' },
  'signing-certificate': { ja: '署名者の証明書の特定', en: 'Identification of the signing certificate' },
  context: { ja: '検証条件の準備', en: 'Validation context initialisation' },
  x509: { ja: '証明書の検証（X.509）', en: 'X.509 certificate validation' },
  cryptographic: { ja: '暗号の検証', en: 'Cryptographic verification' },
  acceptance: { ja: '署名の受入れ条件', en: 'Signature acceptance validation' },
  'time-stamps': { ja: 'タイムスタンプ', en: 'Time stamps' },
  past: { ja: '過去の署名の検証と、存在の証明', en: 'Past signature validation and proofs of existence' },
  qualification: {
    ja: '資格の確認（規格の外。お守りが加えたもの）',
    en: 'Licence of the signer (not in the standard; added by Omamori)',
  },
}

export interface CheckWords {
  readonly block: CheckBlock
  readonly ja: string
  readonly en: string
}

const row = (block: CheckBlock, ja: string, en: string): CheckWords => ({ block, ja, en })

/** Each check as what must hold: beside its outcome it reads as a sentence. check-words.test.ts holds it against the package's source. */
export const checkWords: Readonly<Record<string, CheckWords>> = {
  format: row('format', '署名の形を読み取れること', 'the signature can be read'),
  'cms-readable': row('format', '署名データ（CMS）を読み取れること', 'the signature data (CMS) can be read'),
  'cms-one-signer': row('format', '1つの署名データに署名者が1人であること', 'one signer in one set of signature data'),
  'cms-detached': row(
    'format',
    '署名データの中に別の内容が入っていないこと',
    'no other contents inside the signature data',
  ),
  'pdf-readable': row('format', 'PDFを決まりどおりに読み取れること', 'the PDF can be read strictly'),
  'known-sub-filter': row('format', 'PDFの署名の方式を知っていること', 'the kind of PDF signature is known'),
  'byte-range-four-numbers': row(
    'format',
    '署名の範囲が4つの数で書かれていること',
    'the signed range is written as four numbers',
  ),
  'byte-range-from-zero': row(
    'format',
    '署名の範囲がファイルの先頭から始まること',
    'the signed range begins with the file',
  ),
  'byte-range-gap': row(
    'format',
    '署名されない所が署名の値だけであること',
    'nothing but the signature value is left out',
  ),
  'byte-range-to-revision-end': row(
    'format',
    '署名の範囲がその時のファイルの終わりまであること',
    'the signed range ends with the file of that time',
  ),
  'signature-in-signed-revision': row(
    'format',
    '署名した時のファイルに署名欄があること',
    'the signature field stood in the file that was signed',
  ),
  'contents-padding': row(
    'format',
    '署名の値のあとに何も隠れていないこと',
    'nothing is hidden behind the signature value',
  ),
  'later-changes': row('format', '署名のあとに、許されない変更がないこと', 'no forbidden change after signing'),
  'one-content': row(
    'format',
    '署名の中の内容と別のファイルが両方ないこと',
    'contents stand inside or beside, not both',
  ),
  'signed-attributes': row(
    'format',
    '署名した属性が決まりどおりであること',
    'the signed attributes are as they must be',
  ),
  'signed-properties-covered': row(
    'format',
    '署名の属性（XAdES）にも署名がかかっていること',
    'the XAdES properties themselves are signed',
  ),
  'signature-place': row('format', '署名が、あるべき場所にあること', 'the signature stands where it belongs'),
  'expected-references': row(
    'format',
    '署名が、あるべき内容だけを指していること',
    'the signature points at what it must, and nothing else',
  ),
  'reference-unique': row('format', '署名が指す相手が1つに決まること', 'what the signature points at is there once'),
  'container-mimetype': row(
    'format',
    '署名コンテナの種類が、はじめに書かれていること',
    'the container says first what it is',
  ),
  'entry-names-plain': row(
    'format',
    '署名コンテナの中の名前が紛らわしくないこと',
    'names inside the container are plain',
  ),
  'entry-names-distinct': row(
    'format',
    '署名コンテナの中に同じ名前が2つないこと',
    'no name stands twice in the container',
  ),
  'one-manifest': row('format', '1つの署名に目録が1つであること', 'one manifest for one signature'),
  'manifest-found': row('format', '署名の目録が見つかること', 'the manifest of the signature is found'),
  'attributes-read': row(
    'format',
    '署名に付けられた情報をすべて見たこと',
    'everything that was attached to the signature was looked at',
  ),
  countersignatures: row('format', '副署がないか、数だけを伝えること', 'countersignatures are counted, not judged'),
  'signing-certificate-found': row(
    'signing-certificate',
    '署名者の証明書が見つかること',
    "the signer's certificate is found",
  ),
  'signing-certificate-digest': row(
    'signing-certificate',
    '署名者の証明書が署名に結び付いていること',
    "the signer's certificate is bound to the signature",
  ),
  'signing-certificate-binding': row(
    'signing-certificate',
    '署名者の証明書が署名（XAdES）に結び付いていること',
    "the signer's certificate is bound to the XAdES signature",
  ),
  'signing-certificate-named': row(
    'signing-certificate',
    '電子処方箋の署名が証明書を名指ししていること',
    'the prescription names its signing certificate',
  ),
  path: row('x509', '署名者の証明書が、信頼する認証局までつながること', 'the certificate leads to a trusted authority'),
  'certificate-signature': row(
    'x509',
    '証明書が、上の認証局の鍵で署名されていること',
    'each certificate is signed by the authority above',
  ),
  'certificate-extension': row(
    'x509',
    '証明書の拡張を読み取れること',
    'the extensions of the certificates can be read',
  ),
  'certificate-algorithm-known': row(
    'x509',
    '証明書の署名方式を知っていること',
    'the algorithm of each certificate is known',
  ),
  'certificate-algorithm': row(
    'x509',
    '証明書の署名方式の強さが足りること',
    'the algorithm of each certificate is strong enough',
  ),
  'certificate-validity': row('x509', '証明書が有効期間の中であること', 'each certificate is within its days'),
  'certificate-names': row(
    'x509',
    '証明書の発行者の名前が、上の認証局と合うこと',
    'issuer and subject names fit together',
  ),
  'ca-basic-constraints': row(
    'x509',
    '上の証明書が認証局のものであること',
    'certificates above are those of authorities',
  ),
  'ca-key-usage': row(
    'x509',
    '上の証明書の鍵が、証明書に署名してよいものであること',
    'the keys above may sign certificates',
  ),
  'path-length': row('x509', '認証局の段数が決まりの中であること', 'no more authorities than allowed'),
  'name-constraints': row(
    'x509',
    '認証局が発行してよい名前であること',
    'the name is one that the authority may certify',
  ),
  policy: row('x509', '証明書の方針が途切れないこと', 'the certificate policy holds along the chain'),
  'policy-mapping': row('x509', '証明書の方針の読み替えが正しいこと', 'policies are mapped correctly'),
  'unknown-critical-extension': row('x509', '知らない重要な拡張がないこと', 'no critical extension that is unknown'),
  'certificate-already-valid': row('x509', '証明書が、もう有効になっていること', 'the certificate has begun'),
  'certificate-not-expired': row('x509', '証明書の期限が切れていないこと', 'the certificate has not ended'),
  'certificate-not-revoked': row('x509', '証明書が失効していないこと', 'the certificate is not revoked'),
  'revocation-known': row(
    'x509',
    '失効していないことを示す情報があること',
    'revocation data about the certificate is at hand',
  ),
  'revocation-fresh': row('x509', '失効の情報が新しいこと', 'the revocation data is fresh'),
  'revocation-algorithm': row(
    'x509',
    '失効リストやOCSP応答が、その時まだ認められていた暗号で作られていること',
    'lists and answers were made with algorithms that were still sound',
  ),
  'message-digest': row(
    'cryptographic',
    '内容が、署名した時のままであること（ハッシュ値）',
    'the contents are as they were signed (digest)',
  ),
  'reference-digest': row(
    'cryptographic',
    '署名が指す内容が、署名した時のままであること（ハッシュ値）',
    'what is referred to is as it was signed (digest)',
  ),
  'reference-found': row('cryptographic', '署名が指す内容が手元にあること', 'what is referred to is at hand'),
  'content-found': row('cryptographic', '署名された内容が手元にあること', 'the signed contents are at hand'),
  'manifest-reference-found': row(
    'cryptographic',
    '目録にあるファイルが手元にあること',
    'the files of the manifest are at hand',
  ),
  'manifest-reference-digest': row(
    'cryptographic',
    '目録にあるファイルが、署名した時のままであること（ハッシュ値）',
    'the files of the manifest are as they were signed (digest)',
  ),
  'signature-value': row(
    'cryptographic',
    '署名の値が、署名者の鍵で作られたものであること',
    "the value was made with the signer's key",
  ),
  'known-algorithms': row('acceptance', '署名の方式を知っていること', 'the algorithms are known'),
  'signature-method-known': row('acceptance', '署名の方式（XML）を知っていること', 'the XML signature method is known'),
  'canonical-form-known': row('acceptance', 'XMLの正規化の方式を知っていること', 'the canonical form is known'),
  'digest-known': row('acceptance', 'ハッシュの方式を知っていること', 'the digest algorithm is known'),
  'transform-permitted': row('acceptance', '許された変換だけが使われていること', 'only permitted transforms are used'),
  'expected-transforms': row(
    'acceptance',
    '電子処方箋で使う変換だけが使われていること',
    'only transforms of prescriptions are used',
  ),
  algorithms: row('acceptance', '暗号の強さが、方針の表を満たすこと', 'the algorithms are strong enough by the policy'),
  'time-stamp-readable': row('time-stamps', 'タイムスタンプを読み取れること', 'the time stamp can be read'),
  'time-stamp-imprint': row(
    'time-stamps',
    'タイムスタンプが、この署名のものであること（ハッシュ値）',
    'the time stamp is over this signature (imprint)',
  ),
  'time-stamp-purpose': row(
    'time-stamps',
    'タイムスタンプ専用の証明書であること',
    'the certificate is for time stamping only',
  ),
  'time-stamp-authority': row(
    'time-stamps',
    'タイムスタンプ局の名前が証明書と合うこと',
    'the authority named is that of the certificate',
  ),
  'time-stamp-extensions': row(
    'time-stamps',
    '理解しなければならない拡張が、タイムスタンプに残っていないこと',
    'no extension of the time stamp that must be understood is unknown',
  ),
  'time-stamp-order': row('time-stamps', 'タイムスタンプの順序が正しいこと', 'the time stamps are in a possible order'),
  'proven-in-time': row(
    'past',
    'すべてが信じられた時より前に、署名があったこと',
    'the signature existed while all of it could be believed',
  ),
  'certificate-existence': row('past', 'その時より前に、証明書があったこと', 'the certificate existed by then'),
  'signature-holds': row('qualification', '署名が有効であること', 'the signature is valid'),
  'document-covered': row('qualification', '文書の全体に署名がかかっていること', 'the whole document is signed'),
  'valid-at-the-stamp': row(
    'qualification',
    'タイムスタンプの時点で、証明書が有効であったこと',
    'the certificate was good at the time stamp',
  ),
  'hpki-readable': row(
    'qualification',
    '証明書の資格の欄を読み取れること',
    'the licence part of the certificate can be read',
  ),
  'hpki-root': row('qualification', 'HPKIのルートに行き着くこと', 'a chain up to a root of HPKI'),
  'hpki-policy': row('qualification', 'HPKIの署名用証明書であること', 'an HPKI signing certificate'),
  'hpki-authentication-certificate': row(
    'qualification',
    'HPKIの認証用ではなく署名用の証明書であること',
    'an HPKI certificate for signing, not for authentication',
  ),
  'hpki-issuer-policy': row('qualification', 'HPKIの認証局が発行したものであること', 'issued by an authority of HPKI'),
  'hpki-signing-key': row('qualification', '署名（否認防止）だけに使う鍵であること', 'a key for non-repudiation only'),
  'role-present': row('qualification', '証明書に資格が書かれていること', 'the certificate states a role'),
  'role-scheme': row('qualification', '資格がHPKIの符号で書かれていること', 'the role is in the coding of HPKI'),
  'role-known': row('qualification', '資格の名前を知っていること', 'the name of the role is known'),
  'role-licence': row('qualification', '役職ではなく、免許の資格であること', 'a licence, not an office'),
  'role-sufficient': row('qualification', 'この文書に必要な資格であること', 'the licence that this document needs'),
  'licence-evidence': row(
    'qualification',
    '施設が持つ証拠で、その時に資格があったこと',
    'licensed at that time, by the evidence that the facility keeps',
  ),
  'signature-there': row('qualification', '必要な場所に署名があること', 'a signature in the place where one is needed'),
  'signature-of-its-own': row(
    'qualification',
    '必要な資格ごとに、別の署名があること',
    'each needed licence has a signature of its own',
  ),
}
