// Pages as Struts, JSP and CGI wrote them: layout tables, <font>, old charsets, frames.
import { each, slash, tail, type Sheet, type Variant } from '../model.ts';
import { APPS, EVENTS, OLD, shell } from '../shell.ts';

const grantRows = (s: Sheet): string =>
  each(
    s.grants,
    (g) =>
      `<tr><td>${g.company}</td><td>${g.service}</td><td>${g.since}</td><td>${g.word}</td><td><a href="#">詳細</a></td></tr>`,
  );

const seedTables = (s: Sheet): string => `<h2>アプリ一覧</h2><h3>${APPS}</h3>
<a href="#">マニュアルを見る</a>
<p>キーワード検索: <input type="text"> ※アプリ登録者、アプリ名、ライセンス情報に対して部分一致検索を行います。</p>
<table border="1"><tr><th rowspan="2">アプリ登録者 (システム開発企業)</th><th rowspan="2">アプリ名</th>
<th colspan="3">ライセンス情報</th><th rowspan="2">詳細</th></tr>
<tr><th>ライセンスキー</th><th>有効期限</th><th>状態</th></tr>
${each(s.keys, (k) => `<tr><td>${k.developer}</td><td>${k.app}</td><td>${tail(k.last4)}</td><td>${slash(k.on)}</td><td>${k.word}</td><td><a href="#">詳細</a></td></tr>`)}
</table><h3>${EVENTS}</h3>
<p>キーワード検索: <input type="text"> ※会社名、サービス名、利用開始日、状態に対して部分一致検索を行います。</p>
<table border="1"><tr><th>会社名</th><th>サービス名</th><th>利用開始日</th><th>状態</th><th>詳細</th></tr>
${grantRows(s)}</table>`;

const menu = `<table><tr><td><b>1</b></td><td>サービス</td></tr><tr><td>1-1</td><td>サービス一覧</td></tr>
<tr><td><b>2</b></td><td>利用設定</td></tr><tr><td>2-1</td><td><a href="#">アプリ一覧</a></td></tr>
<tr><td>2-2</td><td>アプリ登録</td></tr></table>`;

const fontHead = (...names: string[]): string =>
  `<TR BGCOLOR="#CCCCFF">${names.map((n) => `<TD ALIGN=center NOWRAP><FONT SIZE=2><B>${n}</B></FONT>`).join('\n')}`;

const quirks = (
  s: Sheet,
): string => `<TABLE WIDTH=780 CELLPADDING=0><TR><TD WIDTH=150 VALIGN=top>${menu}
<TD><TABLE BORDER=0><TR><TD><FONT SIZE=4><B>■${APPS}</B></FONT></TR>
<TR><TD BGCOLOR=#999999><TABLE BORDER=0 CELLSPACING=1 CELLPADDING=3 WIDTH=100%>
${fontHead('アプリ登録者<BR>(システム開発企業)', 'アプリ名', 'ライセンスキー', '有効期限', '状態', '詳細')}
${each(
  s.keys,
  (k, i) => `<TR BGCOLOR=${i % 2 ? '#EEEEEE' : '#FFFFFF'}><TD><FONT SIZE=2>${k.developer}</FONT>
<TD><FONT SIZE=2>&nbsp;${k.app}&nbsp;</FONT><TD NOWRAP><FONT SIZE=2 COLOR=#006600>${tail(k.last4)}&nbsp;</FONT>
<TD ALIGN=center><FONT SIZE=2>${slash(k.on)}<BR></FONT><TD><FONT SIZE=2>${k.word.replace(' ', '<BR>')}</FONT>
<TD><FORM ACTION=#><INPUT TYPE=submit VALUE=詳細></FORM>`,
)}
</TABLE></TABLE></TABLE>`;

const struts = (s: Sheet): string => `<form name="AppListForm" method="post" action="#">
<input type="hidden" name="org.apache.struts.taglib.html.TOKEN" value="d41d8cd98f00b204e9800998ecf8427e">
<table class="layout"><tbody><tr><td class="left">${menu}</td><td class="main">
<table class="title"><tr><td>アプリ一覧</td></tr></table>
<table class="search"><tr><th>アプリ登録者</th><td><input name="developer"></td><th>アプリ名</th><td><input name="app"></td></tr>
<tr><th>状態</th><td colspan="3"><label><input type="checkbox">利用中</label><label><input type="checkbox">承認待ち</label>
<label><input type="checkbox">有効期限切れ</label><label><input type="checkbox">停止中</label></td></tr></table>
<table class="data" border="1" summary="アプリ一覧"><caption>${APPS}</caption>
<tr class="head"><td>No</td><td>アプリ登録者</td><td>アプリ名</td><td>ライセンスキー</td><td>有効期限</td><td>状態</td><td>&nbsp;</td></tr>
${each(
  s.keys,
  (
    k,
    i,
  ) => `<tr class="${i % 2 ? 'odd' : 'even'}"><td>${i + 1}</td><td>${k.developer}</td><td>${k.app}</td><td>${tail(k.last4)}</td>
<td>${slash(k.on)}</td><td>${k.word}</td><td><input type="button" value="詳細"></td></tr>`,
)}
<tr><td colspan="7">全${s.keys.length}件</td></tr></table>
<table class="data" border="1"><tr class="head"><td>会社名</td><td>サービス名</td><td>利用開始日</td><td>状態</td><td>詳細</td></tr>${grantRows(s)}</table>
</td></tr></tbody></table></form>`;

const y2018 = (s: Sheet): string => `<h1>利用製品一覧</h1><h2>ご利用中の製品</h2>
<table><thead><tr><th>システム開発企業</th><th>製品名</th><th>ライセンスキー</th><th>有効期限</th><th>状態</th><th>確認</th></tr></thead>
<tbody>${each(s.keys, (k) => `<tr><td>${k.developer}</td><td>${k.app}</td><td>${tail(k.last4)}</td><td>${slash(k.on)}</td><td>${k.word}</td><td><a href="#">確認</a></td></tr>`)}</tbody></table>`;

const noGrants: Variant['wanted'] = (w) => ({ ...w, grants: [] });
const plain = (s: Sheet, body: string, charset = 'utf-8'): string =>
  shell(s, body, { doctype: OLD, charset });

export const OLD_PAGES: Variant[] = [
  { name: 'seed-tables', draw: (s) => plain(s, seedTables(s)) },
  {
    name: 'quirks-euc-jp',
    host: 'webservice',
    charset: 'euc-jp',
    draw: (s) => plain(s, quirks(s), 'euc-jp').replace(OLD, ''),
    wanted: noGrants,
  },
  { name: 'struts-shift-jis', charset: 'shift_jis', draw: (s) => plain(s, struts(s), 'shift_jis') },
  {
    name: 'products-of-2018',
    host: 'webservice',
    draw: (s) => plain(s, y2018(s)),
    wanted: noGrants,
  },
  {
    name: 'frameset',
    host: 'webservice',
    draw: () =>
      `<html><head><title>RMS WEB SERVICE</title></head><frameset rows="60,*"><frame name="top" src="./frameset/top">
<frameset cols="180,*"><frame name="menu" src="./frameset/menu"><frame name="main" src="./frameset/main"></frameset></frameset></html>`,
    parts: {
      top: (s) => shell(s, '', { title: 'header' }),
      menu: () =>
        `<html><head><meta charset="utf-8"><title>menu</title></head><body>${menu}</body></html>`,
      main: (s) => shell(s, seedTables(s)),
    },
  },
  {
    name: 'iframe-without-shop',
    draw: (s) =>
      shell(s, `<iframe src="./iframe-without-shop/list" width="900" height="600"></iframe>`),
    parts: {
      list: (s) =>
        `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>アプリ一覧</title></head><body>${seedTables(s)}</body></html>`,
    },
  },
  {
    name: 'header-row-in-each-ten',
    draw: (s) => {
      const head =
        '<tr><th>アプリ登録者</th><th>アプリ名</th><th>ライセンスキー</th><th>有効期限</th><th>状態</th></tr>';
      const rows = s.keys.map(
        (k) =>
          `<tr><td>${k.developer}</td><td>${k.app}</td><td>${tail(k.last4)}</td><td>${slash(k.on)}</td><td>${k.word}</td></tr>`,
      );
      return plain(
        s,
        `<h2>アプリ一覧</h2><table border=1>${head}${rows.slice(0, 3).join('')}${head}${rows.slice(3).join('')}<tfoot>${head}</tfoot></table>`,
      );
    },
    wanted: noGrants,
  },
  {
    name: 'values-in-readonly-inputs',
    draw: (s) =>
      plain(
        s,
        `<h2>${APPS}</h2><table border=1><tr><th>アプリ登録者</th><th>アプリ名</th><th>ライセンスキー</th><th>有効期限</th><th>状態</th></tr>
${each(s.keys, (k) => `<tr><td>${k.developer}</td><td>${k.app}</td><td><input readonly size="20" value="${tail(k.last4)}"></td><td><input readonly value="${slash(k.on)}"></td><td>${k.word}</td></tr>`)}</table>`,
      ),
    wanted: noGrants,
  },
  {
    name: 'table-in-each-row',
    draw: (s) =>
      plain(
        s,
        `<h2>${APPS}</h2><table border=1><tr><th>アプリ登録者</th><th>アプリ名</th><th>ライセンス情報</th><th>詳細</th></tr>
${each(s.keys, (k) => `<tr><td>${k.developer}</td><td>${k.app}</td><td><table><tr><th>ライセンスキー</th><td>${tail(k.last4)}</td></tr><tr><th>有効期限</th><td>${slash(k.on)}</td></tr><tr><th>状態</th><td>${k.word}</td></tr></table></td><td><a href=#>詳細</a></td></tr>`)}</table>`,
      ),
    wanted: noGrants,
  },
];
