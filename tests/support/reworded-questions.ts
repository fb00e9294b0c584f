/** Questions, each as it stood last term and as it was reworded. */
export const QUESTIONS: readonly (readonly [before: string, after: string])[] = [
  [
    'Which model reads a sentence from both sides at once?',
    'Which of these models reads its sentence from both sides?',
  ],
  [
    'Why are the scores divided by the root of the dimension?',
    'Why does attention divide the scores by the root of the dimension?',
  ],
  [
    'How many tokens does masked language modelling hide?',
    'What share of the tokens does masked language modelling hide?',
  ],
  ['What must a decoder not look at?', 'What must a decoder never look at while it is trained?'],
  [
    'Which loss falls smoothly when data and parameters grow?',
    'Which loss falls smoothly as parameters and data grow together?',
  ],
  [
    'What is added to word vectors so that order counts?',
    'What is added to the vectors of words so that their order counts?',
  ],
  [
    'Who labels the pairs that a reward model learns from?',
    'Who labels pairs of answers that the reward model learns from?',
  ],
  [
    'What does few-shot prompting put before the question?',
    'What stands before the question in few-shot prompting?',
  ],
  ['When did GPT-3 appear?', 'In which year did GPT-3 appear?'],
  [
    'Name one cost of training that is not paid in money.',
    'Name a cost of training which is not paid in money.',
  ],
  ['词向量为什么能做加减法?', '为什么词向量能够做加减法?'],
  ['What does a temperature of zero do to sampling?', 'What does sampling do at a temperature of zero?'],
]
