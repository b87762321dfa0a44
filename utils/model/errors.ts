/** Everything that can go wrong in a way that a person is told of. The words are `errors.<code>` in locales/. */
export const ERROR_CODES = [
  'badMessage',
  'notAllowed',
  'storeFull',
  'storeNewer',
  'storeBroken',
  'rmsAccessWithheld',
  'noPage',
  'notRmsPage',
  'keyNotFound',
  'severalKeys',
  'robotCheckFirst',
  'carryGone',
  'pageGone',
  'toolUnknown',
  'pageNotAllowed',
  'companionUnreachable',
  'companionRefused',
  'companionEnded',
  'companionOtherShop',
  'companionAddress',
  'companionNoMail',
  'companionPerson',
  'watchRefused',
  'permissionDenied',
  'notFound',
  'badFile',
  'vaultNone',
  'vaultExists',
  'vaultLocked',
  'vaultWrongKey',
  'vaultPassphraseDue',
  'vaultDamaged',
  'vaultNewer',
  'vaultFull',
  'vaultNoWasm',
  'passphraseWeak',
  'passphraseDiffers',
  'deviceNoKey',
  'sharedPc',
  'noAnswer',
  'unexpected',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** An error with a code that has words in every language. Its message is the code: never page text, never a key. */
export class AppError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode) {
    super(code);
    this.name = 'AppError';
    this.code = code;
  }
}

export const errorCodeOf = (error: unknown): ErrorCode =>
  error instanceof AppError ? error.code : 'unexpected';
