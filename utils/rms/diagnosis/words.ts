import { PAGE_HEADINGS, WORDS } from '../words.ts';

// Everything that a diagnosis may hold in words stands in this file, or in the reader's own table of words.
// A name, number or key of a shop cannot be in it, since nothing else is ever written out.

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

export const TAGS = set(
  'html body main section article aside header footer nav div span p a b i u s em strong small big sub sup code pre br hr wbr ul ol li dl dt dd table caption colgroup col thead tbody tfoot tr th td form fieldset legend label input button select option optgroup textarea output details summary dialog img picture svg video audio canvas iframe frame frameset object embed template noscript script style h1 h2 h3 h4 h5 h6 figure figcaption blockquote center font time address ins del mark map area slot',
);

export const ROLES = set(
  'table grid treegrid row rowgroup cell gridcell columnheader rowheader list listitem heading button link checkbox radio radiogroup dialog alert status navigation main region tab tablist tabpanel presentation none group search searchbox textbox combobox option img note tooltip banner contentinfo complementary form article separator',
);

export const TYPES = set(
  'text search password email tel url number date checkbox radio button submit reset hidden file image color range',
);

/** Words that class names are made of everywhere. A name of a shop is not among them. */
export const CLASS_TOKENS = set(
  'table list row rows col column columns cell head header body foot footer item items card cards title label value text content main inner outer wrap wrapper container box block grid flex stack inline hidden visible active disabled current selected open closed empty error warning info success note help sample example tooltip status state date key license app name button btn link icon badge tag new update form field input search filter pager page pagination nav menu side modal dialog masked odd even first last left right center top bottom small large bold red event detail pair pairs data',
);

const JAPANESE =
  /^[\u3041-\u3096\u30a1-\u30fc\u4e00-\u9fff]+[\u3041-\u3096\u30a1-\u30fc\u4e00-\u9fff\dA-Za-z()]*$/;

/** RMS's own words: of the reader's tables, of states, buttons and notes. */
export const KNOWN: readonly string[] = [
  ...new Set([
    ...WORDS.flatMap(({ words }) => words),
    ...Object.values(PAGE_HEADINGS).flat(),
    ...'利用中 更新あり 承認待ち 有効期限切れ 停止中 利用する 利用しない 末尾4桁 無期限 店舗様 検索 キーワード検索 件 次へ 前へ 該当なし ありません 表示 API名 機能名 内容 利用状況 アプリが利用するAPIリスト 利用機能一覧 利用機能編集 アップデートする 新しいライセンスキーを発行 アクセス承認 利用停止 利用開始 確認する 登録する 戻る 過去の利用情報を見る セキュリティチェック ロボットによる操作ではありません 概要 アプリURL お知らせ 障害情報 ログイン メンテナンス 権限 追加 新規'.split(
      ' ',
    ),
  ]),
]
  .filter((word) => JAPANESE.test(word))
  .sort((a, b) => b.length - a.length);
