/** The part of citeproc that we use; the package brings no types. */
declare module 'citeproc' {
  export interface CitationItem {
    id: string
    locator?: string
    label?: string
    prefix?: string
    suffix?: string
    'suppress-author'?: boolean
  }

  export interface Citation {
    citationID: string
    citationItems: CitationItem[]
    properties: { noteIndex: number; mode?: 'composite' }
  }

  export class Engine {
    constructor(
      system: { retrieveLocale(lang: string): string; retrieveItem(id: string): object },
      style: string,
      lang: string,
    )
    updateItems(ids: string[]): void
    rebuildProcessorState(
      citations: Citation[],
      format: 'html',
      uncited: string[],
    ): [string, number, string][]
    makeBibliography(): [{ entry_ids: string[][] }, string[]] | false
  }

  const CSL: { Engine: typeof Engine; debug(text: string): void }
  export default CSL
}
