import type { NoticeText } from '../notice-text.ts';

export const text: NoticeText = {
  version: 'v1',
  language: 'spa',
  title: 'Qué escribimos sobre usted, y por qué',
  sections: [
    {
      heading: 'Quién',
      text: 'La ciudad de {city}, en la red LGNet, es responsable de sus datos. Pueden leerlos las personas que trabajan con usted en esta ciudad. La salud, la violencia y los documentos están más protegidos: solo los abre quien los necesita. De aquí solo salen cifras, o datos sin nombres.',
    },
    {
      heading: 'Por qué',
      text: 'Escribimos cómo se llama, qué idiomas habla, cómo encontrarle y qué hacemos juntos. Sirve para ayudarle con los servicios y la vivienda, y para rendir cuentas del proyecto, pagado también por la Unión Europea. Es una tarea pública prevista por la ley (RGPD, artículos 6.1.e y 9.2.g): por eso no le pedimos su consentimiento. Solo lo pedimos para fotos e historias.',
    },
    {
      heading: 'Por cuánto tiempo',
      text: 'Durante cinco años, contados desde el 31 de diciembre del año del último pago del proyecto (Reglamento UE 2021/1060, artículo 82). Después los datos se borran.',
    },
    {
      heading: 'Sus derechos',
      text: 'Puede pedir ver sus datos, corregirlos, limitar su uso, y puede oponerse. Si quiere borrarlos antes de esa fecha, los cerramos y quitamos su nombre. No tiene que responder a todas las preguntas.',
    },
    {
      heading: 'A quién preguntar',
      text: 'A la persona que le muestra esta página, o al delegado de protección de datos de la ciudad de {city}. También puede reclamar ante la autoridad italiana de protección de datos (Garante): www.garanteprivacy.it',
    },
  ],
};
