/** Entry of the search: loads when it is first opened. */
import { SearchDialog } from './dialog.ts'
import type { SearchContext, SearchPart } from '../search-button.ts'

let dialog: SearchDialog | undefined

const part: SearchPart = {
  open(context: SearchContext) {
    dialog ??= new SearchDialog(context)
    dialog.open()
  },
}
Object.assign(window, { lecternSearch: part })
