/** Upper bounds of the buckets, in seconds. */
const BUCKETS = [0.005, 0.02, 0.1, 0.5, 2, 10, 30];

export interface RequestMeasured {
  method: string;
  /** As we wrote it, never as it was sent. */
  route: string;
  status: number;
  ms: number;
}

export interface Metrics {
  request(measured: RequestMeasured): void;
  /** One more of what is counted; labels are words of our own. */
  count(name: CounterName, labels: Record<string, string>): void;
  /** The text format of Prometheus. */
  text(): string;
}

const COUNTERS = {
  kagiban_key_tests_total: 'Key tests by verdict',
  kagiban_deliveries_total: 'Attempts to send a notice, by channel and outcome',
  kagiban_readings_total: 'Readings taken, by what they changed',
  kagiban_shops_failed_total: 'Looks at a shop that failed, whose notices may be late',
} as const;
export type CounterName = keyof typeof COUNTERS;

const labelled = (name: string, labels: Record<string, string | number>): string =>
  `${name}{${Object.entries(labels)
    .map(([label, value]) => `${label}="${value}"`)
    .join(',')}}`;

/** How long a route took: how often within each bound, in all, and how many. */
interface Times {
  buckets: number[];
  sum: number;
  count: number;
}

function timesOf(route: string, { buckets, sum, count }: Times): string[] {
  const name = 'kagiban_request_seconds';
  const within = BUCKETS.map(
    (le, i) => `${labelled(`${name}_bucket`, { route, le })} ${buckets[i]}`,
  );
  return [
    ...within,
    `${labelled(`${name}_bucket`, { route, le: '+Inf' })} ${count}`,
    `${labelled(`${name}_sum`, { route })} ${sum}`,
    `${labelled(`${name}_count`, { route })} ${count}`,
  ];
}

/** Counts of this process since its start. They hold no names, ids or addresses. */
export function makeMetrics(): Metrics {
  const values = new Map<string, number>();
  const add = (key: string, amount: number): void => {
    values.set(key, (values.get(key) ?? 0) + amount);
  };
  const times = new Map<string, Times>();
  const lines = (prefix: string): string[] =>
    [...values].filter(([key]) => key.startsWith(prefix)).map(([key, value]) => `${key} ${value}`);
  return {
    request({ method, route, status, ms }) {
      add(labelled('kagiban_requests_total', { method, route, status }), 1);
      const known = times.get(route) ?? { buckets: BUCKETS.map(() => 0), sum: 0, count: 0 };
      times.set(route, known);
      const seconds = ms / 1_000;
      known.buckets = known.buckets.map((n, i) => n + (seconds <= (BUCKETS[i] ?? 0) ? 1 : 0));
      known.sum += seconds;
      known.count += 1;
    },
    count: (name, labels) => add(labelled(name, labels), 1),
    text() {
      const { rss } = process.memoryUsage();
      const counters = Object.entries(COUNTERS).map(([name, help]) =>
        [`# HELP ${name} ${help}`, `# TYPE ${name} counter`, ...lines(`${name}{`)].join('\n'),
      );
      return [
        '# HELP kagiban_requests_total Requests by route and status',
        '# TYPE kagiban_requests_total counter',
        ...lines('kagiban_requests_total{'),
        '# HELP kagiban_request_seconds Time to answer',
        '# TYPE kagiban_request_seconds histogram',
        ...[...times].flatMap(([route, known]) => timesOf(route, known)),
        ...counters,
        '# HELP process_resident_memory_bytes Memory of this process',
        '# TYPE process_resident_memory_bytes gauge',
        `process_resident_memory_bytes ${rss}`,
        '',
      ].join('\n');
    },
  };
}
