import type { GeneratedI18nStructure } from '#i18n';

export type MessageKey = keyof GeneratedI18nStructure;

/** The words of the UI's language: `t('popup.title')`, `t('days.left', ['3'])`. Pure code takes it as an argument. */
export type Say = (key: MessageKey, substitutions?: string[]) => string;
