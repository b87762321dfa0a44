/** Words around API functions on the detail page and on the pages of 利用機能編集, each with its fixture. */
export const FUNCTION_WORDS = {
  /** A function as RMS names it: `rpay.order.getOrder`, `itemapi_2.0.items.get`; 「Ver.3」 is none. Fixture `detail-revealed`. */
  name: /(?<![\w.@/-])[a-z][a-z0-9_-]*(?:\.[a-z0-9_-]+){0,5}\.[a-z][a-z0-9_-]*(?![\w@/-]|\.\w)/i,
  /** Heading of the column of names. Fixtures `detail-revealed`, `own-app-revealed`. */
  column: /^(利用)?(web)?(api|機能|関数|function)の?(名|名称|name)?$/i,
  /** Heading of the column that describes. Fixture `detail-revealed`. */
  about: /^(内容|説明|概要|機能内容|description)$/i,
  /** Titles over the list of a vendor's app. Fixture `detail-revealed`. */
  apis: /api.{0,4}(リスト|一覧)|(利用|アクセス|追加).{0,8}api/i,
  /** Titles over the functions of the shop's own app. Fixture `own-app-revealed`. */
  functions: /利用機能/,
  /** A title over functions that are added. Fixture `update-grouped`. */
  added: /追加|新し[いく]|新規|added|new/i,
  /** A word of its own beside a function: it is new. Fixture `update-marked`. */
  mark: /^(今回|新規)?(追加(api|機能|分)?|新規|新着|new|added)!*$/i,
  /** Fixture `own-app-revealed`. */
  used: /^(利用(する|中|可能?)?|使用(する|中)|選択(する|済み?|中)?|有効|inuse|on|enabled|○|◯|✓|✔|☑)$/i,
  /** Fixture `functions-list`. */
  unused:
    /^(利用しない|未利用|利用していない|利用(停止|不可)中?|使用しない|未使用|未選択|選択しない|無効|停止中?|notinuse|notused|off|disabled|×|✕|☐|-)$/i,
  /** Buttons of the two-click save (rms.md §1). Fixtures `functions-edit`, `functions-confirm`. */
  confirm: /^確認(する)?$/,
  register: /^登録(する)?$/,
  /** RMS says that it is saved. Fixture `functions-done`. */
  done: /(利用)?機能.{0,12}(登録|変更|更新|保存)(しました|されました|が?完了)|登録(が|は)?完了しました/,
  update: /^アップデート(を)?する$/,
  approve: /^(アクセス)?(を)?承認(を)?(する)?$/,
} as const;
