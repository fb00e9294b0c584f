export const figure = {
  title: 
}}
