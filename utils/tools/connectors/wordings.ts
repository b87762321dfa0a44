// How tools name the three things that a key comes with, and how markup names them. What only one tool
// says stands in its own file.

export const KEY_WORDINGS = ['ライセンスキー', 'licenseKey'];
export const KEY_NAMES = ['licenseKey', 'rmsLicenseKey', 'rakutenLicenseKey'];

export const SECRET_WORDINGS = ['serviceSecret', 'サービスシークレット'];
export const SECRET_NAMES = ['serviceSecret', 'rmsServiceSecret', 'rakutenServiceSecret'];

export const EXPIRY_WORDINGS = [
  '有効期限',
  'ライセンスキー有効期限',
  'ライセンスキーの有効期限',
  'licenseKey有効期限',
  'licenseKeyの有効期限',
];
export const EXPIRY_NAMES = ['expiresOn', 'expiryDate', 'expireDate'];
