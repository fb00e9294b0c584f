/** Entry of the print page: styles alone. */
import '../styles/slides.css'
import '../styles/print.css'
import 'virtual:lectern/theme'
