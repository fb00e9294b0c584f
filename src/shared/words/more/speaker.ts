/** Words of the speaker view in the languages that its own file does not hold. */
import { speakerWords as fr } from './fr.ts'
import { speakerWords as es } from './es.ts'
import { speakerWords as it } from './it.ts'
import { speakerWords as pt } from './pt.ts'
import { speakerWords as ru } from './ru.ts'
import { speakerWords as ja } from './ja.ts'
import { speakerWords as ko } from './ko.ts'
import { speakerWords as he } from './he.ts'
import { speakerWords as ar } from './ar.ts'

export const speakerWordsOfMore = { fr, es, it, pt, ru, ja, ko, he, ar }
