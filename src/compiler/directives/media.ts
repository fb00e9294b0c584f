/** `::video{src=film.mp4}` and `::audio{src=talk.mp3}`, for those who do not write them as images. */
import type { Paragraph } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { AttributeTable } from '../attribute-spec.ts'
import type { Directive } from './directive.ts'

const attributes: AttributeTable = {
  src: { type: 'path', required: true, what: 'The file, relative to the deck', example: 'film.mp4' },
  alt: { type: 'string', what: 'What is to be seen or heard, in words' },
  poster: { type: 'path', what: 'The picture that stands for a video until it plays' },
  controls: { type: 'flag', what: 'Whether it has buttons; `controls=false` takes them away' },
  autoplay: { type: 'flag', what: 'Starts with its slide' },
  loop: { type: 'flag', what: 'Plays again and again' },
  muted: { type: 'flag', what: 'Plays without sound' },
}

function player(name: 'video' | 'audio', what: string): Directive {
  return {
    name,
    kinds: ['leaf'],
    ownLabel: true,
    what,
    attributes,
    run({ children, attributes: written, position }) {
      const { src = '', alt, ...values } = written.values
      const paragraph: Paragraph = {
        type: 'paragraph',
        position,
        children: [
          {
            type: 'image',
            url: src,
            alt: alt ?? toString({ type: 'paragraph', children }),
            position,
            data: { attributes: { ...written, values } },
          },
        ],
      }
      return [paragraph]
    },
  }
}

export const video = player('video', 'Plays a film: `![what it shows](film.mp4)` says the same')
export const audio = player('audio', 'Plays a sound: `![what it is](talk.mp3)` says the same')
