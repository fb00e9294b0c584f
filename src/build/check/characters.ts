/** Runs in the print page: which characters each slide sets in which fonts. Knows nothing but the document. */

export interface UsedCharacters {
  slug: string
  /** The families that the style asks for, in their order. */
  families: string[]
  /** Language of the text, `''` where none is said. */
  lang: string
  isCode: boolean
  /** Each once, without ASCII, spaces, what has no shape of its own, and emoji, which every system brings. */
  characters: string
}

export function usedCharacters(): UsedCharacters[] {
  const found = new Map<string, UsedCharacters>()
  const emoji = new RegExp('\\p{RGI_Emoji}', 'gv')
  const shapeless = /[\0-~\p{White_Space}\p{Cc}\p{Default_Ignorable_Code_Point}]/gu
  for (const slide of document.querySelectorAll<HTMLElement>('.sheet > .slide')) {
    const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = (node as Text).data.replace(emoji, '').replace(shapeless, '')
      const element = node.parentElement!
      if (text === '' || element.closest('.notes, .katex-mathml, script, style, title, desc')) continue
      if (!element.checkVisibility()) continue
      const { fontFamily } = getComputedStyle(element)
      const lang = element.closest('[lang]')?.getAttribute('lang') ?? ''
      const isCode = element.closest('pre, code') !== null
      const key = `${slide.id}\n${lang}\n${isCode}\n${fontFamily}`
      const known = found.get(key)
      const all = new Set((known?.characters ?? '') + text)
      if (known) known.characters = [...all].join('')
      else {
        const families = fontFamily.split(',').map((name) => name.trim().replace(/^["']|["']$/g, ''))
        found.set(key, { slug: slide.id, families, lang, isCode, characters: [...all].join('') })
      }
    }
  }
  return [...found.values()]
}
