/** Entry of the page that lists the decks: styles alone. */
import '../styles/layers.css'
import '../styles/base.css'
import '../styles/index.css'
import 'virtual:lectern/theme'
