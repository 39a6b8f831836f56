import { globSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { XmlDocument as PeerDocument } from 'libxml2-wasm'
import { describe, expect, it } from 'vitest'
import { type CanonicalForm, canonicalize } from './canonical.ts'
import { joinedReference } from './inherited.ts'
import { parseXml } from './parse.ts'
import { childrenOf, descendantsOf, type XmlElement } from './tree.ts'

const vectors = new URL('../testdata/xmldsig/', import.meta.url)
const modes = { 'inclusive-1.0': 0, exclusive: 1, 'inclusive-1.1': 2 } as const

/** What libxml2 makes of the n-th element, counted in document order from 1; 0 is the document. */
function byPeer(text: string, nth: number, form: CanonicalForm): string {
  const document = PeerDocument.fromString(text)
  try {
    const options = {
      mode: modes[form.method],
      withComments: form.comments,
      inclusiveNamespacePrefixes: form.inclusivePrefixes?.map((prefix) => prefix || '#default'),
    }
    const apex = nth === 0 ? null : document.get(`(//*)[${nth}]`)
    return (apex ?? document).canonicalizeToString(options)
  } finally {
    document.dispose()
  }
}

function elementsOf(text: string): readonly XmlElement[] {
  const { root } = parseXml(text)
  return [root, ...descendantsOf(root)].filter((node) => node.kind === 'element')
}

function byUs(text: string, nth: number, form: CanonicalForm): string {
  const apex = nth === 0 ? parseXml(text) : elementsOf(text)[nth - 1]
  if (!apex) throw new RangeError(`no element ${nth}`)
  return Buffer.from(canonicalize(apex, form)).toString('utf8')
}

const methods = ['inclusive-1.0', 'inclusive-1.1', 'exclusive'] as const

const prefix = fc.constantFrom('', 'a', 'b', 'zz')
const uri = fc.constantFrom('urn:one', 'urn:two', 'http://x.example/%20x')
const localName = fc.constantFrom('e', 'E', '処方', 'x-1', '\u{20000}', '\uFF21')
const piece = fc.constantFrom(
  'x',
  '&amp;',
  '&lt;',
  '&gt;',
  '&quot;',
  "'",
  '\n',
  '\r\n',
  '\t',
  ' ',
  '&#13;',
  '&#xA;',
  '&#9;',
  '日本',
  '𠮷',
  ']',
)
const text = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(''))
const declarations = fc
  .uniqueArray(fc.tuple(prefix, uri), { selector: ([one]) => one, maxLength: 3 })
  .chain((list) =>
    fc
      .boolean()
      .map((emptied) =>
        list.map(([one, value]) => ` ${one ? `xmlns:${one}` : 'xmlns'}="${emptied && !one ? '' : value}"`).join(''),
      ),
  )
const attributes = fc
  .uniqueArray(fc.tuple(fc.constantFrom('', 'a:', 'b:', 'xml:'), localName, text), {
    selector: ([, name]) => name,
    maxLength: 3,
  })
  .map((list) => list.map(([one, name, value]) => ` ${one}${name}="${value}"`).join(''))
const forXml = fc.constantFrom(
  '',
  '',
  ' xml:lang="ja"',
  ' xml:space="preserve"',
  ' xml:base="../p/q"',
  ' xml:base="r/"',
)
const leaf = fc.oneof(
  text,
  fc.constant('<!-- c -->'),
  fc.constant('<?p  d ?>'),
  fc.constant('<?p?>'),
  fc.constant('<![CDATA[<&>\r\n]]>'),
)
const { element } = fc.letrec<{ element: string }>((tie) => ({
  element: fc
    .tuple(
      prefix,
      localName,
      declarations,
      attributes,
      forXml,
      fc.array(fc.oneof({ maxDepth: 4 }, leaf, tie('element')), { maxLength: 4 }),
    )
    .map(([one, name, declared, carried, ofXml, inside]) => {
      const full = one ? `${one}:${name}` : name
      return `<${full}${declared}${carried}${ofXml}>${inside.join('')}</${full}>`
    }),
}))
const outside = fc.constantFrom('', '<!--o-->', '<?o?>', '\n<!--o--><?o x?>')
const document = fc
  .tuple(outside, element, outside)
  .map(
    ([before, inside, after]) =>
      `${before}<root xml:id="i" xml:base="http://h/b/" xmlns:a="urn:a" xmlns:b="urn:b" xmlns:zz="urn:zz">${inside}</root>${after}`,
  )
const form: fc.Arbitrary<CanonicalForm> = fc.record({
  method: fc.constantFrom(...methods),
  comments: fc.boolean(),
  inclusivePrefixes: fc.uniqueArray(fc.constantFrom('', 'a', 'zz', 'none'), { maxLength: 2 }),
})

describe('the canonical form', () => {
  it('is that of libxml2, octet by octet, for any document, element and form', () => {
    fc.assert(
      fc.property(document, fc.nat(), form, (source, seed, wanted) => {
        const nth = seed % (elementsOf(source).length + 1)
        expect(byUs(source, nth, wanted)).toBe(byPeer(source, nth, wanted))
      }),
      { numRuns: 600 },
    )
  })

  it.each(globSync('*/*.xml', { cwd: vectors }))('is that of libxml2 for every form of %s', (file) => {
    const source = readFileSync(new URL(file, vectors), 'utf8')
    if (source.includes('<!DOCTYPE')) return expect(() => parseXml(source)).toThrow('xml-doctype')
    for (const method of methods)
      for (const comments of [false, true])
        expect(byUs(source, 0, { method, comments })).toBe(byPeer(source, 0, { method, comments }))
  })

  it('escapes an ampersand in the name of a namespace, which libxml2 forgets', () => {
    expect(byUs('<a xmlns="urn:x&amp;y"/>', 0, { method: 'exclusive', comments: false })).toBe(
      '<a xmlns="urn:x&amp;y"></a>',
    )
  })

  it('orders attributes by code point, not by UTF-16 unit', () => {
    expect(byUs('<a \u{20000}="2" \uFF21="1"/>', 0, { method: 'inclusive-1.0', comments: false })).toBe(
      '<a \uFF21="1" \u{20000}="2"></a>',
    )
  })

  it('leaves out the subtrees it is told to leave out, and nothing around them', () => {
    const { root } = parseXml('<a> <b><c/></b> <d/></a>')
    const left = canonicalize(root, { method: 'exclusive', comments: false }, new Set(childrenOf(root, '', 'b')))
    expect(Buffer.from(left).toString()).toBe('<a>  <d></d></a>')
  })

  it('joins bases as C14N 1.1 shows in its examples', () => {
    expect(joinedReference('foo/bar', 'baz')).toBe('foo/baz')
    expect(joinedReference('foo/bar/..', 'bat')).toBe('foo/bar/bat')
    expect(joinedReference('../foo/', '../bat')).toBe('../bat')
    expect(joinedReference('http://x/a/b', '//y/c')).toBe('http://y/c')
    expect(joinedReference('http://x/a/b?q#f', '')).toBe('http://x/a/b?q')
    expect(joinedReference('http://x', '../../c/..')).toBe('http://x/')
  })
})
