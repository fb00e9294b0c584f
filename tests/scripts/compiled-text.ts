/** What a reader of compiled slides sees: words, formulas as TeX, code blocks. */
import type { Element, Nodes, Root } from 'hast'
import { raw } from 'hast-util-raw'
import type { Compiled } from '../../src/compiler/compiled.ts'

export interface CompiledText {
  /** Letters and digits only, formulas as their TeX, notes included. */
  letters: string
  formulas: string[]
  items: number
}

/** Keeps what no formatting changes. */
export function lettersOf(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Reads the compiled HTML back. */
export function compiledText(compiled: Compiled): CompiledText {
  const html = compiled.slides.map((slide) => `${slide.html}\n${slide.notes}`).join('\n')
  const tree = raw({ type: 'root', children: [{ type: 'raw', value: html }] } as unknown as Root) as Root
  const found: CompiledText = { letters: '', formulas: [], items: 0 }
  const words: string[] = []
  walk(tree, found, words)
  found.letters = lettersOf(words.join(' '))
  return found
}

function walk(node: Nodes, found: CompiledText, words: string[]): void {
  if (node.type === 'text') words.push(node.value)
  if (node.type === 'element') {
    const names = Array.isArray(node.properties.className) ? node.properties.className.map(String) : []
    if (node.tagName === 'li') found.items++
    if (names.includes('katex') || names.includes('math-error')) {
      const tex = textOf(names.includes('katex') ? find(node, 'annotation') : node)
      found.formulas.push(tex)
      words.push(tex)
      return
    }
    if (node.tagName === 'sup' && find(node, 'a')) return
  }
  if ('children' in node) for (const child of node.children) walk(child as Nodes, found, words)
}

function find(node: Element, tagName: string): Element | undefined {
  for (const child of node.children) {
    if (child.type !== 'element') continue
    const found = child.tagName === tagName ? child : find(child, tagName)
    if (found) return found
  }
  return undefined
}

function textOf(node: Nodes | undefined): string {
  if (!node) return ''
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map((child) => textOf(child as Nodes)).join('') : ''
}
