import { lines } from '../../ink.ts';
import { MALL_LINKS, shopAddress } from '../../shop.ts';
import type { ShopSources } from '../../shop.ts';
import type { Listing } from '../../truth.ts';
import type { Desk } from '../family.ts';

// A responsive page on Bootstrap: what is hidden is hidden by classes of the style sheet.

const STYLE = [
  '.d-none{display:none!important}',
  '.visually-hidden{position:absolute!important;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0);white-space:nowrap}',
  '.row{display:flex;flex-wrap:wrap}.modal{display:none}.collapse:not(.show){display:none}',
  'dl{margin:0}dt{font-weight:700}dd{margin:0}',
];

function shopBox({ truth, ink }: Desk, sources: ShopSources): string {
  const { digits, name } = truth.shop;
  return lines(
    sources.link
      ? `<a class="nav-link" id="com_header_shop_url" href="${shopAddress(sources.linkSlug)}">${ink.text('店舗ページ')}</a>`
      : '',
    sources.text
      ? `<dl class="d-flex"><dt>店舗名</dt><dd>${ink.text(name ?? '')}</dd><dt>店舗ID</dt><dd>${digits}</dd></dl>`
      : '',
  );
}

/** 「表示例」 in a collapsed help box, a modal or a <template>: nobody sees it. */
function hiddenHelp({ ink, pick }: Desk): string {
  const sample = lines(
    '<div class="card"><h5 class="card-title">サンプルアプリ</h5><dl>',
    '<dt>ライセンスキー</dt><dd>末尾4桁: ZZZZ</dd><dt>有効期限</dt><dd>2020/12/31</dd><dt>状態</dt><dd>有効期限切れ</dd>',
    '</dl></div>',
  );
  const kind = ink.choice(
    'hiddenHelp',
    pick.oneOf(['none', 'modal', 'collapse', 'template', 'script']),
  );
  if (kind === 'modal')
    return `<div class="modal" tabindex="-1" aria-hidden="true" style="display:none">${sample}</div>`;
  if (kind === 'collapse')
    return `<button class="btn">表示例を見る</button><div class="collapse" hidden>${sample}</div>`;
  if (kind === 'template') return `<template id="card">${sample}</template>`;
  return kind === 'script' ? `<script type="text/template" id="card">${sample}</script>` : '';
}

/** Search box and pager over a list of cards. */
export function tools({ ink, pick }: Desk, { filteredBy, paged }: Listing): string {
  const value = filteredBy === null ? '' : ` value="${ink.attr(filteredBy)}"`;
  const label = pick.bool(0.5)
    ? '<span class="input-group-text">キーワード検索</span>'
    : '<label class="visually-hidden">キーワード検索</label>';
  const counted = paged ? `全${paged.total}件中 ${paged.from}〜${paged.to}件を表示` : '';
  return lines(
    `<div class="input-group">${label}<input class="form-control" type="search" name="q" placeholder="キーワード検索"${value}></div>`,
    paged
      ? lines(
          `<p class="text-muted">${counted}</p><nav aria-label="ページ"><ul class="pagination">`,
          `<li class="page-item${paged.from > 1 ? '' : ' disabled'}"><a class="page-link" href="#">前へ</a></li>`,
          `<li class="page-item${paged.to < paged.total ? '' : ' disabled'}"><a class="page-link" href="#">次へ</a></li>`,
          '</ul></nav>',
        )
      : '',
  );
}

/** A whole page around its content. */
export function page(desk: Desk, sources: ShopSources, content: string): string {
  const { truth, pick, ink } = desk;
  const { digits } = truth.shop;
  const { slug } = truth.shopMaybe;
  const legend = ink.knob('legend', pick.bool(0.3))
    ? '<div class="alert alert-info"><strong>状態について</strong><dl><dt>利用中</dt><dd>有効なライセンスキーがあります。</dd><dt>承認待ち</dt><dd>アクセス承認を行ってください。</dd><dt>有効期限切れ</dt><dd>新しいライセンスキーを発行してください。</dd></dl></div>'
    : '';
  return lines(
    '<!DOCTYPE html>',
    '<html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>アプリ一覧</title><style>${STYLE.join('')}</style>`,
    sources.script ? `<script>ga("set",{"shopid":"${digits}","shopurl":"${slug}"})</script>` : '',
    '</head><body><nav class="navbar"><a class="navbar-brand" href="/">RMS</a>',
    shopBox(desk, sources),
    '</nav><div class="container"><ol class="breadcrumb"><li>ホーム</li><li>アプリ一覧 / WEB APIアクセス許可設定</li></ol>',
    '<h1>アプリ一覧</h1>',
    legend,
    content,
    hiddenHelp(desk),
    ink.knob('mallLink', pick.bool(0.3)) ? pick.oneOf(MALL_LINKS) : '',
    '</div><footer class="text-muted"><small>2025年4月1日 画面を改訂しました。</small></footer></body></html>',
  );
}
