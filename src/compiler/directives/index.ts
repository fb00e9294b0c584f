/** Every directive, one line each. */
import type { Directive } from './directive.ts'
import { aside } from './aside.ts'
import { callout } from './callout.ts'
import { column } from './column.ts'
import { columns } from './columns.ts'
import { demo, markdown } from './demo.ts'
import { figure } from './figure.ts'
import { fit } from './fit.ts'
import { fragment } from './fragment.ts'
import { iframe } from './iframe.ts'
import { include } from './include.ts'
import { incremental } from './incremental.ts'
import { audio, video } from './media.ts'
import { nonincremental } from './nonincremental.ts'
import { notes } from './notes.ts'
import { references } from './references.ts'
import { roadmap } from './roadmap.ts'
import { stack } from './stack.ts'
import { tab, tabs } from './tabs.ts'

export const directives: readonly Directive[] = [
  aside,
  audio,
  column,
  columns,
  demo,
  figure,
  fit,
  fragment,
  iframe,
  include,
  incremental,
  markdown,
  nonincremental,
  notes,
  stack,
  tab,
  tabs,
  video,
  callout,
  references,
  roadmap,
]
