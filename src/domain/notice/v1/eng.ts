import type { NoticeText } from '../notice-text.ts';

export const text: NoticeText = {
  version: 'v1',
  language: 'eng',
  title: 'What we write about you, and why',
  sections: [
    {
      heading: 'Who',
      text: 'The city of {city}, in the LGNet network, is responsible for your data. The people who work with you in this city can read it. Health, violence and documents are more protected: only those who need them open them. Only figures, or data without names, leave this city.',
    },
    {
      heading: 'Why',
      text: 'We write what you are called, which languages you speak, how to reach you and what we do together. It serves to help you with services and housing, and to account for the project, which the European Union helps to pay. It is a public task set by law (GDPR, Articles 6.1.e and 9.2.g): that is why we do not ask for your consent. We ask for it only for photos and stories.',
    },
    {
      heading: 'For how long',
      text: 'For five years, counted from 31 December of the year of the last payment of the project (EU Regulation 2021/1060, Article 82). Then the data is deleted.',
    },
    {
      heading: 'Your rights',
      text: 'You can ask to see your data, to correct it, to limit its use, and you can object. If you want it deleted before that date, we close it and take your name away. You do not have to answer every question.',
    },
    {
      heading: 'Whom to ask',
      text: 'The person who shows you this page, or the data protection officer of the city of {city}. You can also complain to the Italian data protection authority (Garante): www.garanteprivacy.it',
    },
  ],
};
