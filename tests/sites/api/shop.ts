import { escapeHtml } from '../lib/html.ts';
import type { RmsShop } from '../rms/model.ts';

// The 1.0 services answer XML.
export const shopMaster = ({ id, name, slug }: RmsShop): string =>
  `<result><resultCode>N000</resultCode><shopMaster><shopId>${id}</shopId><shopName>${escapeHtml(name)}</shopName><url>${escapeHtml(slug)}</url></shopMaster></result>`;

const status = (id: string): string =>
  `<status><interfaceId>${id}</interfaceId><systemStatus>OK</systemStatus><message>OK</message><requestId>stand-in</requestId></status>`;

export const cabinetUsage = `<result>${status('cabinet.usage.get')}<cabinetUsageGetResult><resultCode>0</resultCode><MaxSpace>500</MaxSpace><FolderMax>2000</FolderMax><FileMax>2000</FileMax><UseSpace>120.5</UseSpace><AvailSpace>379.5</AvailSpace><UseFolderCount>18</UseFolderCount><AvailFolderCount>1982</AvailFolderCount></cabinetUsageGetResult></result>`;

export const coupons = `<result>${status('coupon.search')}<couponSearchResult><allCount>0</allCount><coupons/></couponSearchResult></result>`;
