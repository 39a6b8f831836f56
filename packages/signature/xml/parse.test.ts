import fc from 'fast-check'
import { XmlDocument as PeerDocument } from 'libxml2-wasm'
import { describe, expect, it } from 'vitest'
import { Malformed } from '../malformed.ts'
import { parseXml } from './parse.ts'
import { childrenOf, textUnder } from './tree.ts'

function refusal(input: string | Uint8Array): string {
  try {
    parseXml(input)
    return 'read'
  } catch (error) {
    if (error instanceof Malformed) return error.reason
    throw error
  }
}

describe('reading XML', () => {
  it.each([
    ['<!DOCTYPE a><a/>', 'xml-doctype'],
    ['<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'xml-doctype'],
    ['<a><!DOCTYPE a></a>', 'xml-doctype'],
    ['<a>&x;</a>', 'xml-entity'],
    ['<a>&amp</a>', 'xml-entity'],
    ['<a>&</a>', 'xml-entity'],
    ['<a>&#0;</a>', 'xml-reference'],
    ['<a>&#xD800;</a>', 'xml-reference'],
    ['<a>&#x110000;</a>', 'xml-reference'],
    ['<a>\u0001</a>', 'xml-forbidden-character'],
    ['<a>\uFFFE</a>', 'xml-forbidden-character'],
    ['<a>\uD800</a>', 'xml-forbidden-character'],
    ['<a>]]></a>', 'xml-cdata-end-in-text'],
    ['<p:a/>', 'xml-prefix-undeclared'],
    ['<a p:x="1"/>', 'xml-prefix-undeclared'],
    ['<a xmlns:p="u" xmlns:q="u" p:x="1" q:x="2"/>', 'xml-attribute-twice'],
    ['<a x="1" x="2"/>', 'xml-attribute-twice'],
    ['<a xmlns="u" xmlns="v"/>', 'xml-attribute-twice'],
    ['<a xmlns:p=""/>', 'xml-namespace'],
    ['<a xmlns:xml="u"/>', 'xml-namespace'],
    ['<a xmlns:xmlns="u"/>', 'xml-namespace'],
    ['<a xmlns="http://www.w3.org/2000/xmlns/"/>', 'xml-namespace'],
    ['<a x="1"y="2"/>', 'xml-tag'],
    ['<a x=1/>', 'xml-attribute'],
    ['<a x="<"/>', 'xml-attribute'],
    ['<a x/>', 'xml-tag'],
    ['<a:b:c xmlns:a="u"/>', 'xml-name'],
    ['<1/>', 'xml-name'],
    ['<a></b>', 'xml-end-tag'],
    ['<a></ab>', 'xml-tag'],
    ['<a>', 'xml-cut-short'],
    ['<a', 'xml-tag'],
    ['<a x="', 'xml-cut-short'],
    ['<a><!-- -- --></a>', 'xml-comment'],
    ['<a><!-- ---></a>', 'xml-comment'],
    ['<a><?xml version="1.0"?></a>', 'xml-instruction'],
    ['<a><?x:y z?></a>', 'xml-instruction'],
    ['<a/><b/>', 'xml-content-after-the-root'],
    ['<a/>x', 'xml-content-after-the-root'],
    ['x<a/>', 'xml-no-root'],
    ['', 'xml-no-root'],
    ['<?xml version="1.1"?><a/>', 'xml-declaration'],
    ['<?xml encoding="UTF-8"?><a/>', 'xml-declaration'],
    [`${'<a>'.repeat(300)}${'</a>'.repeat(300)}`, 'xml-too-deep'],
    [`<a ${Array.from({ length: 300 }, (_, i) => `a${i}="1"`).join(' ')}/>`, 'xml-too-many-attributes'],
    [Buffer.from('<a>\xff</a>', 'latin1'), 'xml-undecodable'],
    [Buffer.from('<?xml version="1.0" encoding="Shift_JIS"?><a/>'), 'xml-encoding'],
    [Buffer.from('<?xml version="1.0" encoding="us-ascii"?><a>é</a>'), 'xml-undecodable'],
  ])('refuses %j as %s', (input, reason) => {
    expect(refusal(input)).toBe(reason)
  })

  it('keeps every space, joins CDATA to the text beside it, and makes one kind of line end', () => {
    const { root } = parseXml('<a x="1\r\n&#10;2\t">\r\n <b/>x<![CDATA[<y>]]>&amp;&#13;\r</a>')
    expect(root.attributes[0]?.value).toBe('1 \n2 ')
    expect(root.children.map((node) => (node.kind === 'text' ? node.text : node.kind))).toEqual([
      '\n ',
      'element',
      'x<y>&\r\n',
    ])
    expect(textUnder(root)).toBe('\n x<y>&\r\n')
  })

  it('leaves characters alone that end a line only in XML 1.1', () => {
    expect(textUnder(parseXml('<a>\u2028\u0085</a>').root)).toBe('\u2028\u0085')
  })

  it('reads what is written in UTF-8, UTF-16, US-ASCII and ISO-8859-1', () => {
    expect(textUnder(parseXml(Buffer.from('\uFEFF<a>錠</a>', 'utf8')).root)).toBe('錠')
    expect(
      textUnder(parseXml(Buffer.from('\uFEFF<?xml version="1.0" encoding="UTF-16"?><a>錠</a>', 'utf16le')).root),
    ).toBe('錠')
    expect(textUnder(parseXml(Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>', 'latin1')).root)).toBe(
      'é',
    )
  })

  it('knows where an element stands in the text', () => {
    const { root, source } = parseXml('<a><b>x</b><c/></a>')
    const [b] = childrenOf(root, '', 'b')
    const [c] = childrenOf(root, '', 'c')
    expect(source.slice(b?.start, b?.end)).toBe('<b>x</b>')
    expect(source.slice(b?.endTagAt ?? 0, b?.end)).toBe('</b>')
    expect(source.slice(c?.start, c?.end)).toBe('<c/>')
    expect(c?.endTagAt).toBeNull()
  })

  it('refuses what libxml2 refuses and reads what libxml2 reads, for any text made of pieces of markup', () => {
    const piece = fc.constantFrom(
      ...[
        '<a>',
        '</a>',
        '<b',
        '/>',
        '>',
        ' x="1"',
        ' x="',
        '"',
        ' y',
        '=',
        "'1'",
        ' p:x="2"',
        ' xmlns:p="u:p"',
        ' xmlns="u:d"',
        ' xmlns=""',
      ],
      ...[
        '<p:a>',
        '</p:a>',
        '&amp;',
        '&#65;',
        '&#0;',
        '&z;',
        '&',
        ';',
        '<!--',
        '-->',
        '--',
        '-',
        '<![CDATA[',
        ']]>',
        ']',
        '<?p',
        '?>',
        ' ',
        '\n',
        '錠',
      ],
    )
    const inside = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(inside, fc.boolean(), (text, rooted) => {
        const source = rooted ? `<r xmlns:p="u:p">${text}</r>` : text
        expect(refusal(source) === 'read').toBe(isReadByPeer(source))
      }),
      { numRuns: 5000 },
    )
  })

  it.each([
    ['elements', (n: number) => `<a>${'<b/>'.repeat(n / 4)}</a>`],
    [
      'attributes',
      (n: number) =>
        `<a>${`<b ${Array.from({ length: 200 }, (_, i) => `a${i}="1"`).join(' ')}/>`.repeat(n / 1500)}</a>`,
    ],
    [
      'namespaces',
      (n: number) =>
        `<a>${`<b ${Array.from({ length: 200 }, (_, i) => `xmlns:a${i}="u${i}"`).join(' ')}/>`.repeat(n / 3000)}</a>`,
    ],
    ['comments', (n: number) => `<a>${'<!--x-->'.repeat(n / 8)}</a>`],
    ['CDATA', (n: number) => `<a>${'<![CDATA[x]]>'.repeat(n / 13)}</a>`],
    ['references', (n: number) => `<a>${'&#65;'.repeat(n / 5)}</a>`],
    ['ampersands', (n: number) => `<a>${'&'.repeat(n)}</a>`],
    ['open tags', (n: number) => '<a>'.repeat(n / 3)],
    ['open comments', (n: number) => `<a>${'<!--'.repeat(n / 4)}</a>`],
    ['spaces', (n: number) => `<a${' '.repeat(n)}/>`],
  ])('is done with a megabyte of %s within two seconds of the processor', (_, make) => {
    const before = process.cpuUsage()
    refusal(make(1_000_000))
    const { user, system } = process.cpuUsage(before)
    expect(user + system).toBeLessThan(2_000_000)
  })
})

function isReadByPeer(text: string): boolean {
  try {
    PeerDocument.fromString(text).dispose()
    return true
  } catch {
    return false
  }
}
