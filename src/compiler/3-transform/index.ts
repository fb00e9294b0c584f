/** The transforms in their order; the reason for a place stands beside it. */
import type { Transform } from '../context.ts'
import { backgroundImages } from './background-images.ts'
import { callouts } from './callouts.ts'
import { citations } from './citations.ts'
import { code } from './code.ts'
import { countdown } from './countdown.ts'
import { crossReferences } from './cross-references.ts'
import { diagrams } from './diagrams.ts'
import { drawings } from './drawings.ts'
import { equations } from './equations.ts'
import { figures } from './figures.ts'
import { fitLines } from './fit-lines.ts'
import { footnotes } from './footnotes.ts'
import { fragments } from './fragments.ts'
import { furniture } from './furniture.ts'
import { glossary } from './glossary.ts'
import { incremental } from './incremental.ts'
import { layout } from './layout.ts'
import { lineBreaks } from './line-breaks.ts'
import { links } from './links.ts'
import { macros } from './macros.ts'
import { mathSteps } from './math-steps.ts'
import { morphCode } from './morph/morph-code.ts'
import { mathTerms } from './math-terms.ts'
import { notes } from './notes.ts'
import { places } from './places.ts'
import { referenceSteps } from './reference-steps.ts'
import { roadmap } from './roadmap.ts'
import { slideAttributes } from './slide-attributes.ts'
import { sources } from './sources.ts'
import { theorems } from './theorems.ts'

export const transforms: readonly Transform[] = [
  // What directives and plugins have made gets its place, before anything is said about it.
  places,
  // Before the attributes of slides are read: it sets some.
  backgroundImages,
  // Reads what was written about slides, before anything looks at it.
  slideAttributes,
  // Takes notes off, so that no later step counts or moves what is not on the slide.
  notes,
  // The whole deck's definitions, before anything reads formulas.
  macros,
  // Labels and numbers, before references look at `@eq-x`.
  equations,
  // Finds steps inside formulas, before the fragments of a slide are counted.
  mathSteps,
  // Once the macros are known: a deck's own `\term` is not ours.
  mathTerms,
  // Draws fences before code looks at them, and has steps that fragments counts.
  roadmap,
  // Runs the modules of figures, and finds their steps, before fragments counts.
  drawings,
  // Before figures number what they hold, and before code highlights what is left.
  diagrams,
  // Before figures and code look for what stands inside; a quiz has a step that fragments counts.
  callouts,
  // Once containers and quotes are callouts alike.
  theorems,
  // Needs the attributes of images and captions attached.
  figures,
  // Before code highlights them.
  sources,
  // Highlights, and finds line steps before fragments counts.
  code,
  // Once it is highlighted.
  morphCode,
  // Once more, before text is looked through: the steps so far have made nodes, too.
  places,
  // After callouts, whose `[!note]` is no citation; adds slides at the end.
  citations,
  // When everything has its number, and slides of works have come in.
  crossReferences,
  // Once no one reads the author's lines any more; before terms are looked for, which may stand in two.
  lineBreaks,
  // What is left as text is the author's own words; footnotes are still where they were written.
  glossary,
  // After all that moves content between slides, so that a note stands where it is cited.
  footnotes,
  // Marks items before they are counted.
  incremental,
  // After all that has steps; before layout moves blocks away from their pauses.
  fragments,
  // When every step has its index.
  referenceSteps,
  // Puts a box around blocks that have their steps by then.
  fitLines,
  // Moves whole blocks, which carry their steps with them.
  layout,
  // After layout, which asks what a slide holds.
  furniture,
  // Stands at the corner like furniture.
  countdown,
  // Last: every id stands where it stays.
  links,
]
