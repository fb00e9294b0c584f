/** Words of the page for reading in the languages that its own file does not hold. */
import { reviewWords as fr } from './fr.ts'
import { reviewWords as es } from './es.ts'
import { reviewWords as it } from './it.ts'
import { reviewWords as pt } from './pt.ts'
import { reviewWords as ru } from './ru.ts'
import { reviewWords as ja } from './ja.ts'
import { reviewWords as ko } from './ko.ts'
import { reviewWords as he } from './he.ts'
import { reviewWords as ar } from './ar.ts'

export const reviewWordsOfMore = { fr, es, it, pt, ru, ja, ko, he, ar }
