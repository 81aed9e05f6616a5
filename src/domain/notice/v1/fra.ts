import type { NoticeText } from '../notice-text.ts';

export const text: NoticeText = {
  version: 'v1',
  language: 'fra',
  title: 'Ce que nous écrivons sur vous, et pourquoi',
  sections: [
    {
      heading: 'Qui',
      text: 'La ville de {city}, dans le réseau LGNet, est responsable de vos données. Les personnes qui travaillent avec vous dans cette ville peuvent les lire. La santé, les violences et les documents sont mieux protégés : seules les personnes qui en ont besoin les ouvrent. Seuls des chiffres, ou des données sans noms, sortent d’ici.',
    },
    {
      heading: 'Pourquoi',
      text: 'Nous écrivons comment vous vous appelez, quelles langues vous parlez, comment vous joindre et ce que nous faisons ensemble. Cela sert à vous aider pour les services et le logement, et à rendre compte du projet, payé aussi par l’Union européenne. C’est une mission publique prévue par la loi (RGPD, articles 6.1.e et 9.2.g) : c’est pourquoi nous ne vous demandons pas votre consentement. Nous le demandons seulement pour les photos et les récits.',
    },
    {
      heading: 'Pendant combien de temps',
      text: 'Pendant cinq ans, à partir du 31 décembre de l’année du dernier paiement du projet (règlement UE 2021/1060, article 82). Ensuite, les données sont effacées.',
    },
    {
      heading: 'Vos droits',
      text: 'Vous pouvez demander à voir vos données, à les corriger, à en limiter l’usage, et vous pouvez vous y opposer. Si vous voulez les effacer avant cette date, nous les fermons et nous enlevons votre nom. Vous n’avez pas à répondre à toutes les questions.',
    },
    {
      heading: 'À qui demander',
      text: 'À la personne qui vous montre cette page, ou au délégué à la protection des données de la ville de {city}. Vous pouvez aussi faire une réclamation auprès de l’autorité italienne de protection des données (Garante) : www.garanteprivacy.it',
    },
  ],
};
