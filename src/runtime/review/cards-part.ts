/** Entry of the script that loads with the first session of cards. */
import { cardSession } from './cards-session.ts'

Object.assign(window, { lecternCardsPart: { session: cardSession } })
