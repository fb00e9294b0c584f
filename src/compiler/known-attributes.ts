/** Attributes that Lectern knows by themselves, as data: of any block, of a slide, of a code fence. */
import type { AttributeSpec, AttributeTable, AttributeType } from './attribute-spec.ts'

const a = (type: AttributeType, what: string, more: Partial<AttributeSpec> = {}): AttributeSpec => ({
  type,
  what,
  ...more,
})
const oneOf = (values: readonly string[], what: string): AttributeSpec => ({ type: 'enum', what, values })

/** Lengths that become style. */
export const sizeAttributes: AttributeTable = {
  width: a('length', 'How wide it is; a bare number is px', { example: '60%' }),
  height: a('length', 'How high it is; a bare number is px', { example: '300px' }),
  top: a('length', 'Where its upper edge stands, with `.absolute`'),
  right: a('length', 'Where its right edge stands, with `.absolute`'),
  bottom: a('length', 'Where its lower edge stands, with `.absolute`'),
  left: a('length', 'Where its left edge stands, with `.absolute`'),
}

/** Values that become HTML attributes of the same name. */
export const htmlAttributes: AttributeTable = {
  title: a('string', 'A title'),
  lang: a('string', 'Language of the content', { example: 'de' }),
  dir: oneOf(['ltr', 'rtl', 'auto'], 'Direction of the script'),
  role: a('string', 'What it is to a screen reader'),
  alt: a('string', 'Words in place of the picture'),
  target: a('string', 'Where a link opens'),
  rel: a('string', 'How a link relates to the deck'),
  controls: a('flag', 'Shows the controls of a video'),
  autoplay: a('flag', 'Starts a video with its slide'),
  loop: a('flag', 'Plays a video again and again'),
  muted: a('flag', 'Plays a video without sound'),
  poster: a('path', 'The picture that stands for a video'),
  start: a('number', 'The first number of a list'),
  tabindex: a('number', 'Order of the Tab key'),
  type: a('string', 'Type of a file or list'),
  loading: oneOf(['lazy', 'eager'], 'When a picture is fetched'),
  download: a('string', 'Saves what a link leads to'),
}

/** Values that a transform or a handler reads by itself. */
const readByBlocks: AttributeTable = {
  index: a('number', 'Its place in the order of steps'),
  caption: a('string', 'The caption of a figure'),
  'caption-position': oneOf(['top', 'bottom'], 'The side of the caption'),
  layout: a('string', 'The layout of the slide'),
  at: a('string', 'The stop of a roadmap'),
  lines: a('string', 'Lines of a file', { example: '3-9' }),
  name: a('string', 'A name'),
  file: a('path', 'A file beside the deck'),
  src: a('path', 'A file beside the deck'),
  numbers: a('string', 'Whether lines have numbers'),
  label: a('string', 'A label'),
  text: a('string', 'A text'),
  id: a('id', 'The name in links'),
  cols: a('string', 'Columns'),
  columns: a('string', 'Columns'),
  align: a('string', 'How its content is aligned'),
  effect: a('string', 'How it comes in'),
  fit: a('flag', 'Sets its text as large as the line allows'),
  lightbox: a('flag', 'Opens the picture in full by a click'),
  size: a('string', 'How large a picture of class `bg` is', { example: 'contain' }),
  opacity: a('string', 'How opaque a picture of class `bg` is, from 0 to 1', { example: '0.5' }),
}

/** What any block, image, link, span or directive takes beside `#id`, `.class`, `style`, `data-*` and `aria-*`. */
export const blockAttributes: AttributeTable = { ...sizeAttributes, ...htmlAttributes, ...readByBlocks }

/** What a fence takes in its braces, beside what any block takes. */
export const codeAttributes = {
  title: a('string', 'The title above the code', { example: '"main.py"' }),
  'line-numbers': a('string', 'Numbers the lines; with ranges, the steps', { example: '"1|3-4"' }),
  startFrom: a('number', 'The number of the first line'),
  highlight: a('string', 'Lines that are lit', { example: '"3-4"' }),
} satisfies AttributeTable

const transition: AttributeSpec = a('string', 'How the slide comes and goes', { example: 'fade' })

/** What a slide takes on its heading: written bare, carried to Reveal as `data-…`. */
export const slideAttributes: AttributeTable = {
  background: a('string', 'A colour, gradient, picture or video behind the slide', { example: '"#eef"' }),
  layout: a('string', 'How the slide is laid out'),
  hidden: a('flag', 'Leaves the slide out'),
  uncounted: a('flag', 'Shows the slide without counting it'),
  visibility: oneOf(['hidden', 'uncounted', 'visible'], 'Whether the slide shows and counts'),
  header: a('string', 'Words at the head of the slide; `none` takes those of the deck away'),
  footer: a('string', 'Words at the foot of the slide; `none` takes those of the deck away'),
  transition,
  'transition-speed': oneOf(['default', 'fast', 'slow'], 'How fast the slide comes'),
  'auto-animate': a('flag', 'Moves what this slide and the last have in common'),
  'auto-animate-id': a('string', 'Only slides of one id are joined'),
  'auto-animate-restart': a('flag', 'Begins a new run of moving slides'),
  'auto-animate-easing': a('string', 'The curve of the movement', { example: 'ease-in-out' }),
  'auto-animate-duration': a('number', 'Seconds that the movement takes', { example: '0.8' }),
  'auto-animate-unmatched': a('flag', 'Whether what is new fades in'),
  autoslide: a('number', 'Milliseconds until the next step', { example: '5000' }),
  'background-color': a('string', 'The colour behind the slide'),
  'background-gradient': a('string', 'The gradient behind the slide'),
  'background-iframe': a('string', 'The page behind the slide'),
  'background-image': a('string', 'The picture behind the slide'),
  'background-interactive': a('flag', 'Lets the page behind the slide be used'),
  'background-opacity': a('string', 'How opaque the background is, from 0 to 1', { example: '0.5' }),
  'background-position': a('string', 'Where the picture behind the slide stands'),
  'background-repeat': a('string', 'Whether the picture behind the slide repeats'),
  'background-size': a('string', 'How large the picture behind the slide is', { example: 'cover' }),
  'background-transition': transition,
  'background-video': a('string', 'The video behind the slide'),
  'background-video-loop': a('flag', 'Plays the video behind the slide again and again'),
  'background-video-muted': a('flag', 'Plays the video behind the slide without sound'),
  fit: a('string', 'What happens where the slide is too full'),
  'prevent-swipe': a('flag', 'Leaves swipes to the content'),
  state: a('string', 'A class of the page while the slide shows'),
  time: a('string', 'Planned time of the slide: `90` seconds, `2m`, `1:30`', { example: '2m' }),
  timer: a('string', 'A countdown at the corner of the slide: `60` seconds, `2m`, `1:30`', { example: '2m' }),
  'timer-at': a('number', 'The step that starts the countdown; `0`: the slide itself', { example: '1' }),
  timing: a('number', 'Planned seconds', { example: '60' }),
  index: a('number', 'The step of the heading'),
  lang: a('string', 'Language of the slide', { example: 'de' }),
  dir: oneOf(['ltr', 'rtl', 'auto'], 'Direction of the script'),
}

/** Whether a name is free for authors to use: `data-…`, `aria-…`, `style`. */
export function isFreeAttribute(key: string): boolean {
  return key === 'style' || /^(?:data|aria)-[\w-]+$/.test(key)
}
