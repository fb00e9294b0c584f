/** `::iframe{src=https://… title="…"}`: a page of another host inside the slide, where the project allows the host. */
import type { Directive } from './directive.ts'

/**
 * Becomes an `embed`: the page while its slide shows, a link to it on paper. A host that the project's config does not
 * name in `iframes` gives the link alone. Reports `iframe-host`.
 */
export const iframe: Directive = {
  name: 'iframe',
  aliases: ['embed'],
  kinds: ['leaf'],
  what: 'Shows a page of another host, where the project allows it',
  attributes: {
    src: { type: 'string', required: true, what: 'The address', example: 'https://www.geogebra.org/m/x' },
    title: { type: 'string', required: true, what: 'What it is, for screen readers and on paper' },
  },
  run({ attributes, position }, _slide, context) {
    const { src = '', title = '', ...values } = attributes.values
    const host = /^https:\/\/([^/?#@]+)(?:[/?#]|$)/i.exec(src)?.[1]?.toLowerCase()
    const allowed = host !== undefined && context.iframeHosts.includes(host)
    if (!host) {
      context.report('iframe-host', position, `\`${src}\` is no address of another host`, {
        fix: 'Write an address that begins with `https://`.',
      })
    } else if (!allowed) {
      context.report('iframe-host', position, `This project shows no pages of \`${host}\``, {
        fix: `Add \`iframes: ['${host}']\` to the project's config.`,
      })
    }
    const safe = host ? src : ''
    return [
      {
        type: 'embed',
        url: safe,
        title: title || src,
        allowed,
        position,
        data: { attributes: { ...attributes, values } },
      },
    ]
  },
}
