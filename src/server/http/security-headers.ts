/**
 * What every response of ours carries. Argon2 is WebAssembly, hence 'wasm-unsafe-eval' (which allows no eval of JavaScript);
 * nothing is ever loaded from elsewhere. https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Content-Security-Policy
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** What ours asks for, by a tap: the camera to scan a code, the place of a stop (rounded before it is kept). */
const ALLOWED = ['camera', 'geolocation'];

/** Everything else a page could ask the browser for and ours never does. */
const DENIED = [
  'accelerometer',
  'browsing-topics',
  'display-capture',
  'gyroscope',
  'microphone',
  'midi',
  'payment',
  'usb',
];

const TWO_YEARS_S = 63_072_000;

export const securityHeaders = (isTls: boolean): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': [
    ...ALLOWED.map((feature) => `${feature}=(self)`),
    ...DENIED.map((feature) => `${feature}=()`),
  ].join(', '),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  // No page here is for a search engine: behind the door is nothing to read, and a certificate's page is for who holds its code.
  'X-Robots-Tag': 'noindex, nofollow',
  'X-Frame-Options': 'DENY',
  ...(isTls && { 'Strict-Transport-Security': `max-age=${TWO_YEARS_S}; includeSubDomains` }),
});
