/**
 * What a PDF must keep to be read by everybody: rules after the Matterhorn protocol of PDF/UA-1, by its numbers where it
 * has one, and some of our own. No validator: what needs a person's eye is not here.
 */
import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFRawStream,
  decodePDFRawStream,
  type PDFDocument,
} from '@cantoo/pdf-lib'
import { contentsOf, elementsOf, fontsOf, name, textOf, type Element } from './pdf-file.ts'

const STANDARD = new Set(
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'.split(
    ' ',
  ),
)

/** Names of broken rules, each with what breaks it; empty for a good file. */
export function brokenRules(pdf: PDFDocument): Record<string, string[]> {
  const { catalog } = pdf
  const elements = elementsOf(pdf)
  const contents = contentsOf(pdf)
  const fonts = fontsOf(pdf)
  const roles = catalog.lookup(name('StructTreeRoot'), PDFDict).lookupMaybe(name('RoleMap'), PDFDict)
  const roleOf = ({ kind }: Element): string =>
    (roles?.get(name(kind)) as PDFName | undefined)?.decodeText() ?? kind
  const of = (...kinds: string[]): Element[] => elements.filter((element) => kinds.includes(roleOf(element)))
  const annotations = pdf
    .getPages()
    .flatMap(({ node }) =>
      (node.lookupMaybe(name('Annots'), PDFArray)?.asArray() ?? []).map((ref) =>
        pdf.context.lookup(ref, PDFDict),
      ),
    )
  const metadata = catalog.lookup(name('Metadata'))
  const xmp =
    metadata instanceof PDFRawStream
      ? Buffer.from(decodePDFRawStream(metadata).decode()).toString('utf8')
      : ''
  const levels = of('H1', 'H2', 'H3', 'H4', 'H5', 'H6').map(({ kind }) => Number(kind[1]))
  const has = (element: Element, ...kinds: string[]): boolean =>
    element.kids.some((kid) => kinds.includes(roleOf(kid)))
  const only = (element: Element, ...kinds: string[]): boolean =>
    element.kids.every((kid) => kinds.includes(roleOf(kid))) && element.marks.length === 0
  const heldMarks = new Set(
    elements.flatMap(({ marks }) => marks.map(({ place, mark }) => `${place?.toString()} ${mark}`)),
  )
  const held = new Set(elements.flatMap(({ objects }) => objects))

  const rules: Record<string, string[]> = {
    '01-003 decoration within elements, or elements within each other': contents
      .filter(({ nested }) => nested > 0)
      .map(({ page }) => `page ${page + 1}`),
    '01-005 content neither of an element nor decoration': contents.flatMap(({ page, paints }) =>
      paints
        .filter(({ within }) => within === 'nothing')
        .map(({ operator }) => `page ${page + 1}: ${operator}`),
    ),
    'marks that no element holds': contents.flatMap(({ place, page, marks }) =>
      marks
        .filter((mark) => !heldMarks.has(`${place.toString()} ${mark}`))
        .map((mark) => `page ${page + 1}: ${mark}`),
    ),
    '02-001 kinds without a standard role': elements.map(roleOf).filter((role) => !STANDARD.has(role)),
    '02-004 standard kinds with another role': (roles?.keys() ?? [])
      .map((key) => key.decodeText())
      .filter((kind) => STANDARD.has(kind)),
    '06-001 no metadata': xmp === '' ? ['none'] : [],
    '06-003 no title in the metadata': /<dc:title>.*<rdf:li[^>]*>[^<]+</.test(xmp) ? [] : ['none'],
    '07-001 the title is not shown':
      (catalog.lookupMaybe(name('ViewerPreferences'), PDFDict)?.get(name('DisplayDocTitle'))?.toString() ??
        '') === 'true'
        ? []
        : ['not set'],
    'not marked as tagged':
      catalog.lookupMaybe(name('MarkInfo'), PDFDict)?.get(name('Marked'))?.toString() === 'true'
        ? []
        : ['not set'],
    '09-004 tables with other than rows': of('Table')
      .filter((table) => !only(table, 'TR', 'THead', 'TBody', 'TFoot', 'Caption'))
      .map(({ kids }) => kids.map(roleOf).join(' ')),
    '09-004 rows with other than cells': of('TR')
      .filter((row) => !only(row, 'TH', 'TD'))
      .map(({ kids }) => kids.map(roleOf).join(' ')),
    '09-005 lists with other than items': of('L')
      .filter((list) => !only(list, 'LI', 'Caption', 'L'))
      .map(({ kids }) => kids.map(roleOf).join(' ')),
    '09-005 items with other than label and body': of('LI')
      .filter((item) => !only(item, 'Lbl', 'LBody') || !has(item, 'LBody'))
      .map(({ kids }) => kids.map(roleOf).join(' ')),
    '09-006 items and cells out of their place': [
      ...of('LI').filter(({ parent }) => !parent || roleOf(parent) !== 'L'),
      ...of('LBody', 'Lbl').filter(({ parent }) => !parent || roleOf(parent) !== 'LI'),
      ...of('TH', 'TD').filter(({ parent }) => !parent || roleOf(parent) !== 'TR'),
    ].map(({ kind }) => kind),
    '10-001 fonts without a way to Unicode': fonts.filter(({ unicode }) => !unicode).map((font) => font.name),
    '11-001 no language': (textOf(catalog.lookup(name('Lang'))) ?? '') === '' ? ['none'] : [],
    '13-004 figures without a text': of('Figure')
      .filter(({ alt = '' }) => alt.trim() === '')
      .map(({ parent }) => `in ${parent?.kind}`),
    '14-002 the first heading is not of the first level': levels[0] === 1 ? [] : [`H${levels[0]}`],
    '14-003 skipped levels of headings': levels.flatMap((level, at) =>
      level > (levels[at - 1] ?? 0) + 1 ? [`H${levels[at - 1]} H${level}`] : [],
    ),
    '15-003 header cells without a scope': of('TH')
      .filter(({ dict }) => !/\/Scope/.test(attributes(pdf, dict)))
      .map(({ parent }) => `in ${parent?.kind}`),
    '17-002 formulas without a text': of('Formula')
      .filter(({ alt = '' }) => alt.trim() === '')
      .map(({ parent }) => `in ${parent?.kind}`),
    '26-001 encrypted': pdf.isEncrypted ? ['encrypted'] : [],
    '28-002 annotations outside of the structure': annotations
      .filter((annotation) => !held.has(annotation))
      .map((annotation) => textOf(annotation.lookup(name('Contents'))) ?? annotation.toString()),
    '28-008 pages whose annotations have no order': pdf
      .getPages()
      .filter(({ node }) => node.has(name('Annots')) && node.get(name('Tabs')) !== name('S'))
      .map((_, at) => `page ${at + 1}`),
    '28-011 links that are no element Link, and others that are one': elements
      .filter(({ objects, kind }) => objects.some((object) => isLink(object) !== (kind === 'Link')))
      .map(({ kind }) => kind),
    '28-012 annotations without a description': annotations
      .filter((annotation) => (textOf(annotation.lookup(name('Contents'))) ?? '') === '')
      .map((annotation) => annotation.toString()),
    '29-001 scripts': /\/JavaScript|\/JS\b/.test(catalog.toString()) ? ['in the catalog'] : [],
    '31-009 fonts that are not embedded': fonts.filter(({ embedded }) => !embedded).map((font) => font.name),
    'fonts of drawings': fonts.filter(({ kind }) => kind === 'Type3').map((font) => font.name),
    'no outline': catalog.has(name('Outlines')) ? [] : ['none'],
  }
  return Object.fromEntries(Object.entries(rules).filter(([, broken]) => broken.length > 0))
}

function attributes(pdf: PDFDocument, dict: PDFDict): string {
  const own = dict.lookup(name('A'))
  const list = own instanceof PDFArray ? own.asArray() : [own]
  return list.map((item) => pdf.context.lookup(item)?.toString() ?? '').join(' ')
}

function isLink(annotation: PDFDict): boolean {
  return annotation.get(name('Subtype')) === name('Link')
}
