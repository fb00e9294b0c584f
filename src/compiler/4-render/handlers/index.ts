/** One handler per node type: mdast in, hast out. Types without an entry go to mdast-util-to-hast's own. */
import type { Handlers } from 'mdast-util-to-hast'
import { attributeList } from './attribute-list.ts'
import { box } from './box.ts'
import { callout } from './callout.ts'
import { bibliography, cite } from './cite.ts'
import { code } from './code.ts'
import { container } from './container.ts'
import { drawing } from './drawing.ts'
import { embed } from './embed.ts'
import { crossReference, equationReference } from './cross-reference.ts'
import { definitionDescription, definitionList, definitionTerm, term } from './definition-list.ts'
import { figure } from './figure.ts'
import { footnoteDefinition, footnoteReference, footnotes } from './footnotes.ts'
import { leafDirective } from './leaf-directive.ts'
import { image } from './image.ts'
import { listItem } from './list-item.ts'
import { emphasis, mark } from './emphasis.ts'
import { inlineMath, math } from './math.ts'
import { roadmap } from './roadmap.ts'
import { span } from './span.ts'
import { tableRow } from './table-row.ts'

export const handlers: Handlers = {
  attributeList,
  bibliography,
  box,
  callout,
  cite,
  code,
  container,
  drawing,
  embed,
  emphasis,
  crossReference,
  definitionDescription,
  definitionList,
  definitionTerm,
  equationReference,
  figure,
  footnoteDefinition,
  footnoteReference,
  footnotes,
  image,
  inlineMath,
  leafDirective,
  listItem,
  mark,
  math,
  roadmap,
  span,
  tableRow,
  term,
}
