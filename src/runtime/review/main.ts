/** Entry of the review page: the page can be read before this runs; here it comes alive. */
import './styles.css'
import 'virtual:lectern/theme'
import { enliven } from './enliven.ts'

const ready = enliven()
Object.assign(window, { lectern: { ready } })
void ready.then((review) => Object.assign(window, { lectern: { ...review, ready } }))
