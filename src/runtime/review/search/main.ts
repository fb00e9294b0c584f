/** Entry of the search: loads when it is first opened. */
import { SearchDialog } from './dialog.ts'
import type { SearchPart } from '../search-button.ts'

let dialog: SearchDialog | undefined

const part: SearchPart = {
  open(context, typed) {
    dialog ??= new SearchDialog(context)
    dialog.open(typed)
  },
  mark(context, query, slug) {
    dialog ??= new SearchDialog(context)
    dialog.mark(query, slug)
  },
}
Object.assign(window, { lecternSearch: part })
