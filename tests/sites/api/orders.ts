import { json } from '../lib/reply.ts';
import type { Reply } from '../lib/types.ts';
import type { Answered } from './endpoints.ts';

type Fields = Record<string, unknown>;

const messages = (messageType: string, messageCode: string, message: string): Fields => ({
  MessageModelList: [{ messageType, messageCode, message }],
});

function fieldsOf({ call }: Answered): Fields | null {
  try {
    const value: unknown = JSON.parse(call.request.body);
    return typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value))
      : null;
  } catch {
    return null;
  }
}

const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+0900$/;
const isDateTime = (value: unknown): boolean => typeof value === 'string' && DATE_TIME.test(value);

/** No orders: `…_INFO_102`. A body it cannot use is a domain error, which only a permitted key is told. */
export function searchOrder(answered: Answered): Reply {
  const fields = fieldsOf(answered);
  const usable =
    fields !== null &&
    typeof fields['dateType'] === 'number' &&
    isDateTime(fields['startDatetime']) &&
    isDateTime(fields['endDatetime']);
  if (!usable) {
    return json(
      messages('ERROR', 'ORDER_EXT_API_SEARCH_ORDER_ERROR_004', '入力項目に誤りがあります。'),
      400,
    );
  }
  return json({
    ...messages('INFO', 'ORDER_EXT_API_SEARCH_ORDER_INFO_102', '検索結果が0件です。'),
    orderNumberList: [],
    PaginationResponseModel: { totalRecordsAmount: 0, totalPages: 0, requestPage: 1 },
  });
}

export function getOrder(answered: Answered): Reply {
  const numbers = fieldsOf(answered)?.['orderNumberList'];
  return Array.isArray(numbers) && numbers.length > 0
    ? json({
        ...messages('INFO', 'ORDER_EXT_API_GET_ORDER_INFO_102', '該当する受注情報がありません。'),
        OrderModelList: [],
      })
    : json(
        messages(
          'ERROR',
          'ORDER_EXT_API_GET_ORDER_ERROR_001',
          '注文番号リストを入力してください。',
        ),
        400,
      );
}

export const getSubStatusList = (): Reply =>
  json({
    ...messages(
      'INFO',
      'ORDER_EXT_API_GET_SUB_STATUS_LIST_INFO_101',
      'サブステータスの取得に成功しました。',
    ),
    SubStatusModelList: [],
  });
